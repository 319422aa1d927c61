//! Film and sound in boxes (ISO/IEC 14496-12, QuickTime). Sizes stay, so that every place which the
//! file names stays right: what is left behind becomes zeros in a `free` box.
//!
//! Of the media data only the bytes are kept that a track of sight or sound points at.

mod boxes;
mod samples;
mod tracks;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::source::part;
use crate::{Neutral, Removed, Source, Unfit};
use boxes::{Head, each, head};

/// The most boxes on the top floor: a film in fragments has two for each second or so.
const MOST_BOXES: usize = 200_000;
/// The largest index of a film that is worked on, in bytes.
const MAX_INDEX: u64 = 64 * 1024 * 1024;
/// The largest index of a fragment, in bytes.
const MAX_FRAGMENT: u64 = 4 * 1024 * 1024;

/// Plans the rendition of a film.
pub(crate) fn neutral(source: &mut dyn Source) -> Result<Neutral, Unfit> {
    let top = top(source)?;
    let index = top
        .iter()
        .find(|it| &it.kind == b"moov")
        .ok_or(Unfit::Broken)?;
    if index.end - index.start > MAX_INDEX {
        return Err(Unfit::TooLarge);
    }
    let mut moov = part(source, index.start, index.end)?;
    let mut made = Neutral::default();
    let film = tracks::clean(&mut moov, &mut made.removed)?;
    let is_fragmented = top.iter().any(|it| &it.kind == b"moof");
    if is_fragmented && !film.dropped.is_empty() {
        return Err(Unfit::Carries);
    }
    let kept = samples::union(film.kept);
    let mut moov = Some(moov);
    for it in &top {
        match &it.kind {
            b"moov" => made.bytes(moov.take().ok_or(Unfit::Broken)?),
            b"ftyp" | b"styp" | b"sidx" | b"ssix" | b"mfra" | b"pdin" | b"wide" => {
                made.keep(it.start, it.end);
            }
            b"moof" => {
                let fragment = fragment(source, it, &mut made.removed)?;
                made.bytes(fragment);
            }
            b"mdat" if is_fragmented => made.keep(it.start, it.end),
            b"mdat" => media(&mut made, it, &kept),
            _ => blank(&mut made, it),
        }
    }
    if top.last().is_some_and(|it| it.end < source.size()) {
        made.left(Removed::Leftovers);
    }
    Ok(made)
}

/// The boxes of the top floor; bytes behind the last whole one are no part of it.
fn top(source: &mut dyn Source) -> Result<Vec<Head>, Unfit> {
    let size = source.size();
    let (mut at, mut all) = (0, Vec::new());
    while at + 8 <= size {
        if all.len() == MOST_BOXES {
            return Err(Unfit::TooLarge);
        }
        let start = part(source, at, (at + 16).min(size))?;
        let Some(it) = head(&start, at, size) else {
            break;
        };
        at = it.end;
        all.push(it);
    }
    Ok(all)
}

/// Keeps what tracks point at; the rest becomes zeros.
fn media(made: &mut Neutral, it: &Head, kept: &[Range<u64>]) {
    made.keep(it.start, it.body);
    let mut at = it.body;
    let first = kept.partition_point(|range| range.end <= it.body);
    for range in kept.iter().skip(first) {
        if range.start >= it.end {
            break;
        }
        let (from, to) = (range.start.max(at), range.end.min(it.end));
        if from > at {
            made.zeros(from - at);
            made.left(Removed::Leftovers);
        }
        made.keep(from, to);
        at = to;
    }
    if at < it.end {
        made.zeros(it.end - at);
        made.left(Removed::Leftovers);
    }
}

fn blank(made: &mut Neutral, it: &Head) {
    if !matches!(&it.kind, b"free" | b"skip") {
        made.left(Removed::Tags);
    }
    made.keep(it.start, it.start + 4);
    made.bytes(*b"free");
    made.keep(it.start + 8, it.body);
    made.zeros(it.end - it.body);
}

/// The index of a fragment, without what players do not need.
fn fragment(
    source: &mut dyn Source,
    it: &Head,
    removed: &mut BTreeSet<Removed>,
) -> Result<Vec<u8>, Unfit> {
    if it.end - it.start > MAX_FRAGMENT {
        return Err(Unfit::TooLarge);
    }
    let mut bytes = part(source, it.start, it.end)?;
    let mut unknown = Vec::new();
    let inside = (it.body - it.start)..(it.end - it.start);
    for one in each(&bytes, inside)? {
        match &one.kind {
            b"mfhd" => {}
            b"traf" => {
                for leaf in each(&bytes, one.body..one.end)? {
                    let known = matches!(
                        &leaf.kind,
                        b"tfhd" | b"tfdt" | b"trun" | b"sdtp" | b"sgpd" | b"sbgp" | b"subs"
                    );
                    unknown.extend((!known).then_some(leaf));
                }
            }
            _ => unknown.push(one),
        }
    }
    for one in unknown {
        boxes::blank(&mut bytes, &one);
        removed.insert(Removed::Tags);
    }
    Ok(bytes)
}
