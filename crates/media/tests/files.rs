//! Real files, made by programs that people use (`make_files.py`), with a planted name in every place
//! that their types have for one.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{Cursor, Read};
use std::path::Path;

use media::{Bytes, Kind, Neutral, Piece, Place, Removed, Unfit, neutral};

const PLANTED: [&str; 4] = ["Zephyrine", "Quillfeather", "Mossgrove", "Quillcam"];

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    std::fs::read(folder.join(name)).unwrap()
}

fn made(kind: Kind, name: &str) -> (Neutral, Vec<u8>) {
    let original = file(name);
    let source = &mut Bytes(&original);
    let made = neutral(kind, source).unwrap_or_else(|why| panic!("{name}: {why}"));
    let bytes = made.assemble(source).unwrap();
    assert_eq!(made.size(), bytes.len() as u64, "{name}");
    (made, bytes)
}

/// Everything in the bytes that could be read: as they are, and what is packed in a zip.
fn readable(bytes: &[u8]) -> String {
    let mut all = String::from_utf8_lossy(bytes).into_owned();
    // Every second byte, for names in UTF-16.
    all.extend(
        bytes
            .iter()
            .filter(|it| **it != 0)
            .map(|it| char::from(*it)),
    );
    if let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for n in 0..zip.len() {
            let mut content = Vec::new();
            zip.by_index(n).unwrap().read_to_end(&mut content).unwrap();
            all.push_str(&readable(&content));
        }
    }
    all
}

fn assert_nobody_in(name: &str, bytes: &[u8]) {
    let all = readable(bytes);
    for planted in PLANTED {
        assert!(!all.contains(planted), "{planted} is still in {name}");
    }
}

#[test]
fn every_original_names_somebody_or_the_tests_below_prove_nothing() {
    for name in [
        "photo.jpg",
        "photo.png",
        "photo.webp",
        "film.mp4",
        "film.mov",
        "fragments.mp4",
        "sound.m4a",
        "sound.mp3",
        "sound.wav",
        "paper.docx",
        "slides.pptx",
        "table.xlsx",
    ] {
        let all = readable(&file(name));
        assert!(PLANTED.iter().any(|it| all.contains(it)), "{name}");
    }
}

#[test]
fn pictures_keep_every_point_and_their_turn_and_nothing_else() {
    for (kind, name) in [
        (Kind::Jpeg, "photo.jpg"),
        (Kind::Png, "photo.png"),
        (Kind::Webp, "photo.webp"),
    ] {
        let (it, bytes) = made(kind, name);
        assert_nobody_in(name, &bytes);
        assert!(it.removed.contains(&Removed::CameraData), "{name}");
        // Tag 0x0112 of one short value, 6.
        let turn = b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06";
        assert!(bytes.windows(turn.len()).any(|it| it == turn), "{name}");
        let again = neutral(kind, &mut Bytes(&bytes)).unwrap();
        assert_eq!(
            again.assemble(&mut Bytes(&bytes)).unwrap(),
            bytes,
            "{name}: a second time changes nothing"
        );
    }
}

#[test]
fn films_keep_their_size_and_every_byte_of_sight_and_sound() {
    for name in ["film.mp4", "film.mov", "sound.m4a", "fragments.mp4"] {
        let (it, bytes) = made(Kind::Mp4, name);
        assert_nobody_in(name, &bytes);
        assert!(it.removed.contains(&Removed::Tags), "{name}");
        assert_eq!(bytes.len(), file(name).len(), "{name}");
    }
}

#[test]
fn a_track_of_words_in_a_film_becomes_zeros() {
    let (it, bytes) = made(Kind::Mp4, "film.mp4");
    assert!(it.removed.contains(&Removed::Tracks));
    assert!(it.pieces.iter().any(|it| matches!(it, Piece::Zeros(_))));
    assert!(bytes.windows(4).any(|it| it == b"avcC"));
}

#[test]
fn sound_keeps_its_frames_and_no_tags() {
    let (it, bytes) = made(Kind::Mp3, "sound.mp3");
    assert_nobody_in("sound.mp3", &bytes);
    assert_eq!(it.removed.iter().collect::<Vec<_>>(), [&Removed::Tags]);
    assert_eq!(bytes[0], 0xFF);
    let (_, bytes) = made(Kind::Wav, "sound.wav");
    assert_nobody_in("sound.wav", &bytes);
    assert!(bytes.len() > 40_000);
}

#[test]
fn a_document_keeps_its_words_and_names_no_author() {
    for (kind, name) in [
        (Kind::Word, "paper.docx"),
        (Kind::Slides, "slides.pptx"),
        (Kind::Sheet, "table.xlsx"),
    ] {
        let (it, bytes) = made(kind, name);
        let mut all = readable(&bytes);
        // What people wrote themselves is theirs to change: it is found, not taken out.
        for theirs in [
            "Room of Z. Quillfeather",
            "Thank you, Mossgrove Academy!",
            "mailto:z.quillfeather@mossgrove.example",
        ] {
            all = all.replace(theirs, "");
        }
        for planted in PLANTED {
            assert!(!all.contains(planted), "{planted} is still in {name}");
        }
        assert!(all.contains("The pupils waited three seconds."), "{name}");
        assert!(it.removed.contains(&Removed::Properties), "{name}");
        let texts: Vec<_> = it.text.layers.iter().map(|it| it.text.as_str()).collect();
        assert!(
            texts.concat().contains("The pupils waited three seconds."),
            "{texts:?}"
        );
    }
}

