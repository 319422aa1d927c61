//! MP3: the frames of sound, without the tags before and behind them (ID3v1, ID3v2, APE, Lyrics3).

use crate::source::part;
use crate::{Neutral, Removed, Source, Unfit};

/// The most tags on one side.
const MOST: usize = 16;
/// How far behind the tags the first frame may begin, in bytes.
const LEAD: u64 = 64 * 1024;

/// Plans the rendition of sound.
pub(crate) fn neutral(source: &mut dyn Source) -> Result<Neutral, Unfit> {
    let size = source.size();
    let mut from = 0;
    for _ in 0..MOST {
        match tag_before(source, from)? {
            0 => break,
            length => from += length,
        }
    }
    let mut to = size;
    for _ in 0..MOST {
        match tag_behind(source, to)? {
            0 => break,
            length if to > from + length => to -= length,
            _ => return Err(Unfit::Broken),
        }
    }
    let mut made = Neutral::default();
    if from > 0 || to < size {
        made.left(Removed::Tags);
    }
    let lead = part(
        source,
        from.min(to),
        (from + LEAD).min(to).max(from.min(to)),
    )?;
    let frame = lead.windows(4).position(is_frame).ok_or(Unfit::Broken)?;
    if frame > 0 {
        made.left(Removed::Leftovers);
    }
    made.keep(from + frame as u64, to);
    Ok(made)
}

/// The head of a frame of layer III: eleven bits of one, and no reserved value.
fn is_frame(head: &[u8]) -> bool {
    head[0] == 0xFF
        && head[1] & 0xE0 == 0xE0
        && head[1] & 0x18 != 0x08
        && head[1] & 0x06 == 0x02
        && head[2] & 0xF0 != 0xF0
        && head[2] & 0x0C != 0x0C
}

fn tag_before(source: &mut dyn Source, at: u64) -> Result<u64, Unfit> {
    let Ok(head) = part(source, at, at + 10) else {
        return Ok(0);
    };
    if head.starts_with(b"ID3") {
        let footer = if head[5] & 0x10 == 0 { 0 } else { 10 };
        let length = head[6..10]
            .iter()
            .fold(0, |sum, it| sum << 7 | u64::from(it & 0x7F));
        return Ok(10 + length + footer);
    }
    let Ok(head) = part(source, at, at + 32) else {
        return Ok(0);
    };
    if head.starts_with(b"APETAGEX") {
        return Ok(32 + little(&head[12..16]));
    }
    Ok(0)
}

fn tag_behind(source: &mut dyn Source, end: u64) -> Result<u64, Unfit> {
    let mut before = |length: u64, of: u64| match end.checked_sub(length) {
        Some(from) => part(source, from, from + of),
        None => Ok(Vec::new()),
    };
    if before(128, 3)? == b"TAG" {
        return Ok(128);
    }
    if before(227, 4)? == b"TAG+" {
        return Ok(227);
    }
    let foot = before(32, 32)?;
    if foot.starts_with(b"APETAGEX") {
        let header = if foot[23] & 0x80 == 0 { 0 } else { 32 };
        return Ok(little(&foot[12..16]) + header);
    }
    let foot = before(10, 10)?;
    if foot.starts_with(b"3DI") {
        let length = foot[6..10]
            .iter()
            .fold(0, |sum, it| sum << 7 | u64::from(it & 0x7F));
        return Ok(20 + length);
    }
    let foot = before(15, 15)?;
    if foot.get(6..) == Some(b"LYRICS200") {
        let digits = std::str::from_utf8(&foot[..6]).ok();
        let length: Option<u64> = digits.and_then(|it| it.parse().ok());
        return Ok(length.map_or(15, |it| it + 15));
    }
    if foot.get(6..) == Some(b"LYRICSEND") {
        let text = before(end.min(5_109), end.min(5_109))?;
        let begin = text.windows(11).rposition(|it| it == b"LYRICSBEGIN");
        return Ok(begin.map_or(9, |it| (text.len() - it) as u64));
    }
    Ok(0)
}

fn little(four: &[u8]) -> u64 {
    four.iter()
        .rev()
        .fold(0, |sum, it| sum << 8 | u64::from(*it))
}
