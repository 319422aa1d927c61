//! A text as words in which case, accents, blanks and punctuation make no difference.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In small letters without accents.
    pub folded: String,
    /// Where it begins in the text, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Begins with a capital letter, and is not all capitals.
    pub is_capital: bool,
    /// All its letters are capitals.
    pub is_upper: bool,
    /// Is the first word of a sentence or line.
    pub starts: bool,
}

/// Letters that the decomposition of Unicode leaves whole.
fn plain(letter: char) -> &'static str {
    match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'þ' => "th",
        _ => "",
    }
}

/// Invisible characters inside words: soft hyphen, joiners, marks of direction.
fn is_invisible(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// One word folded.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    let letters = word
        .nfkd()
        .filter(|it| !is_combining_mark(*it) && !is_invisible(*it));
    for letter in letters.flat_map(char::to_lowercase) {
        match plain(letter) {
            // Lower case may bring marks of its own, as in İ.
            "" if is_combining_mark(letter) => {}
            "" => folded.push(letter),
            other => folded.push_str(other),
        }
    }
    folded
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    let mut start = None;
    let mut starts = true;
    for (at, it) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = it.is_alphanumeric() || is_combining_mark(it) || is_invisible(it);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                all.extend(word(text, from, at, starts));
                starts = false;
                start = None;
            }
            _ => {}
        }
        // The point behind an initial ends no sentence.
        let is_initial = it == '.'
            && all
                .last()
                .is_some_and(|it: &Word| it.to == at && it.folded.chars().count() == 1);
        if !inside
            && !is_initial
            && matches!(
                it,
                '.' | '!' | '?' | ':' | '\n' | '¿' | '¡' | '•' | '"' | '“'
            )
        {
            starts = true;
        }
    }
    all
}

fn word(text: &str, from: usize, to: usize, starts: bool) -> Option<Word> {
    let raw = text.get(from..to)?;
    let folded = fold(raw);
    let mut letters = raw.chars().filter(|it| it.is_alphabetic());
    let first = letters.next();
    let is_capital = first.is_some_and(char::is_uppercase);
    let is_upper = is_capital && letters.all(char::is_uppercase);
    (!folded.is_empty()).then_some(Word {
        folded,
        from,
        to,
        is_capital: is_capital && !is_upper,
        is_upper,
        starts,
    })
}
