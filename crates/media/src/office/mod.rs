//! Office documents (ECMA-376): a zip of parts. Parts about the document's makers stay behind, the
//! names of authors in the others are replaced, pictures are made neutral, and the zip is written
//! anew, without the times and notes of its entries.

mod part;
mod relations;
mod xml;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::{Kind, Neutral, Piece, Removed, Unfit};
use part::{Fate, fate};

/// The most entries of a zip.
const MAX_ENTRIES: usize = 10_000;
/// The largest part, unpacked, in bytes.
const MAX_PART: u64 = 96 * 1024 * 1024;
/// All parts together, unpacked, in bytes.
const MAX_WHOLE: u64 = 384 * 1024 * 1024;
/// How many times larger than packed a part of more than a million bytes may become: what people
/// write stays far below a hundred.
const MAX_RATIO: u64 = 300;
/// How deep documents in documents are followed.
const MAX_DEPTH: u8 = 3;

/// Plans the rendition of a document.
pub(crate) fn neutral(kind: Kind, bytes: &[u8]) -> Result<Neutral, Unfit> {
    let mut made = Neutral::default();
    let mut budget = MAX_WHOLE;
    let written = rewrite(kind, bytes, &mut made, &mut budget, 0)?;
    made.pieces = vec![Piece::Bytes(written)];
    Ok(made)
}

fn rewrite(
    kind: Kind,
    bytes: &[u8],
    made: &mut Neutral,
    budget: &mut u64,
    depth: u8,
) -> Result<Vec<u8>, Unfit> {
    if depth > MAX_DEPTH {
        return Err(Unfit::Carries);
    }
    let parts = unpack(bytes, budget)?;
    if !parts.contains_key("[Content_Types].xml") || !parts.contains_key(main_part(kind)) {
        return Err(Unfit::Broken);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Readers expect the list of types first.
    let first = ["[Content_Types].xml", "_rels/.rels"];
    let rest = parts
        .keys()
        .map(String::as_str)
        .filter(|it| !first.contains(it));
    for name in first
        .into_iter()
        .filter(|it| parts.contains_key(*it))
        .chain(rest)
    {
        let Some(content) = parts.get(name) else {
            continue;
        };
        let content = match fate(name) {
            Fate::Leave(what) => {
                made.left(what);
                continue;
            }
            Fate::Refuse => return Err(Unfit::Carries),
            Fate::Types => relations::types(content)?,
            Fate::Relations => relations::clean(name, content, made)?,
            Fate::Xml(place) => xml::clean(name, content, place, made)?,
            Fate::Picture(kind) => picture(kind, content, made)?,
            Fate::Document(kind) => rewrite(kind, content, made, budget, depth + 1)?,
            Fate::Empty => Vec::new(),
            Fate::Keep => content.clone(),
        };
        write(&mut zip, name, &content).map_err(|_| Unfit::Broken)?;
    }
    let written = zip.finish().map_err(|_| Unfit::Broken)?;
    Ok(written.into_inner())
}

const fn main_part(kind: Kind) -> &'static str {
    match kind {
        Kind::Slides => "ppt/presentation.xml",
        Kind::Sheet => "xl/workbook.xml",
        _ => "word/document.xml",
    }
}

fn unpack(bytes: &[u8], budget: &mut u64) -> Result<BTreeMap<String, Vec<u8>>, Unfit> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
    if zip.len() > MAX_ENTRIES {
        return Err(Unfit::TooLarge);
    }
    let mut parts = BTreeMap::new();
    for n in 0..zip.len() {
        let mut entry = zip.by_index(n).map_err(|_| Unfit::Locked)?;
        let name = entry.name().map_err(|_| Unfit::Broken)?.into_owned();
        if entry.is_dir() {
            continue;
        }
        let limit = MAX_PART.min(*budget);
        let mut content = Vec::new();
        let read = (&mut entry).take(limit + 1).read_to_end(&mut content);
        let size = read.map_err(|_| Unfit::Broken)? as u64;
        let packed = entry.compressed_size().max(1);
        if size > limit || (size > 1_000_000 && size / packed > MAX_RATIO) {
            return Err(Unfit::TooLarge);
        }
        *budget -= size;
        // Two parts of one name are read by nobody in the same way.
        if parts.insert(name, content).is_some() {
            return Err(Unfit::Broken);
        }
    }
    Ok(parts)
}

fn picture(kind: Kind, content: &[u8], made: &mut Neutral) -> Result<Vec<u8>, Unfit> {
    let source = &mut crate::Bytes(content);
    // A picture that no reader could show is left as an empty part.
    let Ok(plan) = crate::neutral(kind, source) else {
        made.left(Removed::Leftovers);
        return Ok(Vec::new());
    };
    made.removed.extend(plan.removed.iter());
    plan.assemble(source)
}

fn write(
    zip: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    content: &[u8],
) -> Result<(), zip::result::ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    zip.start_file(name, options)?;
    zip.write_all(content)?;
    Ok(())
}
