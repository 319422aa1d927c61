//! Boxes: a size, a kind, a content.

use std::ops::Range;

use crate::Unfit;

/// The most boxes of one floor.
const MOST: usize = 10_000;

/// A box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// What it is.
    pub kind: [u8; 4],
    /// Where it begins.
    pub start: u64,
    /// Where its content begins.
    pub body: u64,
    /// Where it ends.
    pub end: u64,
}

/// Reads the head of the box at `at`, given up to 16 of its bytes; nothing if it does not lie
/// before `limit`.
pub(super) fn head(bytes: &[u8], at: u64, limit: u64) -> Option<Head> {
    let size = u64::from(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?));
    let kind = bytes.get(4..8)?.try_into().ok()?;
    let (header, size) = match size {
        0 => (8, limit.checked_sub(at)?),
        1 => (16, u64::from_be_bytes(bytes.get(8..16)?.try_into().ok()?)),
        size => (8, size),
    };
    let end = at.checked_add(size)?;
    (size >= header && end <= limit).then_some(Head {
        kind,
        start: at,
        body: at + header,
        end,
    })
}

/// The boxes in a range of bytes that are at hand.
pub(super) fn each(bytes: &[u8], range: Range<u64>) -> Result<Vec<Head>, Unfit> {
    let mut all = Vec::new();
    let mut at = range.start;
    // QuickTime ends some lists with four zeros.
    while at + 8 <= range.end {
        if all.len() == MOST {
            return Err(Unfit::TooLarge);
        }
        let start = slice(bytes, at..(at + 16).min(range.end))?;
        let it = head(start, at, range.end).ok_or(Unfit::Broken)?;
        at = it.end;
        all.push(it);
    }
    Ok(all)
}

/// The box of that kind in a range.
pub(super) fn find(bytes: &[u8], range: Range<u64>, kind: &[u8; 4]) -> Result<Option<Head>, Unfit> {
    Ok(each(bytes, range)?.into_iter().find(|it| it.kind == *kind))
}

/// The bytes of a range.
pub(super) fn slice(bytes: &[u8], range: Range<u64>) -> Result<&[u8], Unfit> {
    let index = |at: u64| usize::try_from(at).map_err(|_| Unfit::Broken);
    bytes
        .get(index(range.start)?..index(range.end)?)
        .ok_or(Unfit::Broken)
}

/// Makes a box free, and its content zeros.
pub(super) fn blank(bytes: &mut [u8], it: &Head) {
    fill(bytes, it.start + 4..it.start + 8, b"free");
    zero(bytes, it.body..it.end);
}

/// Overwrites a range with zeros, as far as it lies inside.
pub(super) fn zero(bytes: &mut [u8], range: Range<u64>) {
    let (from, to) = (index(range.start), index(range.end).min(bytes.len()));
    if let Some(part) = bytes.get_mut(from..to) {
        part.fill(0);
    }
}

fn fill(bytes: &mut [u8], range: Range<u64>, by: &[u8]) {
    if let Some(part) = bytes.get_mut(index(range.start)..index(range.end)) {
        part.copy_from_slice(by);
    }
}

fn index(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// A number of four bytes.
pub(super) fn number(bytes: &[u8], at: u64) -> Result<u32, Unfit> {
    let four = slice(bytes, at..at.saturating_add(4))?;
    Ok(four.iter().fold(0, |sum, it| sum << 8 | u32::from(*it)))
}
