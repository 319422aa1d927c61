//! Letters in words: subject, plain text and HTML, in the language of their receiver.

use app::letters::{Gathered, Occasion, Wording, Written};
use askama::Template;
use domain::letters::{Group, Pace};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::dates::Dates;
use crate::words::{self, Language, Phrase};

/// The words of the product, for letters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words;

/// One piece of news in a letter.
struct Piece {
    /// Its heading; none in a letter that has only this piece.
    title: Option<String>,
    paragraphs: Vec<String>,
    /// Full address and words of its button.
    button: Option<(String, String)>,
}

/// A letter as HTML. Its styles stand in it, since mail programs load no others.
#[derive(Template)]
#[template(path = "letters/mail.html")]
struct Html<'a> {
    language: Language,
    subject: &'a str,
    hello: &'a str,
    pieces: &'a [Piece],
    foot: &'a Foot,
}

/// What stands below every letter.
struct Foot {
    product: String,
    why: Option<String>,
    fewer: Option<(String, String)>,
    choices: Option<(String, String)>,
}

impl Wording for Words {
    fn letter(&self, of: &Occasion) -> Result<Written, String> {
        let language = language(&of.language);
        let foot = Foot {
            why: why(language, of.kind.group, of.fewer.is_some()),
            ..foot(language, of.fewer.as_deref(), choices_of(of))
        };
        let piece = Piece {
            title: None,
            ..piece(of)
        };
        written(language, subject(of), &of.name, &[piece], &foot)
    }

    fn gathered(&self, of: &Gathered) -> Result<Written, String> {
        let language = language(&of.language);
        let first = of.letters.first().ok_or("a digest of nothing")?;
        let sentence = match of.pace {
            Pace::Weekly => "letter-digest-subject-weekly",
            _ => "letter-digest-subject-daily",
        };
        let count = of.letters.len();
        let heading = words::say(language, sentence)
            .put("count", count)
            .put("first", subject(first))
            .to_string();
        let opening = Piece {
            title: None,
            paragraphs: vec![
                words::say(language, "letter-digest-text")
                    .put("count", count)
                    .to_string(),
            ],
            button: None,
        };
        let pieces: Vec<Piece> = std::iter::once(opening)
            .chain(of.letters.iter().map(piece))
            .collect();
        let foot = foot(language, of.fewer.as_deref(), Some(&of.choices));
        written(language, heading, &of.name, &pieces, &foot)
    }
}

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap_or_default()
}

/// The subject of a letter.
pub(super) fn subject(of: &Occasion) -> String {
    sentence(of, "subject").to_string()
}

/// A sentence of a letter with all its values.
fn sentence(of: &Occasion, part: &str) -> Phrase {
    let language = language(&of.language);
    let phrase = words::say(language, &format!("letter-{}-{part}", of.kind.name));
    of.kind.values.iter().fold(phrase, |phrase, name| {
        match of.values.get(name).unwrap_or(&Value::Null) {
            Value::Number(number) => phrase.put_named(name, number.as_f64().unwrap_or_default()),
            Value::String(role) if *name == "role" => {
                phrase.put_named(name, words::say(language, &format!("role-{role}")))
            }
            Value::String(text) => phrase.put_named(name, in_words(of, language, text)),
            Value::Null => phrase.put_named(name, ""),
            other => phrase.put_named(name, other.to_string()),
        }
    })
}

/// A time as people write it, other text as it is.
fn in_words(of: &Occasion, language: Language, text: &str) -> String {
    let Ok(moment) = text.parse::<Timestamp>() else {
        return text.to_owned();
    };
    let zone = of.values.get("time_zone").and_then(Value::as_str);
    match zone.and_then(|name| Some((name, TimeZone::get(name).ok()?))) {
        Some((name, zone)) => {
            format!("{} ({name})", Dates::new(language, zone).moment(moment))
        }
        None => Dates::new(language, TimeZone::UTC).day(moment),
    }
}

