//! What texts and files may tell of whoever made them: a part of pages.

use crate::pages::pursuit::Answer;
use crate::pages::sample;
use crate::shell::Shell;

/// A place that may tell who somebody is.
#[derive(Clone, Debug)]
pub struct FindingLine {
    /// Where, in words.
    pub place: String,
    /// Where it can be changed, in the page; empty if nowhere.
    pub address: String,
    /// What stands before it.
    pub before: String,
    /// What was found.
    pub words: String,
    /// What stands behind it.
    pub behind: String,
    /// What it tells, in words.
    pub why: String,
}

/// What was found in a draft.
#[derive(Clone, Debug)]
pub struct Findings {
    /// How much, or that nothing was found.
    pub said: String,
    /// Each place.
    pub lines: Vec<FindingLine>,
    /// That more is not listed.
    pub more: Option<String>,
    /// What could not be searched.
    pub notes: Vec<String>,
    /// Why it may stay; nothing if nothing was found and nothing was said.
    pub why: Option<Answer>,
}

impl Findings {
    /// With something in every place.
    pub(crate) fn sample(shell: &Shell, why: Option<Answer>) -> Self {
        Self {
            said: shell.say("findings-some").put("count", 2).to_string(),
            lines: vec![FindingLine::sample(shell)],
            more: Some(shell.say("findings-more").put("count", 1).to_string()),
            notes: vec![shell.say("findings-people").to_string()],
            why,
        }
    }
}

impl FindingLine {
    pub(crate) fn sample(shell: &Shell) -> Self {
        Self {
            place: shell
                .say("findings-line")
                .put("place", "turn-log-after.pdf")
                .put("line", 3)
                .to_string(),
            address: "#piece-e1".to_owned(),
            before: "A letter from ".to_owned(),
            words: sample::HOSTILE.to_owned(),
            behind: " to them.".to_owned(),
            why: shell.say("why-full-name").to_string(),
        }
    }
}
