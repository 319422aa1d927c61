//! The index of a film: which tracks stay, and what of them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::boxes::{Head, blank, each, find, number, slice, zero};
use super::samples;
use crate::{Removed, Unfit};

/// What the index says after it was cleaned.
#[derive(Debug, Default)]
pub(super) struct Film {
    /// Where the tracks that stay have their bytes.
    pub kept: Vec<Range<u64>>,
    /// The numbers of the tracks that do not stay.
    pub dropped: Vec<u32>,
}

/// Cleans an index in place.
pub(super) fn clean(moov: &mut [u8], removed: &mut BTreeSet<Removed>) -> Result<Film, Unfit> {
    let whole = super::head(moov, 0, moov.len() as u64).ok_or(Unfit::Broken)?;
    let mut film = Film::default();
    let mut stays = false;
    let tracks = each(moov, whole.body..whole.end)?;
    let starts = starts(moov, &tracks)?;
    for it in tracks {
        match &it.kind {
            b"mvhd" => times(moov, &it, removed)?,
            b"mvex" | b"iods" => {}
            // An index that is packed hides what is in it.
            b"cmov" => return Err(Unfit::Carries),
            b"trak" => match handler(moov, &it)? {
                handler if matches!(&handler, b"vide" | b"soun") => {
                    stays = true;
                    film.kept
                        .extend(samples::chunks(moov, &it, &starts, &handler)?);
                    track(moov, &it, removed)?;
                }
                _ => {
                    film.dropped.extend(track_number(moov, &it)?);
                    blank(moov, &it);
                    removed.insert(Removed::Tracks);
                }
            },
            b"free" | b"skip" => blank(moov, &it),
            _ => drop_box(moov, &it, removed),
        }
    }
    if stays { Ok(film) } else { Err(Unfit::Broken) }
}

/// Where the chunks of all tracks begin, in order.
fn starts(moov: &[u8], tracks: &[Head]) -> Result<Vec<u64>, Unfit> {
    let mut all = Vec::new();
    for it in tracks.iter().filter(|it| &it.kind == b"trak") {
        all.extend(samples::offsets(moov, it)?);
    }
    all.sort_unstable();
    Ok(all)
}

fn drop_box(moov: &mut [u8], it: &Head, removed: &mut BTreeSet<Removed>) {
    blank(moov, it);
    removed.insert(Removed::Tags);
}

fn media_of(moov: &[u8], track: &Head) -> Result<Head, Unfit> {
    find(moov, track.body..track.end, b"mdia")?.ok_or(Unfit::Broken)
}

fn handler(moov: &[u8], track: &Head) -> Result<[u8; 4], Unfit> {
    let media = media_of(moov, track)?;
    let it = find(moov, media.body..media.end, b"hdlr")?.ok_or(Unfit::Broken)?;
    let four = slice(moov, it.body + 8..it.body + 12)?;
    four.try_into().map_err(|_| Unfit::Broken)
}

fn track_number(moov: &[u8], track: &Head) -> Result<Option<u32>, Unfit> {
    let Some(it) = find(moov, track.body..track.end, b"tkhd")? else {
        return Ok(None);
    };
    let long = slice(moov, it.body..it.body + 1)? == [1];
    number(moov, it.body + if long { 20 } else { 12 }).map(Some)
}

/// When it was made and changed.
fn times(moov: &mut [u8], it: &Head, removed: &mut BTreeSet<Removed>) -> Result<(), Unfit> {
    let long = slice(moov, it.body..it.body + 1)? == [1];
    let range = it.body + 4..it.body + if long { 20 } else { 12 };
    if slice(moov, range.clone())?.iter().any(|it| *it != 0) {
        removed.insert(Removed::Times);
    }
    zero(moov, range);
    Ok(())
}

fn track(moov: &mut [u8], it: &Head, removed: &mut BTreeSet<Removed>) -> Result<(), Unfit> {
    for one in each(moov, it.body..it.end)? {
        match &one.kind {
            b"tkhd" => times(moov, &one, removed)?,
            b"mdia" => media(moov, &one, removed)?,
            b"tref" | b"edts" | b"tapt" => {}
            _ => drop_box(moov, &one, removed),
        }
    }
    Ok(())
}

fn media(moov: &mut [u8], it: &Head, removed: &mut BTreeSet<Removed>) -> Result<(), Unfit> {
    for one in each(moov, it.body..it.end)? {
        match &one.kind {
            b"mdhd" => times(moov, &one, removed)?,
            // Its name is free text.
            b"hdlr" => zero(moov, one.body + 12..one.end),
            b"minf" => kind_of_media(moov, &one, removed)?,
            b"elng" => {}
            _ => drop_box(moov, &one, removed),
        }
    }
    Ok(())
}

fn kind_of_media(moov: &mut [u8], it: &Head, removed: &mut BTreeSet<Removed>) -> Result<(), Unfit> {
    for one in each(moov, it.body..it.end)? {
        match &one.kind {
            b"vmhd" | b"smhd" => {}
            b"hdlr" => zero(moov, one.body + 12..one.end),
            b"dinf" => places(moov, &one)?,
            b"stbl" => table(moov, &one, removed)?,
            _ => drop_box(moov, &one, removed),
        }
    }
    Ok(())
}

/// Where the bytes lie: in this file, of which a name may be given.
fn places(moov: &mut [u8], it: &Head) -> Result<(), Unfit> {
    for list in each(moov, it.body..it.end)? {
        if &list.kind != b"dref" {
            continue;
        }
        for entry in each(moov, list.body + 8..list.end)? {
            if number(moov, entry.body)? & 1 == 0 {
                return Err(Unfit::Scattered);
            }
            zero(moov, entry.body + 4..entry.end);
        }
    }
    Ok(())
}

fn table(moov: &mut [u8], it: &Head, removed: &mut BTreeSet<Removed>) -> Result<(), Unfit> {
    for one in each(moov, it.body..it.end)? {
        match &one.kind {
            b"stsd" => descriptions(moov, &one)?,
            b"stts" | b"ctts" | b"stss" | b"stsc" | b"stsz" | b"stz2" | b"stco" | b"co64"
            | b"sgpd" | b"sbgp" | b"sdtp" | b"cslg" | b"subs" | b"stps" => {}
            _ => drop_box(moov, &one, removed),
        }
    }
    Ok(())
}

/// Pictures may carry the name of their encoder, a free text of 32 bytes.
fn descriptions(moov: &mut [u8], it: &Head) -> Result<(), Unfit> {
    const PICTURE: u64 = 86;
    const NAME: u64 = 50;
    for entry in each(moov, it.body + 8..it.end)? {
        if is_picture(&entry.kind) && entry.end - entry.start >= PICTURE {
            zero(moov, entry.start + NAME..entry.start + NAME + 32);
        }
    }
    Ok(())
}

fn is_picture(kind: &[u8; 4]) -> bool {
    matches!(
        kind,
        b"avc1"
            | b"avc3"
            | b"hvc1"
            | b"hev1"
            | b"av01"
            | b"vp09"
            | b"vp08"
            | b"mp4v"
            | b"jpeg"
            | b"mjp2"
            | b"apcn"
            | b"apch"
            | b"apcs"
            | b"apco"
            | b"ap4h"
            | b"dvh1"
            | b"dvhe"
            | b"s263"
            | b"h263"
    )
}
