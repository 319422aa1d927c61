//! PNG (W3C, third edition): chunks that a decoder needs, colours, animation, and which way is up.

use flate2::Crc;

use crate::{Neutral, Removed, Unfit, orientation};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

const KEPT: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"bKGD", b"hIST",
    b"pHYs", b"acTL", b"fcTL", b"fdAT", b"cICP", b"mDCV", b"cLLI",
];

/// Plans the rendition of a picture.
pub(crate) fn neutral(bytes: &[u8]) -> Result<Neutral, Unfit> {
    if !bytes.starts_with(SIGNATURE) || bytes.get(12..16) != Some(b"IHDR") {
        return Err(Unfit::Broken);
    }
    let mut made = Neutral::default();
    made.keep(0, 8);
    let mut at = 8;
    let mut has_data = false;
    loop {
        let head = bytes.get(at..at + 8).ok_or(Unfit::Broken)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let length = usize::try_from(length).map_err(|_| Unfit::Broken)?;
        let end = at.checked_add(12 + length).ok_or(Unfit::Broken)?;
        let body = bytes.get(at + 8..end - 4).ok_or(Unfit::Broken)?;
        if end > bytes.len() {
            return Err(Unfit::Broken);
        }
        let kind: [u8; 4] = [head[4], head[5], head[6], head[7]];
        has_data |= &kind == b"IDAT";
        if &kind == b"IEND" {
            made.keep(at as u64, end as u64);
            if end < bytes.len() {
                made.left(Removed::Leftovers);
            }
            return if has_data {
                Ok(made)
            } else {
                Err(Unfit::Broken)
            };
        }
        chunk(&mut made, kind, body, at, end);
        at = end;
    }
}

fn chunk(made: &mut Neutral, kind: [u8; 4], body: &[u8], at: usize, end: usize) {
    if KEPT.iter().any(|it| **it == kind) {
        made.keep(at as u64, end as u64);
        return;
    }
    match &kind {
        b"eXIf" => {
            made.left(Removed::CameraData);
            if let Some(turn) = orientation::read(body) {
                write(made, *b"eXIf", &orientation::write(turn));
            }
        }
        b"iCCP" => {
            // The profile has a free name before its first zero.
            if let Some(name) = body.iter().position(|it| *it == 0) {
                write(made, *b"iCCP", &[b"icc".as_slice(), &body[name..]].concat());
            }
        }
        b"tIME" => made.left(Removed::Times),
        b"tEXt" | b"zTXt" | b"iTXt" => made.left(Removed::Notes),
        _ => made.left(Removed::Leftovers),
    }
}

fn write(made: &mut Neutral, kind: [u8; 4], body: &[u8]) {
    let mut crc = Crc::new();
    crc.update(&kind);
    crc.update(body);
    let length = u32::try_from(body.len()).unwrap_or_default();
    let chunk = [
        &length.to_be_bytes(),
        kind.as_slice(),
        body,
        &crc.sum().to_be_bytes(),
    ];
    made.bytes(chunk.concat());
}
