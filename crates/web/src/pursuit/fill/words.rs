//! What is missing and what was refused, in words and at the field that it is about.

use domain::catalogue::WordLimits;
use domain::refusal::Place;

use super::unlimited;
use crate::form::{Mend, Words};
use crate::shell::Shell;
use crate::words;

/// The sentence of a refusal. Values that are numbers decide between one and many.
pub(crate) fn words_of(shell: &Shell, code: &str, parameters: &[(&'static str, String)]) -> String {
    let id = format!("refusal-{code}");
    if !words::knows(&id) {
        return shell.say("refusal-unreadable-request").to_string();
    }
    let sentence = parameters
        .iter()
        .fold(shell.say(&id), |phrase, (name, value)| {
            match value.parse::<u64>() {
                Ok(number) => phrase.put(name, number),
                Err(_) => phrase.put(name, value),
            }
        });
    sentence.to_string()
}

/// One thing to mend, at its field in the workspace.
pub(in crate::pursuit) fn mend_of(shell: &Shell, place: &Place) -> Mend {
    let field = match place.field.split_once('/') {
        Some(("attest", _)) => "attest".to_owned(),
        Some(("reopen", _)) => "reopen".to_owned(),
        _ => place.field.clone(),
    };
    Mend {
        field,
        text: words_of(shell, place.code, &place.parameters),
    }
}

/// The count of words under a text.
pub(super) fn words(
    shell: &Shell,
    limits: Option<WordLimits>,
    count: u32,
    saved: Option<String>,
) -> Words {
    let Some(limits) = limits else {
        return unlimited(shell, count, saved);
    };
    let sentence = || {
        shell
            .say("words-of")
            .put("least", limits.min)
            .put("most", limits.max)
    };
    Words {
        said: sentence().put("count", count).to_string(),
        pattern: sentence().put("count", "#").to_string(),
        saved,
    }
}