fn piece(of: &Occasion) -> Piece {
    let text = sentence(of, "text").to_string();
    let mut paragraphs: Vec<String> = text
        .split("\n\n")
        .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let button = (!of.way.is_empty()).then(|| (of.way.clone(), sentence(of, "button").to_string()));
    if button.is_none() {
        paragraphs.push(words::say(language(&of.language), "letter-way-hidden").to_string());
    }
    Piece {
        title: Some(subject(of)),
        paragraphs,
        button,
    }
}

fn choices_of(of: &Occasion) -> Option<&str> {
    (of.kind.group != Group::Account).then_some(of.choices.as_str())
}

fn why(language: Language, group: Group, can_stop: bool) -> Option<String> {
    let sentence = match group {
        Group::Account => "letter-why-account",
        _ if can_stop => return None,
        _ => "letter-why-work",
    };
    Some(words::say(language, sentence).to_string())
}

fn foot(language: Language, fewer: Option<&str>, choices: Option<&str>) -> Foot {
    let named = |address: &str, sentence: &str| {
        (
            address.to_owned(),
            words::say(language, sentence).to_string(),
        )
    };
    Foot {
        product: words::say(language, "product").to_string(),
        why: None,
        fewer: fewer.map(|it| named(it, "letter-fewer-one")),
        choices: choices.map(|it| named(it, "letter-choices")),
    }
}

fn written(
    language: Language,
    subject: String,
    name: &str,
    pieces: &[Piece],
    foot: &Foot,
) -> Result<Written, String> {
    let hello = match name {
        "" => words::say(language, "letter-hello-nobody").to_string(),
        name => words::say(language, "letter-hello")
            .put("name", name)
            .to_string(),
    };
    let html = Html {
        language,
        subject: &subject,
        hello: &hello,
        pieces,
        foot,
    };
    let html = html.render().map_err(|error| error.to_string())?;
    Ok(Written {
        text: plain(&hello, pieces, foot),
        subject,
        html,
    })
}

