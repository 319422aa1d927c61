//! The search: one walk over the words of a text.

use serde::{Deserialize, Serialize};

use super::common::{is_everyday, is_particle, is_title};
use super::fold::{Word, words};
use super::names::{Names, Row, Whose};
use super::{Finding, Why};

/// The most findings of one text that are listed; more are counted.
pub const MAX_FINDINGS: usize = 100;
/// How much of the text around a finding is shown on each side, in characters.
const AROUND: usize = 40;

/// What a search came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// In the order of the text, at most [`MAX_FINDINGS`].
    pub findings: Vec<Finding>,
    /// How many more there are.
    pub more: u32,
}

/// Searches a text. Takes time in proportion to its length.
#[must_use]
pub fn search(names: &Names, text: &str) -> Search {
    let words = words(text);
    let mut found = Search::default();
    let mut line = Line {
        text,
        at: 0,
        number: 1,
    };
    let mut n = 0;
    while n < words.len() {
        match at(names, text, &words, n) {
            Some(hit) => {
                let (from, to) = (words[n].from, words[n + hit.count - 1].to);
                if found.findings.len() < MAX_FINDINGS {
                    found.findings.push(Finding {
                        whose: hit.whose,
                        why: hit.why,
                        words: one_line(&text[from..to]),
                        before: before(text, from),
                        behind: behind(text, to),
                        line: line.of(from),
                    });
                } else {
                    found.more += 1;
                }
                n += hit.count;
            }
            None => n += 1,
        }
    }
    found
}

/// What was found from a word on, and over how many words.
struct Hit {
    whose: Whose,
    why: Why,
    count: usize,
}

/// The longest of what is found at a word.
fn at(names: &Names, text: &str, words: &[Word], n: usize) -> Option<Hit> {
    let row = row(names, words, n);
    let name = name(names, text, words, n);
    match (row, name) {
        (Some(row), Some(name)) if name.count >= row.count => Some(name),
        (row, name) => row.or(name),
    }
}

fn row(names: &Names, words: &[Word], n: usize) -> Option<Hit> {
    let first = &words[n];
    let rows = names.rows.get(&first.folded)?;
    let fits = |row: &&Row| {
        let here = words.get(n..n + row.words.len());
        let same = here.is_some_and(|it| it.iter().zip(&row.words).all(|(a, b)| a.folded == *b));
        same && (!row.is_letters || first.is_upper) && (!row.is_everyday || is_meant(words, n))
    };
    let row = rows.iter().find(fits)?;
    Some(Hit {
        whose: row.whose,
        why: row.why,
        count: row.words.len(),
    })
}

fn name(names: &Names, text: &str, words: &[Word], n: usize) -> Option<Hit> {
    let hit = |why, count| {
        Some(Hit {
            whose: Whose::Person,
            why,
            count,
        })
    };
    if names.parts.contains(&words[n].folded) {
        return match run(names, words, n) {
            1 if is_everyday(&words[n].folded) && !is_meant(words, n) => None,
            1 => hit(Why::NamePart, 1),
            count => hit(Why::FullName, count),
        };
    }
    let count = initials(names, text, words, n);
    if count > 0 {
        hit(Why::Initials, count)
    } else {
        None
    }
}

/// How many words from here on are parts of the name; small words and initials may stand between.
fn run(names: &Names, words: &[Word], n: usize) -> usize {
    const BETWEEN: usize = 3;
    let mut last = n;
    let mut next = n + 1;
    while let Some(word) = words.get(next) {
        let near = next - last <= BETWEEN;
        if near && names.parts.contains(&word.folded) && word.folded != words[last].folded {
            last = next;
        } else if !near || !(is_particle(&word.folded) || word.folded.chars().count() == 1) {
            break;
        }
        next += 1;
    }
    last - n + 1
}

/// Single letters with a point behind each, that are the initials of the name: how many words.
fn initials(names: &Names, text: &str, words: &[Word], n: usize) -> usize {
    const LONGEST: usize = 6;
    let mut letters = String::new();
    let mut longest = 0;
    for (count, word) in words[n..].iter().take(LONGEST).enumerate() {
        let is_one = word.folded.chars().count() == 1 && word.is_upper;
        if !is_one || !text[word.to..].starts_with('.') {
            break;
        }
        letters.push_str(&word.folded);
        if names.initials.contains(&letters) && count > 0 {
            longest = count + 1;
        }
    }
    // "A. B. C." that begins like the initials is somebody else's, or a list.
    let goes_on = words.get(n + longest).is_some_and(|it| {
        longest > 0 && it.folded.chars().count() == 1 && text[it.to..].starts_with('.')
    });
    if goes_on { 0 } else { longest }
}

/// Does the text itself treat an everyday word as a name?
fn is_meant(words: &[Word], n: usize) -> bool {
    let word = &words[n];
    let titled = n > 0 && is_title(&words[n - 1].folded);
    titled || (word.is_capital && !word.starts)
}

/// Counts lines as the search goes on, so that the whole takes one walk.
struct Line<'t> {
    text: &'t str,
    at: usize,
    number: u32,
}

impl Line<'_> {
    fn of(&mut self, place: usize) -> u32 {
        let passed = self.text.as_bytes().get(self.at..place).unwrap_or_default();
        let breaks = passed.iter().filter(|it| **it == b'\n').count();
        self.number = self
            .number
            .saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.at = place;
        self.number
    }
}

fn before(text: &str, from: usize) -> String {
    let start = text[..from].char_indices().rev().take(AROUND).last();
    one_line(&text[start.map_or(from, |it| it.0)..from])
}

fn behind(text: &str, to: usize) -> String {
    let end = text[to..]
        .char_indices()
        .nth(AROUND)
        .map_or(text.len(), |it| to + it.0);
    one_line(&text[to..end])
}

/// On one line; blanks at the ends stay, so that the parts fit together again.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|it| if it.is_control() { ' ' } else { it })
        .collect()
}
