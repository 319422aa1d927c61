//! What can be read in a PDF.

use lopdf::{Dictionary, Document, Object};

use crate::{Place, Text};

/// The most bytes of one page's content.
const MAX_PAGE: usize = 32 * 1024 * 1024;

pub(super) fn read(document: &Document, text: &mut Text) {
    for number in document.get_pages().into_keys() {
        let parts = document.extract_text_chunks_with_limit(&[number], MAX_PAGE);
        let mut page = String::new();
        let mut is_whole = true;
        for part in parts {
            match part {
                Ok(part) => page.push_str(&part),
                Err(_) => is_whole = false,
            }
        }
        // A page without a single letter is a picture, or its letters are.
        if !is_whole || page.trim().is_empty() || page.contains('\u{fffd}') {
            text.unread.push(Place::Page(number));
        }
        text.add(Place::Page(number), page);
    }
    for object in document.objects.values() {
        match object {
            Object::Dictionary(it) => labels(it, text),
            Object::Stream(it) => labels(&it.dict, text),
            _ => {}
        }
    }
}

/// Bookmarks, descriptions, comments, what was filled into a form, and links.
fn labels(it: &Dictionary, text: &mut Text) {
    for (key, place) in [
        (b"Title".as_slice(), Place::Labels),
        (b"Alt", Place::Labels),
        (b"ActualText", Place::Labels),
        (b"E", Place::Labels),
        (b"TU", Place::Labels),
        (b"V", Place::Labels),
        (b"Contents", Place::Comments),
        (b"RC", Place::Comments),
        (b"Subj", Place::Comments),
    ] {
        if let Ok(Object::String(bytes, _)) = it.get(key) {
            text.add(place, decoded(bytes));
        }
    }
    if let Ok(Object::String(bytes, _)) = it.get(b"URI") {
        let address = decoded(bytes);
        text.link(&address);
        text.add(Place::Links, address);
    }
    for (_, value) in it {
        if let Object::Dictionary(inner) = value {
            labels(inner, text);
        }
    }
}

/// A text string (7.9.2.2): UTF-16 with its mark, UTF-8 with its mark, or bytes of which the lower
/// half is ASCII.
fn decoded(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        let units: Vec<_> = rest
            .chunks_exact(2)
            .map(|it| u16::from_be_bytes([it[0], it[1]]))
            .collect();
        return String::from_utf16_lossy(&units);
    }
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) => text.to_owned(),
        Err(_) => rest.iter().map(|it| char::from(*it)).collect(),
    }
}