#[test]
fn what_people_wrote_is_found_with_its_place() {
    let place = |kind, name, words: &str| {
        let (it, _) = made(kind, name);
        let found = it
            .text
            .layers
            .into_iter()
            .find(|it| it.text.contains(words));
        found.unwrap_or_else(|| panic!("{words} in {name}")).place
    };
    assert_eq!(
        place(Kind::Word, "paper.docx", "Room of Z. Quillfeather"),
        Place::Margins
    );
    assert_eq!(
        place(Kind::Word, "paper.docx", "Well seen."),
        Place::Comments
    );
    assert_eq!(
        place(Kind::Word, "paper.docx", "A change & more."),
        Place::Body
    );
    assert_eq!(
        place(Kind::Slides, "slides.pptx", "The pupils waited"),
        Place::Slide(1)
    );
    assert_eq!(
        place(Kind::Slides, "slides.pptx", "Thank you, Mossgrove"),
        Place::Notes
    );
    assert_eq!(
        place(Kind::Sheet, "table.xlsx", "The pupils waited"),
        Place::Cells
    );
    assert_eq!(
        place(Kind::Sheet, "table.xlsx", "z.quillfeather@mossgrove"),
        Place::Links
    );
    assert_eq!(
        place(Kind::Pdf, "paper.pdf", "The pupils waited"),
        Place::Page(1)
    );
    assert_eq!(
        place(Kind::Pdf, "paper.pdf", "of Mrs. Quillfeather"),
        Place::Page(2)
    );
    assert_eq!(
        place(Kind::Pdf, "paper.pdf", "example.org/of/quill"),
        Place::Links
    );
}

#[test]
fn a_pdf_is_written_anew_without_author_attachment_and_script() {
    let (it, bytes) = made(Kind::Pdf, "paper.pdf");
    let mut again = lopdf::Document::load_mem(&bytes).unwrap();
    assert_eq!(again.get_pages().len(), 2);
    assert!(again.trailer.get(b"Info").is_err());
    again.decompress();
    let mut plain = Vec::new();
    again.save_to(&mut plain).unwrap();
    let all = readable(&plain).replace("of Mrs. Quillfeather", "");
    for planted in ["Zephyrine", "Quillfeather", "Mossgrove", "app.alert"] {
        assert!(!all.contains(planted), "{planted}");
    }
    for what in [
        Removed::Properties,
        Removed::Authors,
        Removed::Attachments,
        Removed::Scripts,
    ] {
        assert!(it.removed.contains(&what), "{what:?} of {:?}", it.removed);
    }
}

#[test]
fn a_locked_pdf_and_damaged_files_are_refused_with_the_reason() {
    let of = |kind, bytes: &[u8]| neutral(kind, &mut Bytes(bytes)).map(|_| ());
    assert_eq!(of(Kind::Pdf, &file("locked.pdf")), Err(Unfit::Locked));
    assert_eq!(of(Kind::Pdf, b"%PDF-1.7\nsome content"), Err(Unfit::Broken));
    for (kind, name) in every_file() {
        let whole = file(name);
        for end in [0, 3, 40, whole.len() / 3] {
            // Cut short it is refused, or what is left of it is whole; it never breaks the program.
            let _ = of(kind, &whole[..end]);
        }
        assert!(of(kind, b"").is_err(), "{name}");
    }
}

#[test]
fn a_zip_that_unpacks_without_end_is_refused() {
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for name in ["[Content_Types].xml", "word/document.xml"] {
        bomb.start_file(name, options).unwrap();
        let zeros = vec![b' '; 20_000_000];
        std::io::Write::write_all(&mut bomb, &zeros).unwrap();
    }
    let bytes = bomb.finish().unwrap().into_inner();
    assert!(bytes.len() < 100_000);
    assert_eq!(
        neutral(Kind::Word, &mut Bytes(&bytes)).unwrap_err(),
        Unfit::TooLarge
    );
}

fn every_file() -> Vec<(Kind, &'static str)> {
    vec![
        (Kind::Jpeg, "photo.jpg"),
        (Kind::Png, "photo.png"),
        (Kind::Webp, "photo.webp"),
        (Kind::Mp4, "film.mp4"),
        (Kind::Mp4, "film.mov"),
        (Kind::Mp4, "fragments.mp4"),
        (Kind::Mp4, "sound.m4a"),
        (Kind::Mp3, "sound.mp3"),
        (Kind::Wav, "sound.wav"),
        (Kind::Pdf, "paper.pdf"),
        (Kind::Word, "paper.docx"),
        (Kind::Slides, "slides.pptx"),
        (Kind::Sheet, "table.xlsx"),
    ]
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(40))]
    #[test]
    fn a_file_with_changed_bytes_is_refused_or_made_but_breaks_nothing(
        n in 0usize..13,
        changes in proptest::collection::vec((0usize..100_000, 0u8..=255), 1..12),
    ) {
        let (kind, name) = every_file()[n];
        let mut bytes = file(name);
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if let Ok(made) = neutral(kind, &mut Bytes(&bytes)) {
            let _ = made.assemble(&mut Bytes(&bytes));
        }
    }
}
