use std::collections::BTreeSet;

use proptest::prelude::*;

use super::record::{Check, Fit, Found, PieceCheck, Record, TextCheck};
use super::{Identity, MAX_FINDINGS, Names, PlaceName, Whose, Why, search};
use crate::ids::EvidenceId;

fn place(whose: Whose, name: &str) -> PlaceName {
    PlaceName {
        whose,
        name: name.into(),
    }
}

fn of(name: &str) -> Identity {
    Identity {
        names: BTreeSet::from([name.to_owned()]),
        addresses: BTreeSet::from(["mdelgado77@larkfield.example".to_owned()]),
        places: BTreeSet::from([
            place(Whose::School, "Larkfield Elementary School"),
            place(Whose::District, "Tamarack County Unified School District"),
        ]),
    }
}

fn found(name: &str, text: &str) -> Vec<(Why, String)> {
    let names = Names::of(&of(name));
    let all = search(&names, text).findings;
    all.into_iter().map(|it| (it.why, it.words)).collect()
}

fn one(name: &str, text: &str) -> (Why, String) {
    let mut all = found(name, text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

#[test]
fn a_name_is_found_however_it_is_written() {
    for text in [
        "by Mara Okonjo",
        "by MARA OKONJO",
        "by mara   okonjo",
        "Okonjo, Mara",
        "Márä Ókonjo",
        "M\u{ad}ara\nOkonjo",
        "Mara-Okonjo's class",
        "(Mara \"M.\" Okonjo)",
    ] {
        assert_eq!(one("Mara Okonjo", text).0, Why::FullName, "{text}");
    }
    for text in [
        "Mrs. Okonjo",
        "okonjo’s pupils",
        "Thank you, Mara!",
        "ms okonjo",
    ] {
        assert_eq!(one("Mara Okonjo", text).0, Why::NamePart, "{text}");
    }
}

#[test]
fn double_surnames_are_found_in_each_of_their_forms() {
    let name = "María José García-Quintanilla de Echeverría";
    for text in [
        "García Quintanilla",
        "Garcia-Quintanilla Echeverria, Maria Jose",
        "José García",
        "María J. García de Echeverría",
        "QUINTANILLA DE ECHEVERRÍA",
    ] {
        assert_eq!(one(name, text).0, Why::FullName, "{text}");
    }
    assert_eq!(one(name, "la maestra Echeverria").0, Why::NamePart);
    assert!(
        found(name, "el libro de la clase").is_empty(),
        "small words of a name are no name"
    );
}

#[test]
fn an_everyday_word_is_a_name_only_where_the_text_treats_it_as_one() {
    for text in [
        "Grace period and grass fields.",
        "we will grant them grace",
        "In the end: Grace.",
        "GRACE NOTES IN MUSIC",
        "Fields of study",
    ] {
        assert!(found("Grace Fields", text).is_empty(), "{text}");
    }
    for (text, why) in [
        ("Then Ms. Fields came in", Why::NamePart),
        ("they said that Grace helps", Why::NamePart),
        ("grace fields", Why::FullName),
    ] {
        assert_eq!(one("Grace Fields", text).0, why, "{text}");
    }
}

#[test]
fn parts_of_other_words_are_no_finding() {
    for text in [
        "marathon",
        "Okonjoville",
        "Larkfields",
        "a tamarack tree? no: tamaracks",
        "remara",
    ] {
        let all = found("Mara Okonjo", text);
        assert!(all.iter().all(|it| it.1 == "tamarack"), "{text}: {all:?}");
    }
}

#[test]
fn initials_need_their_points_and_handles_their_length() {
    assert_eq!(
        one("Mara Okonjo", "signed M. O., in May"),
        (Why::Initials, "M. O".into())
    );
    assert_eq!(one("Mara Liv Okonjo", "signed M.L.O.").0, Why::Initials);
    assert!(found("Mara Okonjo", "the MO river; M O; m. o.").is_empty());
    assert!(found("Mara Okonjo", "M. O. S. is an office suite").is_empty());
    for text in ["see mokonjo", "@maraokonjo", "okonjom.docx"] {
        assert_eq!(one("Mara Okonjo", text).0, Why::Handle, "{text}");
    }
}

#[test]
fn addresses_and_their_first_parts_are_found() {
    let name = "Mara Okonjo";
    assert_eq!(
        one(name, "write to MDelgado77@Larkfield.example today"),
        (Why::Address, "MDelgado77@Larkfield.example".into())
    );
    assert_eq!(one(name, "user mdelgado77").0, Why::Address);
    let shared = Identity {
        addresses: BTreeSet::from(["teacher@x.example".into()]),
        ..Identity::default()
    };
    assert!(
        search(&Names::of(&shared), "the teacher asked")
            .findings
            .is_empty()
    );
}

#[test]
fn a_school_is_found_by_name_by_its_own_word_and_by_its_letters() {
    let name = "Mara Okonjo";
    for (text, why) in [
        ("at Larkfield Elementary School", Why::PlaceName),
        ("at larkfield elementary", Why::PlacePart),
        ("Larkfield’s pupils", Why::PlacePart),
        ("here at LES we wait", Why::PlaceInitials),
        ("TAMARACK COUNTY UNIFIED SCHOOL DISTRICT", Why::PlaceName),
        ("the TCUSD plan", Why::PlaceInitials),
    ] {
        assert_eq!(one(name, text).0, why, "{text}");
    }
    for text in [
        "an elementary school",
        "a unified school district",
        "les élèves",
        "county",
    ] {
        assert!(found(name, text).is_empty(), "{text}");
    }
    let hill = Identity {
        places: BTreeSet::from([place(Whose::School, "Hill School")]),
        ..Identity::default()
    };
    let hill = Names::of(&hill);
    assert!(
        search(&hill, "down the hill. Hill and dale")
            .findings
            .is_empty()
    );
    assert_eq!(search(&hill, "my time at Hill was good").findings.len(), 1);
}

#[test]
fn a_finding_says_where_it_stands_and_what_stands_around_it() {
    let names = Names::of(&of("Mara Okonjo"));
    let text = "First line.\n\nA letter from Mara Okonjo to them.";
    let finding = search(&names, text).findings.remove(0);
    assert_eq!((finding.line, finding.whose), (3, Whose::Person));
    assert_eq!(finding.before, "First line.  A letter from ");
    assert_eq!(finding.behind, " to them.");
}

#[test]
fn many_findings_are_counted_and_a_long_text_is_searched_in_no_time() {
    let names = Names::of(&of("Mara Okonjo"));
    let text = "Mara and nobody else. ".repeat(300_000);
    let all = search(&names, &text);
    assert_eq!(all.findings.len(), MAX_FINDINGS);
    assert_eq!(all.more, 300_000 - 100);
}

#[test]
fn other_names_or_rules_ask_for_a_new_search() {
    let mut identity = of("Mara Okonjo");
    let before = identity.fingerprint();
    identity.places.insert(place(Whose::School, "The Lark"));
    assert_ne!(before, identity.fingerprint());
}

fn piece(fit: Fit) -> PieceCheck {
    PieceCheck {
        evidence: EvidenceId::from_u128(1),
        requirement: "log".into(),
        shown_name: "log-1.pdf".into(),
        sha256: "00".into(),
        fit,
        found: Found::default(),
        shows_people: false,
    }
}

#[test]
fn what_is_pending_or_unfit_and_what_is_unexplained_keep_a_draft_from_being_sent() {
    let names = Names::of(&of("Mara Okonjo"));
    let mut check = Check {
        pieces: vec![
            piece(Fit::Pending),
            piece(Fit::Unfit {
                reason: "locked".into(),
            }),
        ],
        ..Check::default()
    };
    let codes = |check: &Check, why: &str| -> Vec<_> {
        check.missing(why).into_iter().map(|it| it.code).collect()
    };
    assert_eq!(codes(&check, ""), ["evidence-pending", "evidence-unfit"]);
    check.pieces.clear();
    assert!(codes(&check, "").is_empty());
    check.texts.push(TextCheck {
        field: "note".into(),
        findings: search(&names, "Mara wrote it").findings,
        more: 0,
    });
    assert_eq!(codes(&check, " "), ["findings-unexplained"]);
    assert!(codes(&check, "It is the name of a poet.").is_empty());
    let record = Record::of(check, "print".into(), " It is a poet. ");
    assert_eq!(record.why.as_deref(), Some("It is a poet."));
    assert_eq!(record.by_rule().get(&Why::NamePart), Some(&1));
}

proptest! {
    #[test]
    fn no_text_breaks_the_search(text in "\\PC{0,200}", name in "\\PC{0,40}") {
        let names = Names::of(&of(&name));
        for finding in search(&names, &text).findings {
            prop_assert!(!finding.words.is_empty());
        }
    }

    #[test]
    fn a_name_between_any_words_is_found(before in "[a-z ]{0,30}", behind in "[a-z ]{0,30}") {
        let text = format!("{before} Zyxoveth Quillback {behind}");
        prop_assert!(!found("Zyxoveth Quillback", &text).is_empty());
    }
}
