//! JPEG (ITU-T T.81): segments that a decoder needs, the colour profile, and which way is up.

use crate::{Neutral, Removed, Unfit, orientation};

const SOS: u8 = 0xDA;
const EOI: u8 = 0xD9;

/// Plans the rendition of a picture.
pub(crate) fn neutral(bytes: &[u8]) -> Result<Neutral, Unfit> {
    if !bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Err(Unfit::Broken);
    }
    let mut made = Neutral::default();
    made.bytes([0xFF, 0xD8]);
    let mut turn = None;
    let mut seen = (false, false);
    let mut at = 2;
    // The turn goes before everything else, where readers look for it.
    let turn_at = made.pieces.len();
    while let Some((marker, start)) = next_marker(bytes, at) {
        if marker == EOI {
            finish(&mut made, bytes, start + 2, turn, turn_at);
            return if seen == (true, true) {
                Ok(made)
            } else {
                Err(Unfit::Broken)
            };
        }
        if marker == 0x01 || (0xD0..=0xD8).contains(&marker) {
            at = start + 2;
            continue;
        }
        let length = bytes.get(start + 2..start + 4).ok_or(Unfit::Broken)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let end = start + 2 + length;
        let body = bytes.get(start + 4..end).ok_or(Unfit::Broken)?;
        if let Some(found) = application(&mut made, marker, body, start, end)? {
            turn = Some(found);
        }
        seen.0 |= matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        at = end;
        if marker == SOS {
            seen.1 = true;
            at = end_of_scan(bytes, end);
            made.keep(end as u64, at as u64);
        }
    }
    // A camera that was cut off leaves no end: the picture is there all the same.
    if seen == (true, true) {
        finish(&mut made, bytes, bytes.len(), turn, turn_at);
        return Ok(made);
    }
    Err(Unfit::Broken)
}

/// Keeps or leaves a segment; answers the turn that it asks for.
fn application(
    made: &mut Neutral,
    marker: u8,
    body: &[u8],
    start: usize,
    end: usize,
) -> Result<Option<u8>, Unfit> {
    match marker {
        0xE0 if body.starts_with(b"JFIF\0") => {
            let fixed = body.get(..12).ok_or(Unfit::Broken)?;
            made.bytes([&[0xFF, 0xE0, 0, 16], fixed, &[0, 0]].concat());
            if body.get(12..14) != Some(&[0, 0]) {
                made.left(Removed::Thumbnail);
            }
        }
        0xE0 => made.left(Removed::Thumbnail),
        0xE1 => {
            made.left(Removed::CameraData);
            return Ok(body.strip_prefix(b"Exif\0\0").and_then(orientation::read));
        }
        0xE2 if body.starts_with(b"ICC_PROFILE\0") => made.keep(start as u64, end as u64),
        0xEE if body.starts_with(b"Adobe") && body.len() == 12 => {
            made.keep(start as u64, end as u64);
        }
        0xE2..=0xEF => made.left(Removed::CameraData),
        0xFE => made.left(Removed::Notes),
        _ => made.keep(start as u64, end as u64),
    }
    Ok(None)
}

fn finish(made: &mut Neutral, bytes: &[u8], end: usize, turn: Option<u8>, turn_at: usize) {
    made.bytes([0xFF, EOI]);
    if end < bytes.len() {
        made.left(Removed::Leftovers);
    }
    if let Some(turn) = turn {
        let data = [b"Exif\0\0".as_slice(), &orientation::write(turn)].concat();
        let length = u16::try_from(data.len() + 2).unwrap_or_default();
        let segment = [&[0xFF, 0xE1], length.to_be_bytes().as_slice(), &data].concat();
        made.pieces.insert(turn_at, crate::Piece::Bytes(segment));
    }
}

/// The next marker and where its 0xFF stands; fill bytes before it are skipped.
fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    if *bytes.get(at)? != 0xFF {
        return None;
    }
    let fill = bytes
        .get(at..)?
        .iter()
        .take_while(|it| **it == 0xFF)
        .count();
    let marker = *bytes.get(at + fill)?;
    Some((marker, at + fill - 1))
}

/// Where coded data ends: at a marker that is neither a stuffed zero nor a restart.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(two) = bytes.get(at..at + 2) {
        if two[0] == 0xFF && !matches!(two[1], 0x00 | 0xD0..=0xD7 | 0xFF) {
            return at;
        }
        at += 1;
    }
    bytes.len()
}
