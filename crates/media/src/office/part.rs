//! What becomes of a part, by its name.

use crate::{Kind, Place, Removed};

/// What becomes of a part.
pub(super) enum Fate {
    /// It stays behind.
    Leave(Removed),
    /// With it the whole document.
    Refuse,
    /// The list of types: entries of parts that stay behind are taken out.
    Types,
    /// A list of what a part points at.
    Relations,
    /// A part in XML, and what its texts are.
    Xml(Place),
    /// A picture.
    Picture(Kind),
    /// A document in the document.
    Document(Kind),
    /// Its place stays, without content.
    Empty,
    /// As it is.
    Keep,
}

/// Decides.
pub(super) fn fate(name: &str) -> Fate {
    let lower = name.to_ascii_lowercase();
    if lower == "[content_types].xml" {
        return Fate::Types;
    }
    if let Some(what) = left_behind(&lower) {
        return Fate::Leave(what);
    }
    match lower.rsplit('.').next().unwrap_or_default() {
        "rels" => Fate::Relations,
        "xml" | "vml" | "svg" => Fate::Xml(place(&lower)),
        "jpg" | "jpeg" | "jpe" => Fate::Picture(Kind::Jpeg),
        "png" => Fate::Picture(Kind::Png),
        "webp" => Fate::Picture(Kind::Webp),
        "mp4" | "m4v" | "mov" | "m4a" => Fate::Picture(Kind::Mp4),
        "mp3" => Fate::Picture(Kind::Mp3),
        "wav" => Fate::Picture(Kind::Wav),
        "docx" => Fate::Document(Kind::Word),
        "pptx" => Fate::Document(Kind::Slides),
        "xlsx" => Fate::Document(Kind::Sheet),
        // Fonts, and drawings made of strokes.
        "odttf" | "fntdata" | "ttf" | "emf" | "wmf" | "gif" | "bmp" => Fate::Keep,
        "tif" | "tiff" | "wdp" | "jxr" | "heic" => Fate::Empty,
        _ => Fate::Refuse,
    }
}

/// Whether a part of that name stays behind. Lists that point at it leave the line out.
pub(super) fn left_behind(lower: &str) -> Option<Removed> {
    let last = lower.rsplit('/').next().unwrap_or_default();
    match lower {
        _ if lower.starts_with("docprops/thumbnail") => Some(Removed::Thumbnail),
        _ if lower.starts_with("docprops/") => Some(Removed::Properties),
        _ if lower.starts_with("package/services/metadata/") => Some(Removed::Properties),
        _ if lower.starts_with("customxml/") => Some(Removed::Properties),
        _ if lower.starts_with("_xmlsignatures/") => Some(Removed::Authors),
        _ if lower.contains("/printersettings/") => Some(Removed::Paths),
        _ if lower.contains("/revisions/") || lower.contains("/activex/") => Some(Removed::Scripts),
        _ if last == "people.xml" || last.starts_with("vbaproject") => Some(Removed::Authors),
        _ if last == "docmetadata" || lower.starts_with("docmetadata/") => {
            Some(Removed::Properties)
        }
        _ => None,
    }
}

fn place(lower: &str) -> Place {
    let last = lower.rsplit('/').next().unwrap_or_default();
    let number: String = last.chars().filter(char::is_ascii_digit).collect();
    if lower.contains("comment") {
        Place::Comments
    } else if last.starts_with("header") || last.starts_with("footer") {
        Place::Margins
    } else if last.starts_with("footnotes")
        || last.starts_with("endnotes")
        || last.starts_with("notesslide")
    {
        Place::Notes
    } else if lower.starts_with("ppt/slides/") {
        Place::Slide(number.parse().unwrap_or(0))
    } else if lower.starts_with("xl/") && last != "workbook.xml" {
        Place::Cells
    } else if last == "document.xml" {
        Place::Body
    } else {
        Place::Labels
    }
}