fn plain(hello: &str, pieces: &[Piece], foot: &Foot) -> String {
    let mut lines = vec![hello.to_owned()];
    for piece in pieces {
        lines.extend(piece.title.iter().map(|it| format!("* {it}")));
        lines.extend(piece.paragraphs.iter().cloned());
        let button = piece.button.iter();
        lines.extend(button.map(|(address, words)| format!("{words}:\n{address}")));
    }
    let mut below = vec![format!("-- \n{}", foot.product)];
    below.extend(foot.why.iter().cloned());
    let ways = foot.fewer.iter().chain(&foot.choices);
    below.extend(ways.map(|(address, words)| format!("{words}: {address}")));
    lines.push(below.join("\n"));
    lines.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use app::letters::{KINDS, Kind};
    use serde_json::json;

    use super::*;

    const HOSTILE: &str = "<script>alert('1')</script>";

    /// A letter of a kind with something in the place of each value.
    fn sample(kind: &'static Kind, language: Language) -> Occasion {
        let value = |name: &str| match name {
            "time_zone" => json!("America/Denver"),
            "attempt" | "open" | "met" | "days" | "count" | "minutes" | "hours" => json!(2),
            it if it.ends_with("_at") || it.ends_with("until") => json!("2026-03-02T15:00:00Z"),
            "title" | "address" => json!(HOSTILE),
            "role" => json!("lead-assessor"),
            it => json!(it),
        };
        let values = kind.values.iter().map(|it| ((*it).to_owned(), value(it)));
        Occasion {
            kind,
            language: language.code().to_owned(),
            values: Value::Object(values.collect()),
            name: "Mara".to_owned(),
            way: "https://c.example/somewhere".to_owned(),
            fewer: kind
                .group
                .allows(Pace::Off)
                .then(|| "https://c.example/unsubscribe/x".to_owned()),
            choices: "https://c.example/account/letters".to_owned(),
        }
    }

    /// As a page, but for the styles: mail programs load none from elsewhere.
    fn well_formed(html: &str) {
        let mut parts = html.split(" style=\"");
        let mut plain = parts.next().unwrap().to_owned();
        for part in parts {
            plain.push_str(part.split_once('"').unwrap().1);
        }
        crate::pages::markup::well_formed(&plain).unwrap();
    }

    #[test]
    fn every_kind_has_its_words_in_every_language() {
        for kind in KINDS {
            for language in Language::ALL {
                for part in ["subject", "text", "button"] {
                    let id = format!("letter-{}-{part}", kind.name);
                    assert!(words::says(language, &id), "{id} in {}", language.code());
                }
                let it = Words.letter(&sample(kind, language)).unwrap();
                let whole = format!("{}\n{}", it.subject, it.text);
                let name = kind.name;
                assert!(!whole.contains('{'), "{name}: a value is missing: {whole}");
                assert!(
                    !it.subject.contains('\n'),
                    "{name}: the subject is one line"
                );
                assert!(
                    it.text.contains("https://c.example/somewhere"),
                    "{name}: {whole}"
                );
                assert!(!it.html.contains(HOSTILE), "{name} lets markup through");
                let lang = format!("lang=\"{}\"", language.code());
                assert!(it.html.contains(&lang), "{name}: {lang}");
                well_formed(&it.html);
            }
        }
    }

    #[test]
    fn what_can_be_stopped_says_how_and_what_cannot_says_why() {
        for kind in KINDS {
            let it = Words.letter(&sample(kind, Language::English)).unwrap();
            let can_stop = kind.group.allows(Pace::Off);
            let says_how = it.text.contains("https://c.example/unsubscribe/x");
            assert_eq!(says_how, can_stop, "{}", kind.name);
            assert_eq!(
                it.text.contains("You get this because"),
                !can_stop,
                "{}",
                kind.name
            );
        }
    }

    #[test]
    fn a_deadline_names_its_zone_and_a_day_needs_none() {
        let kind = Kind::of("review-assigned").unwrap();
        let it = Words.letter(&sample(kind, Language::English)).unwrap();
        assert!(
            it.subject.contains("2 Mar 2026, 08:00 (America/Denver)"),
            "{}",
            it.subject
        );
        let kind = Kind::of("qualification-granted").unwrap();
        let it = Words.letter(&sample(kind, Language::Spanish)).unwrap();
        assert!(it.text.contains("2 de marzo de 2026"), "{}", it.text);
    }

    #[test]
    fn what_waited_for_the_evening_is_one_letter() {
        let letters: Vec<_> = KINDS
            .iter()
            .map(|it| sample(it, Language::English))
            .collect();
        let gathered = Gathered {
            pace: Pace::Daily,
            language: "en".to_owned(),
            name: "Mara".to_owned(),
            fewer: Some("https://c.example/unsubscribe/y".to_owned()),
            choices: "https://c.example/account/letters".to_owned(),
            letters: letters.clone(),
        };
        let it = Words.gathered(&gathered).unwrap();
        assert_eq!(
            it.subject,
            format!("Today: {} pieces of news", letters.len())
        );
        for letter in &letters {
            assert!(
                it.text.contains(&format!("* {}", subject(letter))),
                "{}",
                letter.kind.name
            );
        }
        assert!(it.text.contains("https://c.example/unsubscribe/y"));
        well_formed(&it.html);
        let one = Gathered {
            letters: letters[..1].to_vec(),
            ..gathered
        };
        let alone = format!("Today: {}", subject(&letters[0]));
        assert_eq!(Words.gathered(&one).unwrap().subject, alone);
    }

    #[test]
    fn a_link_that_may_not_be_shown_is_not_there() {
        let mut of = sample(&KINDS[0], Language::English);
        of.way.clear();
        let it = Words.letter(&of).unwrap();
        assert!(it.text.contains("The link is shown to its receiver alone."));
        assert!(!it.text.contains("somewhere"));
    }
}
