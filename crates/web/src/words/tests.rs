use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::*;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder with that ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found
}

/// Ids of a language with the values that each sentence uses.
fn sentences(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for (room, text) in rooms::texts(language) {
        assert!(
            FluentResource::try_new((*text).to_owned()).is_ok(),
            "{room} in {language:?} can be read"
        );
        let mut id = String::new();
        for line in text.lines().filter(|it| !it.starts_with('#')) {
            if let Some((name, _)) = line
                .split_once(" =")
                .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                id = name.to_owned();
                assert!(
                    all.insert(id.clone(), BTreeSet::new()).is_none(),
                    "{id} is said twice in {language:?}"
                );
            }
            let values = line.split('$').skip(1).map(|it| {
                it.split(|c: char| !(c.is_alphanumeric() || c == '-'))
                    .next()
            });
            all.entry(id.clone())
                .or_default()
                .extend(values.flatten().map(str::to_owned));
        }
    }
    all.remove("");
    all
}

/// The text of all templates and sources but the tests.
fn everything_that_speaks() -> String {
    let templates = files(&here("templates"), "html");
    let sources = files(&here("src"), "rs")
        .into_iter()
        .filter(|it| !it.ends_with("tests.rs"));
    templates
        .into_iter()
        .chain(sources)
        .map(|it| fs::read_to_string(it).unwrap())
        .collect()
}

/// What stands in double quotes and looks like the id of a sentence, after that word.
fn quoted_after<'a>(text: &'a str, word: &str) -> BTreeSet<&'a str> {
    let quoted = text
        .split(word)
        .skip(1)
        .filter_map(|it| it.split('"').next());
    quoted
        .filter(|it| {
            !it.is_empty()
                && it
                    .bytes()
                    .all(|c| c.is_ascii_lowercase() || c == b'-' || c.is_ascii_digit())
        })
        .collect()
}

#[test]
fn both_languages_say_the_same_sentences_with_the_same_values() {
    let (english, spanish) = (sentences(Language::English), sentences(Language::Spanish));
    for (id, values) in &english {
        assert_eq!(Some(values), spanish.get(id), "{id} in Spanish");
    }
    assert_eq!(
        english.len(),
        spanish.len(),
        "Spanish says more: {:?}",
        spanish.keys().find(|it| !english.contains_key(*it))
    );
}

#[test]
fn every_sentence_that_is_asked_for_exists() {
    let text = everything_that_speaks();
    let english = sentences(Language::English);
    let asked = quoted_after(&text, "say(\"");
    assert!(asked.len() > 50, "the search finds them");
    for id in asked {
        assert!(english.contains_key(id), "{id}");
    }
}

/// Beginnings of ids that are put together at run time, such as `"form-{}"`; those of dates, roles and
/// attestations come from a variable.
fn put_together(text: &str) -> Vec<&str> {
    let quoted = text
        .split('"')
        .filter_map(|it| it.split_once('{'))
        .map(|(front, _)| front);
    let fronts = quoted.filter(|it| {
        it.len() > 3 && it.ends_with('-') && it.bytes().all(|c| c.is_ascii_lowercase() || c == b'-')
    });
    fronts.chain(["month-", "role-", "attest-"]).collect()
}

#[test]
fn no_sentence_is_left_over() {
    let text = everything_that_speaks();
    let fronts = put_together(&text);
    for id in sentences(Language::English).into_keys() {
        let is_put_together = fronts.iter().any(|it| id.starts_with(it));
        assert!(
            is_put_together || text.contains(&format!("\"{id}\"")),
            "{id} is never said"
        );
    }
}

#[test]
fn every_refusal_of_a_page_says_what_to_do() {
    let english = sentences(Language::English);
    for id in english.keys().filter(|it| it.ends_with("-fix")) {
        assert!(
            english.contains_key(id.trim_end_matches("-fix")),
            "{id} has its first sentence"
        );
    }
}

#[test]
fn a_number_decides_between_one_and_many() {
    assert_eq!(
        say(Language::English, "hours").put("count", 1).to_string(),
        "1 hour"
    );
    assert_eq!(
        say(Language::Spanish, "hours")
            .put("count", 2_u16)
            .to_string(),
        "2 horas"
    );
}

#[test]
fn a_value_stands_in_the_sentence_without_invisible_marks() {
    let said = say(Language::English, "demo-be")
        .put("name", "Zoë")
        .to_string();
    assert_eq!(said, "Be Zoë");
}

#[test]
fn an_unknown_sentence_is_seen() {
    assert_eq!(
        say(Language::Spanish, "no-such-sentence").to_string(),
        "{no-such-sentence}"
    );
    assert!(!knows("no-such-sentence"));
}

#[test]
fn no_template_switches_escaping_off() {
    for file in files(&here("templates"), "html") {
        let text = fs::read_to_string(&file).unwrap();
        assert!(
            !text.contains("|safe") && !text.contains("| safe"),
            "{}",
            file.display()
        );
    }
}
