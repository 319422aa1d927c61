//! Refusals of files, each by one change of a sound package.

use super::super::MAX_TEMPLATE_BYTES;
use super::{
    DOCUMENT, Files, Kind, MAX_DOCUMENT_BYTES, MAX_FILES, findings, findings_of, package_of, parse,
    sample,
};

#[test]
fn a_package_without_its_document_is_refused() {
    let findings = parse(&Files::new()).unwrap_err();
    assert_eq!((findings.len(), findings[0].kind), (1, Kind::MissingFile));
}

#[test]
fn a_document_that_is_too_large_is_refused() {
    let document = format!("{}#{}", sample::DOCUMENT, "x".repeat(MAX_DOCUMENT_BYTES));
    assert_eq!(findings_of(&document)[0].kind, Kind::TooLarge);
}

#[test]
fn a_document_that_is_not_utf_8_is_refused() {
    let files = Files::from([(DOCUMENT.to_owned(), b"title = \"\xff\"".to_vec())]);
    assert_eq!(parse(&files).unwrap_err()[0].kind, Kind::NotText);
}

#[test]
fn a_document_that_is_not_toml_is_refused_with_its_line() {
    let findings = findings_of("code = \"WTW\"\ntitle = = 3\n");
    assert_eq!(
        (findings[0].kind, findings[0].line),
        (Kind::NotToml, Some(2))
    );
}

#[test]
fn deep_nesting_is_refused() {
    let findings = findings_of(&format!(
        "a = {}{}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    ));
    assert_eq!(findings[0].kind, Kind::NotToml);
}

#[test]
fn too_many_files_are_refused() {
    let mut files = package_of(sample::DOCUMENT);
    files.extend((0..MAX_FILES).map(|number| (format!("file-{number}.txt"), Vec::new())));
    assert_eq!(parse(&files).unwrap_err()[0].kind, Kind::TooMany);
}

#[test]
fn a_file_that_nothing_names_is_refused() {
    let mut files = package_of(sample::DOCUMENT);
    files.insert("notes.txt".to_owned(), b"?".to_vec());
    let findings = parse(&files).unwrap_err();
    assert_eq!((findings.len(), findings[0].kind), (1, Kind::UnknownFile));
    assert!(findings[0].found.contains("notes.txt"));
}

#[test]
fn a_template_that_cannot_be_used_is_refused() {
    for (bytes, kind) in [
        (&b""[..], Kind::EmptyText),
        (b"\xff", Kind::NotText),
        (b"a\x00b", Kind::BadCharacter),
        (&[b'x'; MAX_TEMPLATE_BYTES + 1], Kind::TooLarge),
    ] {
        let mut files = package_of(sample::DOCUMENT);
        files.insert("turn-log.csv".to_owned(), bytes.to_vec());
        let findings = parse(&files).unwrap_err();
        assert_eq!(
            (findings[0].kind, findings[0].place.as_str()),
            (kind, "requirements[2].template")
        );
    }
}

#[test]
fn a_template_is_a_file_of_the_package() {
    let findings = findings("\"turn-log.csv\"", "\"other.csv\"");
    assert!(
        findings
            .iter()
            .any(|it| it.kind == Kind::MissingFile && it.place == "requirements[2].template")
    );
    for path in [
        "../turn-log.csv",
        "/etc/passwd",
        ".hidden",
        "micro-credential.toml",
    ] {
        let findings = super::findings("\"turn-log.csv\"", &format!("\"{path}\""));
        assert!(findings.iter().any(|it| it.kind == Kind::BadName), "{path}");
    }
}
