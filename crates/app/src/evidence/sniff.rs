//! What a file is, judged by its content.

use domain::evidence::FileType;

/// How much of the beginning is looked at, in bytes.
pub(super) const HEAD: usize = 64 * 1024;

const TEXT: &str = "text/plain";
const CSV: &str = "text/csv";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const SLIDES: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The accepted type of a file that begins like this. The ending of its name is believed in one
/// thing only: that a text is a table.
pub(super) fn judge(head: &[u8], ending: Option<&str>) -> Option<FileType> {
    if let Some(media_type) = binary(head) {
        return FileType::of_media_type(media_type);
    }
    let mut text = Utf8::default();
    if !text.goes_on_with(head) {
        return None;
    }
    FileType::of_media_type(if ending == Some("csv") { CSV } else { TEXT })
}

/// Is it a type of which every byte has to be looked at?
pub(super) fn is_text(kind: FileType) -> bool {
    matches!(kind.media_type, TEXT | CSV)
}

fn binary(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"PK\x03\x04") {
        return office(head);
    }
    match infer::get(head)?.mime_type() {
        "application/pdf" => Some("application/pdf"),
        "image/jpeg" => Some("image/jpeg"),
        "image/png" => Some("image/png"),
        "image/webp" => Some("image/webp"),
        "audio/mpeg" => Some("audio/mpeg"),
        "audio/m4a" => Some("audio/mp4"),
        "audio/x-wav" => Some("audio/wav"),
        "audio/ogg" | "audio/opus" => Some("audio/ogg"),
        "video/mp4" | "video/x-m4v" => Some("video/mp4"),
        "video/webm" => Some("video/webm"),
        "video/quicktime" if head[4..8] == *b"ftyp" || head[4..8] == *b"moov" => {
            Some("video/quicktime")
        }
        _ => None,
    }
}

/// An office file is a zip whose first entries are a list of types and a folder of its kind.
fn office(head: &[u8]) -> Option<&'static str> {
    let names = || entries(head);
    if !names().any(|name| name == b"[Content_Types].xml") {
        return None;
    }
    names().find_map(|name| {
        let folder = name.split(|byte| *byte == b'/').next()?;
        match folder {
            b"word" => Some(WORD),
            b"ppt" => Some(SLIDES),
            b"xl" => Some(SHEET),
            _ => None,
        }
    })
}

/// The names in the local headers of a zip (APPNOTE.TXT 4.3.7), as far as they lie in the head.
fn entries(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    let starts = head.windows(4).enumerate();
    starts
        .filter(|(_, four)| *four == b"PK\x03\x04")
        .filter_map(|(at, _)| {
            let length = head.get(at + 26..at + 28)?;
            let length = usize::from(u16::from_le_bytes([length[0], length[1]]));
            head.get(at + 30..at + 30 + length)
        })
}

/// Follows a text through its pieces, of which a boundary may cut a character.
#[derive(Debug, Default)]
pub(super) struct Utf8 {
    cut: Vec<u8>,
}

impl Utf8 {
    /// Is it still UTF-8 without NUL?
    pub(super) fn goes_on_with(&mut self, bytes: &[u8]) -> bool {
        if bytes.contains(&0) {
            return false;
        }
        let all = [std::mem::take(&mut self.cut).as_slice(), bytes].concat();
        match std::str::from_utf8(&all) {
            Ok(_) => true,
            Err(error) if error.error_len().is_none() => {
                self.cut = all[error.valid_up_to()..].to_vec();
                true
            }
            Err(_) => false,
        }
    }

    /// Did it end with a whole character?
    pub(super) fn is_whole(&self) -> bool {
        self.cut.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn media_type(head: &[u8], ending: Option<&str>) -> Option<&'static str> {
        judge(head, ending).map(|it| it.media_type)
    }

    fn zip(names: &[&str]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for name in names {
            bytes.extend_from_slice(b"PK\x03\x04");
            bytes.extend_from_slice(&[0; 22]);
            bytes.extend_from_slice(&u16::try_from(name.len()).unwrap().to_le_bytes());
            bytes.extend_from_slice(&[0, 0]);
            bytes.extend_from_slice(name.as_bytes());
            bytes.extend_from_slice(b"some content");
        }
        bytes
    }

    #[test]
    fn the_content_decides_and_not_the_name() {
        assert_eq!(
            media_type(b"%PDF-1.7\n", Some("jpg")),
            Some("application/pdf")
        );
        assert_eq!(media_type(b"MZ\x90\0\x03\0\0\0", Some("pdf")), None);
        assert_eq!(media_type(b"\x7fELF\x02\x01\x01\0", Some("png")), None);
        assert_eq!(
            media_type(b"<html><script>", Some("pdf")),
            Some("text/plain")
        );
    }

    #[test]
    fn a_text_is_a_table_only_if_its_name_says_so_and_it_is_text() {
        assert_eq!(media_type(b"a,b\n1,2\n", Some("csv")), Some("text/csv"));
        assert_eq!(media_type(b"a,b\n1,2\n", None), Some("text/plain"));
        assert_eq!(media_type(b"a,b\0", Some("csv")), None);
        assert_eq!(media_type(b"\xff\xfea\0", Some("csv")), None);
    }

    #[test]
    fn an_office_file_is_known_by_what_is_in_it() {
        let types = "[Content_Types].xml";
        let of = |names: &[&str]| media_type(&zip(names), Some("docx"));
        assert_eq!(of(&[types, "_rels/.rels", "word/document.xml"]), Some(WORD));
        assert_eq!(of(&["ppt/presentation.xml", types]), Some(SLIDES));
        assert_eq!(of(&[types, "xl/workbook.xml"]), Some(SHEET));
        assert_eq!(of(&["word/document.xml"]), None);
        assert_eq!(of(&[types, "evil.exe"]), None);
    }

    #[test]
    fn a_character_may_be_cut_by_a_boundary_but_not_by_the_end() {
        let mut text = Utf8::default();
        let bytes = "niña".as_bytes();
        assert!(text.goes_on_with(&bytes[..3]));
        assert!(!text.is_whole());
        assert!(text.goes_on_with(&bytes[3..]));
        assert!(text.is_whole());
        assert!(!text.goes_on_with(b"\xff"));
    }
}
