//! RIFF: WebP (RFC 9649) and WAV. Chunks that a player needs, and which way is up.

use crate::source::part;
use crate::{Neutral, Piece, Removed, Source, Unfit, orientation};

/// The most chunks of a file.
const MOST: usize = 100_000;

const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

struct Chunk {
    kind: [u8; 4],
    /// Of the content.
    from: u64,
    to: u64,
    /// With the byte that makes it even.
    next: u64,
}

fn chunk(source: &mut dyn Source, at: u64, end: u64) -> Result<Chunk, Unfit> {
    let head = part(source, at, at + 8)?;
    let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
    let from = at + 8;
    let to = from + u64::from(length);
    Ok(Chunk {
        kind: [head[0], head[1], head[2], head[3]],
        from,
        to,
        next: (to + u64::from(length % 2)).min(end.max(to)),
    })
}

/// Plans the rendition of a picture.
pub(crate) fn webp(bytes: &[u8]) -> Result<Neutral, Unfit> {
    if bytes.get(..4) != Some(b"RIFF") || bytes.get(8..12) != Some(b"WEBP") {
        return Err(Unfit::Broken);
    }
    let source = &mut crate::Bytes(bytes);
    let size = u32::from_le_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]);
    let end = (u64::from(size) + 8).min(source.size());
    let mut made = Neutral::default();
    let mut turn = None;
    let mut flags_at = None;
    let mut has_picture = false;
    let mut at = 12;
    while at + 8 <= end {
        let it = chunk(source, at, end)?;
        if it.to > end {
            return Err(Unfit::Broken);
        }
        let body = bytes
            .get(index(it.from)?..index(it.to)?)
            .ok_or(Unfit::Broken)?;
        match &it.kind {
            b"VP8X" => {
                let mut body = body.to_vec();
                *body.first_mut().ok_or(Unfit::Broken)? &= !(HAS_EXIF | HAS_XMP);
                flags_at = Some(made.pieces.len());
                write(&mut made, *b"VP8X", &body);
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" => {
                has_picture |= matches!(&it.kind, b"VP8 " | b"VP8L" | b"ANMF");
                write(&mut made, it.kind, body);
            }
            b"EXIF" => {
                made.left(Removed::CameraData);
                let tiff = body.strip_prefix(b"Exif\0\0").unwrap_or(body);
                turn = orientation::read(tiff);
            }
            b"XMP " => made.left(Removed::CameraData),
            _ => made.left(Removed::Leftovers),
        }
        at = it.next;
    }
    if !has_picture {
        return Err(Unfit::Broken);
    }
    if end < source.size() {
        made.left(Removed::Leftovers);
    }
    if let (Some(turn), Some(at)) = (turn, flags_at) {
        write(&mut made, *b"EXIF", &orientation::write(turn));
        if let Some(Piece::Bytes(head)) = made.pieces.get_mut(at) {
            head[8] |= HAS_EXIF;
        }
    }
    head(&mut made, *b"WEBP")?;
    Ok(made)
}

/// Plans the rendition of sound.
pub(crate) fn wav(source: &mut dyn Source) -> Result<Neutral, Unfit> {
    let size = source.size();
    let start = part(source, 0, 12.min(size))?;
    if start.get(..4) != Some(b"RIFF") || start.get(8..12) != Some(b"WAVE") {
        return Err(Unfit::Broken);
    }
    let mut made = Neutral::default();
    let (mut has_format, mut has_sound) = (false, false);
    let mut at = 12;
    for _ in 0..MOST {
        if at + 8 > size {
            break;
        }
        let it = chunk(source, at, size)?;
        // A recorder that was cut off, or that streams, gives no length.
        let to = it.to.min(size);
        match &it.kind {
            b"fmt " | b"fact" | b"data" => {
                has_format |= &it.kind == b"fmt ";
                has_sound |= &it.kind == b"data";
                let length = u32::try_from(to - it.from).map_err(|_| Unfit::TooLarge)?;
                made.bytes([it.kind.as_slice(), &length.to_le_bytes()].concat());
                made.keep(it.from, to);
                made.zeros(u64::from(length % 2));
            }
            b"LIST" | b"id3 " | b"ID3 " | b"bext" | b"iXML" => made.left(Removed::Tags),
            _ => made.left(Removed::Leftovers),
        }
        at = it.next.max(it.to);
    }
    if !has_format || !has_sound {
        return Err(Unfit::Broken);
    }
    head(&mut made, *b"WAVE")?;
    Ok(made)
}

/// Puts the head, which tells the size, before everything.
fn head(made: &mut Neutral, form: [u8; 4]) -> Result<(), Unfit> {
    let length = u32::try_from(made.size() + 4).map_err(|_| Unfit::TooLarge)?;
    let head = [b"RIFF".as_slice(), &length.to_le_bytes(), &form].concat();
    made.pieces.insert(0, Piece::Bytes(head));
    Ok(())
}

fn write(made: &mut Neutral, kind: [u8; 4], body: &[u8]) {
    let length = u32::try_from(body.len()).unwrap_or_default();
    let mut chunk = [kind.as_slice(), &length.to_le_bytes(), body].concat();
    if length % 2 == 1 {
        chunk.push(0);
    }
    made.bytes(chunk);
}

fn index(at: u64) -> Result<usize, Unfit> {
    usize::try_from(at).map_err(|_| Unfit::TooLarge)
}
