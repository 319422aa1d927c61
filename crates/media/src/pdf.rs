//! PDF (ISO 32000-2): the pages, without what tells of whoever made them. The document is written
//! anew, so that earlier editions of it, which a PDF may carry, are gone.

mod words;

use lopdf::{Dictionary, Document, LoadOptions, Object};

use crate::{Neutral, Removed, Unfit, jpeg};

/// The largest stream that is unpacked, in bytes.
const MAX_STREAM: usize = 64 * 1024 * 1024;
/// The most objects.
const MAX_OBJECTS: usize = 300_000;
/// How deep a tree is followed.
const MAX_DEPTH: usize = 64;

/// Kinds of annotations that carry other files, sound, or film.
const CARRIERS: [&[u8]; 6] = [
    b"FileAttachment",
    b"Sound",
    b"Movie",
    b"Screen",
    b"RichMedia",
    b"3D",
];

/// Plans the rendition of a document.
pub(crate) fn neutral(bytes: &[u8]) -> Result<Neutral, Unfit> {
    let options = LoadOptions {
        max_decompressed_size: Some(MAX_STREAM),
        ..LoadOptions::default()
    };
    let mut document = Document::load_mem_with_options(bytes, options).map_err(|error| {
        let locked = matches!(error, lopdf::Error::Decryption(_))
            || bytes.windows(8).any(|it| it == b"/Encrypt");
        if locked { Unfit::Locked } else { Unfit::Broken }
    })?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Unfit::Locked);
    }
    if document.objects.len() > MAX_OBJECTS {
        return Err(Unfit::TooLarge);
    }
    if document.get_pages().is_empty() {
        return Err(Unfit::Broken);
    }
    let mut made = Neutral::default();
    clean(&mut document, &mut made);
    words::read(&document, &mut made.text);
    let mut written = Vec::new();
    document.save_to(&mut written).map_err(|_| Unfit::Broken)?;
    made.bytes(written);
    Ok(made)
}

fn clean(document: &mut Document, made: &mut Neutral) {
    for key in [b"Info".as_slice(), b"ID", b"Prev", b"XRefStm"] {
        if document.trailer.remove(key).is_some() && key == b"Info" {
            made.left(Removed::Properties);
        }
    }
    let carriers = carriers(document);
    for object in document.objects.values_mut() {
        scrub(object, made, 0);
    }
    for id in carriers {
        made.left(Removed::Attachments);
        document.objects.insert(id, Object::Null);
    }
    document.prune_objects();
}

/// Annotations that carry files, and the embedded files themselves.
fn carriers(document: &Document) -> Vec<lopdf::ObjectId> {
    let is_carrier = |it: &Dictionary| {
        it.has_type(b"EmbeddedFile")
            || it.has_type(b"Filespec")
            || it
                .get(b"Subtype")
                .and_then(Object::as_name)
                .is_ok_and(|kind| CARRIERS.contains(&kind))
    };
    let all = document.objects.iter();
    all.filter(|(_, object)| match object {
        Object::Dictionary(it) => is_carrier(it),
        Object::Stream(it) => is_carrier(&it.dict),
        _ => false,
    })
    .map(|(id, _)| *id)
    .collect()
}

fn scrub(object: &mut Object, made: &mut Neutral, depth: usize) {
    if depth > MAX_DEPTH {
        *object = Object::Null;
        return;
    }
    match object {
        Object::Array(all) => {
            for one in all {
                scrub(one, made, depth + 1);
            }
        }
        Object::Dictionary(it) => dictionary(it, made, depth),
        Object::Stream(it) => {
            if it.dict.has_type(b"Metadata") {
                it.set_content(Vec::new());
                made.left(Removed::Properties);
            }
            dictionary(&mut it.dict, made, depth);
            let only_jpeg = it
                .filters()
                .is_ok_and(|all| all == [b"DCTDecode".as_slice()]);
            if only_jpeg && let Ok(plan) = jpeg::neutral(&it.content) {
                let source = &mut crate::Bytes(&it.content);
                if let Ok(picture) = plan.assemble(source)
                    && picture.len() < it.content.len()
                {
                    made.removed.extend(plan.removed);
                    it.set_content(picture);
                }
            }
        }
        _ => {}
    }
}

fn dictionary(it: &mut Dictionary, made: &mut Neutral, depth: usize) {
    let mut leave = |it: &mut Dictionary, key: &[u8], what| {
        if it.remove(key).is_some() {
            made.left(what);
        }
    };
    leave(it, b"Metadata", Removed::Properties);
    leave(it, b"PieceInfo", Removed::Properties);
    leave(it, b"LastModified", Removed::Times);
    leave(it, b"EmbeddedFiles", Removed::Attachments);
    leave(it, b"AF", Removed::Attachments);
    leave(it, b"JavaScript", Removed::Scripts);
    leave(it, b"JS", Removed::Scripts);
    leave(it, b"AA", Removed::Scripts);
    leave(it, b"OpenAction", Removed::Scripts);
    leave(it, b"XFA", Removed::Properties);
    leave(it, b"Perms", Removed::Properties);
    leave(it, b"Collection", Removed::Attachments);
    leave(it, b"Thumb", Removed::Thumbnail);
    let kind = it
        .get(b"Subtype")
        .and_then(Object::as_name)
        .map(<[u8]>::to_vec);
    let is_annotation = it.has(b"Rect") && kind.is_ok();
    if is_annotation {
        leave(it, b"M", Removed::Times);
        leave(it, b"CreationDate", Removed::Times);
        leave(it, b"NM", Removed::Notes);
        // In a form field it is the name of the field.
        if !it.has(b"FT") && it.has(b"T") && !kind.is_ok_and(|it| it == b"Widget") {
            leave(it, b"T", Removed::Authors);
        }
    }
    // A signature names its signer, and does not hold for a document that was written anew.
    if it
        .get(b"FT")
        .and_then(Object::as_name)
        .is_ok_and(|it| it == b"Sig")
    {
        leave(it, b"V", Removed::Authors);
    }
    if it.has_type(b"Sig") || it.has_type(b"DocTimeStamp") {
        for key in [
            b"Name".as_slice(),
            b"Location",
            b"Reason",
            b"ContactInfo",
            b"Contents",
            b"Cert",
            b"M",
        ] {
            leave(it, key, Removed::Authors);
        }
    }
    for (_, value) in it.iter_mut() {
        scrub(value, made, depth + 1);
    }
}
