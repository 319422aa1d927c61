//! Counting words, and the limits that answers keep to.

use serde::Serialize;

/// The number of words in a text.
///
/// A word is a run of characters without white space that holds at least one letter or digit of
/// any script, so a dash or a smiley that stands alone is not a word. The count is kind: a name
/// with a hyphen is one word. Scripts written without spaces count a phrase as one word.
#[must_use]
pub fn count_words(text: &str) -> u32 {
    let words = text
        .split_whitespace()
        .filter(|run| run.chars().any(char::is_alphanumeric))
        .count();
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// How many words an answer may have, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordLimits {
    /// The fewest words.
    pub min: u32,
    /// The most words.
    pub max: u32,
}

/// How a text breaks its [`WordLimits`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum WordLimitBreach {
    /// The text is shorter than asked.
    #[error("{words} words, at least {min} are needed")]
    TooFew {
        /// Words in the text.
        words: u32,
        /// The fewest words.
        min: u32,
    },
    /// The text is longer than allowed.
    #[error("{words} words, at most {max} are allowed")]
    TooMany {
        /// Words in the text.
        words: u32,
        /// The most words.
        max: u32,
    },
}

impl WordLimits {
    /// The number of words in a text that keeps to the limits, or how it breaks them.
    ///
    /// # Errors
    /// The one limit that is broken.
    pub fn check(self, text: &str) -> Result<u32, WordLimitBreach> {
        let words = count_words(text);
        if words < self.min {
            Err(WordLimitBreach::TooFew {
                words,
                min: self.min,
            })
        } else if words > self.max {
            Err(WordLimitBreach::TooMany {
                words,
                max: self.max,
            })
        } else {
            Ok(words)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_with_a_letter_or_digit() {
        assert_eq!(count_words(""), 0);
        assert_eq!(count_words("  \n\t "), 0);
        assert_eq!(count_words("One two\nthree"), 3);
        assert_eq!(count_words("wait - then — ask !"), 3);
        assert_eq!(count_words("well-known 3.5 don't"), 3);
        assert_eq!(count_words("La niña dibujó un pájaro"), 5);
        assert_eq!(count_words("a\u{a0}b\u{2003}c"), 3);
    }

    #[test]
    fn both_ends_of_the_limits_are_allowed() {
        let limits = WordLimits { min: 2, max: 3 };
        assert_eq!(
            limits.check("one"),
            Err(WordLimitBreach::TooFew { words: 1, min: 2 })
        );
        assert_eq!(limits.check("one two"), Ok(2));
        assert_eq!(limits.check("one two three"), Ok(3));
        assert_eq!(
            limits.check("one two three four"),
            Err(WordLimitBreach::TooMany { words: 4, max: 3 })
        );
    }

    proptest::proptest! {
        #[test]
        fn joining_two_texts_adds_their_words(a in "\\PC{0,60}", b in "\\PC{0,60}") {
            proptest::prop_assert_eq!(count_words(&format!("{a}\n{b}")), count_words(&a) + count_words(&b));
        }
    }
}
