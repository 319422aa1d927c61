//! Finding by words: what of a micro-credential is searched, and what a visitor asks for.
//!
//! Words are cut and folded here and nowhere else, so that both databases find the same: small
//! letters, without accents (`Evaluación` is found by `evaluacion`), parted by whatever is neither
//! letter nor digit.

use unicode_normalization::UnicodeNormalization;

use super::{Content, Refusal};

/// The longest search, in characters.
pub const MAX_CHARACTERS: usize = 200;

/// The most words of a search.
pub const MAX_WORDS: usize = 12;

/// Letters of a word that count; what follows is left out.
const LETTERS: usize = 40;

/// The words of a text, folded, in their order.
#[must_use]
pub fn words_of(text: &str) -> Vec<String> {
    let folded: String = text
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .fold(String::with_capacity(text.len()), |mut folded, c| {
            match c {
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                // An apostrophe within a word parts nothing: "don't" is one word.
                '\'' | '\u{2019}' => {}
                c if c.is_alphanumeric() => folded.push(c),
                _ => folded.push(' '),
            }
            folded
        });
    folded
        .split_whitespace()
        .map(|word| word.chars().take(LETTERS).collect())
        .collect()
}

/// A short name for a free text, to stand in addresses: its words joined by hyphens.
#[must_use]
pub fn key_of(text: &str) -> String {
    let key = words_of(text).join("-");
    key.chars().take(80).collect()
}

/// What is searched of one version, by weight: a hit in the title comes before one in the
/// competency, and both before one in the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    /// Words of title and code.
    pub title: Vec<String>,
    /// Words of the competency.
    pub competency: Vec<String>,
    /// Words of the rest: summary, method, tags, standards, what is handed in and judged, issuer.
    pub rest: Vec<String>,
}

impl Searched {
    /// The words of a content, with the name of its issuer.
    #[must_use]
    pub fn of(content: &Content, issuer: &str) -> Self {
        let mut rest: Vec<&str> = vec![&content.summary, &content.for_whom, issuer];
        let lists = [
            &content.tags,
            &content.subjects,
            &content.grades,
            &content.roles,
        ];
        rest.extend(lists.into_iter().flatten().map(String::as_str));
        rest.push(&content.key_method.name);
        let components = &content.key_method.components;
        rest.extend(components.iter().map(|it| it.name.as_str()));
        for alignment in &content.alignments {
            rest.extend([alignment.framework.as_str(), &alignment.title]);
            rest.extend(alignment.code.as_deref());
        }
        rest.extend(content.requirements.iter().map(|it| it.title.as_str()));
        rest.extend(content.rubric.criteria.iter().map(|it| it.title.as_str()));
        Self {
            title: [words_of(&content.title), words_of(content.code.as_str())].concat(),
            competency: words_of(&content.competency),
            rest: rest.into_iter().flat_map(words_of).collect(),
        }
    }
}

/// Words that are looked for, at least one; the last one may be the beginning of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// Reads what was typed; nothing if there is no word in it.
    ///
    /// # Errors
    /// [`Refusal::SearchTooLong`].
    pub fn parse(text: &str) -> Result<Option<Self>, Refusal> {
        if text.chars().count() > MAX_CHARACTERS {
            return Err(Refusal::SearchTooLong);
        }
        let mut words = words_of(text);
        if words.len() > MAX_WORDS {
            return Err(Refusal::SearchTooLong);
        }
        // A word twice asks nothing new; the last one stays last, since it may be unfinished.
        let last = words.pop();
        let mut distinct: Vec<String> = Vec::new();
        for word in words {
            if !distinct.contains(&word) && Some(&word) != last.as_ref() {
                distinct.push(word);
            }
        }
        distinct.extend(last);
        Ok((!distinct.is_empty()).then_some(Self(distinct)))
    }

    /// The words, of letters and digits only; the last one may be unfinished.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn accents_case_and_marks_do_not_matter() {
        assert_eq!(
            words_of("¿Evaluación FORMATIVA, según el niño?"),
            ["evaluacion", "formativa", "segun", "el", "nino"]
        );
        assert_eq!(words_of("wait-time (3 s)"), ["wait", "time", "3", "s"]);
        assert_eq!(
            words_of("don\u{2019}t Straße Œuvre"),
            ["dont", "strasse", "oeuvre"]
        );
        assert!(words_of("… — ¡!").is_empty());
        assert_eq!(words_of(&"a".repeat(90))[0].len(), LETTERS);
    }

    #[test]
    fn a_search_has_limits_and_may_be_empty() {
        assert_eq!(Query::parse("  … "), Ok(None));
        assert_eq!(Query::parse(&"a ".repeat(13)), Err(Refusal::SearchTooLong));
        assert_eq!(Query::parse(&"a".repeat(201)), Err(Refusal::SearchTooLong));
        let words = |text| Query::parse(text).unwrap().unwrap().words().to_vec();
        assert_eq!(words("Wait time, wait ti"), ["wait", "time", "ti"]);
        assert_eq!(words("time time"), ["time"]);
    }

    #[test]
    fn title_and_competency_are_kept_apart_from_the_rest() {
        let searched = Searched::of(&sample::content(), "Larkfield Institute");
        assert_eq!(searched.title, ["wait", "time", "wtw"]);
        assert!(searched.competency.contains(&"pause".to_owned()));
        for word in ["questioning", "larkfield", "recording", "discomfort", "ask"] {
            assert!(searched.rest.contains(&word.to_owned()), "{word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            let once = words_of(&text);
            proptest::prop_assert_eq!(words_of(&once.join(" ")), once.clone());
            proptest::prop_assert!(once.iter().all(|it| it.chars().all(char::is_alphanumeric)));
        }
    }
}
