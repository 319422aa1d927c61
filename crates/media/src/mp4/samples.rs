//! Where a track has its bytes (ISO/IEC 14496-12, 8.7): the offsets of its chunks, how many samples
//! each holds, and how large these are.

use std::ops::Range;

use super::boxes::{Head, find, number, slice};
use crate::Unfit;

/// The most samples of a track: nine hours at 120 pictures a second.
const MOST: u32 = 4_000_000;

fn table(moov: &[u8], track: &Head) -> Result<Head, Unfit> {
    let mut it = *track;
    for kind in [b"mdia", b"minf", b"stbl"] {
        it = find(moov, it.body..it.end, kind)?.ok_or(Unfit::Broken)?;
    }
    Ok(it)
}

fn count(moov: &[u8], at: u64) -> Result<u32, Unfit> {
    match number(moov, at)? {
        count if count > MOST => Err(Unfit::TooLarge),
        count => Ok(count),
    }
}

/// Where its chunks begin.
pub(super) fn offsets(moov: &[u8], track: &Head) -> Result<Vec<u64>, Unfit> {
    let table = table(moov, track)?;
    let range = table.body..table.end;
    let (it, width) = match find(moov, range.clone(), b"stco")? {
        Some(it) => (it, 4),
        None => (find(moov, range, b"co64")?.ok_or(Unfit::Broken)?, 8),
    };
    let entries = u64::from(count(moov, it.body + 4)?);
    let list = slice(moov, it.body + 8..it.body + 8 + entries * width)?;
    let width = if width == 4 { 4 } else { 8 };
    Ok(list
        .chunks_exact(width)
        .map(|one| one.iter().fold(0, |sum, it| sum << 8 | u64::from(*it)))
        .collect())
}

/// The bytes of its chunks. Where samples are smaller than a byte or counted otherwise, as in old
/// sound, a chunk reaches to the next one of any track.
pub(super) fn chunks(
    moov: &[u8],
    track: &Head,
    starts: &[u64],
    handler: &[u8; 4],
) -> Result<Vec<Range<u64>>, Unfit> {
    let offsets = offsets(moov, track)?;
    let sizes = Sizes::of(moov, track)?;
    let mut runs = Runs::of(moov, track)?;
    let to_next = handler == b"soun" && sizes.uniform.is_some_and(|it| it <= 8);
    let mut sample = 0;
    let mut all = Vec::with_capacity(offsets.len());
    for (n, from) in offsets.into_iter().enumerate() {
        let held = runs.samples_of(u32::try_from(n + 1).unwrap_or(u32::MAX));
        let length = sizes.sum(sample, held)?;
        sample = sample.saturating_add(held);
        let next = starts.partition_point(|it| *it <= from);
        let end = match starts.get(next) {
            Some(next) if to_next => *next,
            None if to_next => u64::MAX,
            _ => from.saturating_add(length),
        };
        all.push(from..end);
    }
    Ok(all)
}

/// Ranges in order, without those that overlap.
pub(super) fn union(mut ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
    ranges.sort_unstable_by_key(|it| it.start);
    let mut all: Vec<Range<u64>> = Vec::new();
    for range in ranges.into_iter().filter(|it| it.start < it.end) {
        match all.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => all.push(range),
        }
    }
    all
}

/// How large samples are.
struct Sizes {
    uniform: Option<u32>,
    each: Vec<u32>,
}

impl Sizes {
    fn of(moov: &[u8], track: &Head) -> Result<Self, Unfit> {
        let table = table(moov, track)?;
        let range = table.body..table.end;
        if let Some(it) = find(moov, range.clone(), b"stsz")? {
            let uniform = number(moov, it.body + 4)?;
            if uniform > 0 {
                return Ok(Self {
                    uniform: Some(uniform),
                    each: Vec::new(),
                });
            }
            let entries = u64::from(count(moov, it.body + 8)?);
            let list = slice(moov, it.body + 12..it.body + 12 + entries * 4)?;
            return Ok(Self::listed(list.chunks_exact(4)));
        }
        let it = find(moov, range, b"stz2")?.ok_or(Unfit::Broken)?;
        let bits = number(moov, it.body + 4)? & 0xFF;
        let entries = u64::from(count(moov, it.body + 8)?);
        let list = slice(moov, it.body + 12..it.end)?;
        let sizes = match bits {
            16 => return Ok(Self::listed(list.chunks_exact(2))),
            8 => return Ok(Self::listed(list.chunks_exact(1))),
            4 => list
                .iter()
                .flat_map(|it| [u32::from(it >> 4), u32::from(it & 15)]),
            _ => return Err(Unfit::Broken),
        };
        Ok(Self {
            uniform: None,
            each: sizes.take(usize::try_from(entries).unwrap_or(0)).collect(),
        })
    }

    fn listed<'a>(list: impl Iterator<Item = &'a [u8]>) -> Self {
        let number = |one: &[u8]| one.iter().fold(0, |sum, it| sum << 8 | u32::from(*it));
        Self {
            uniform: None,
            each: list.map(number).collect(),
        }
    }

    fn sum(&self, from: u32, held: u32) -> Result<u64, Unfit> {
        if let Some(size) = self.uniform {
            return Ok(u64::from(size) * u64::from(held));
        }
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let to = from.saturating_add(usize::try_from(held).unwrap_or(usize::MAX));
        let sizes = self.each.get(from..to).ok_or(Unfit::Broken)?;
        Ok(sizes.iter().map(|it| u64::from(*it)).sum())
    }
}

/// How many samples chunks hold: runs, each from a chunk on.
struct Runs {
    runs: Vec<(u32, u32)>,
    at: usize,
}

impl Runs {
    fn of(moov: &[u8], track: &Head) -> Result<Self, Unfit> {
        let table = table(moov, track)?;
        let it = find(moov, table.body..table.end, b"stsc")?.ok_or(Unfit::Broken)?;
        let entries = u64::from(count(moov, it.body + 4)?);
        let mut runs = Vec::new();
        for n in 0..entries {
            let at = it.body + 8 + 12 * n;
            runs.push((number(moov, at)?, number(moov, at + 4)?));
        }
        Ok(Self { runs, at: 0 })
    }

    /// Of the chunk of that number, from 1, asked in order.
    fn samples_of(&mut self, chunk: u32) -> u32 {
        while self.runs.get(self.at + 1).is_some_and(|it| it.0 <= chunk) {
            self.at += 1;
        }
        self.runs.get(self.at).map_or(0, |it| it.1)
    }
}
