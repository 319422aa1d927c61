//! Words: every sentence that people read, in every language, by [Fluent](https://projectfluent.org).
//!
//! The messages of a room stand in `words/<language>/<room>.ftl` and are part of the program. A page asks for one by
//! its id: `shell.say("catalogue-title")`, with values `shell.say("catalogue-count").put("n", count)`. askama escapes
//! what comes out. A test holds that every id which is asked for exists in every language with the same values.

mod language;
mod phrase;
mod rooms;

pub use language::Language;
pub use phrase::{Phrase, ToWord};

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> = LazyLock::new(|| {
    Language::ALL
        .into_iter()
        .map(|it| (it, bundle(it)))
        .collect()
});

/// Loads a language. A message that cannot be read is left out and logged; the tests refuse such files.
fn bundle(language: Language) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Both languages are written from left to right: isolation marks would only disturb searching and copying.
    bundle.set_use_isolating(false);
    for (room, text) in rooms::texts(language) {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) => resource,
            Err((readable, errors)) => {
                tracing::error!(
                    language = language.code(),
                    room,
                    ?errors,
                    "words that cannot be read"
                );
                readable
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(
                language = language.code(),
                room,
                ?errors,
                "words that are said twice"
            );
        }
    }
    bundle
}

/// The sentence of that id in that language; in English if the language lacks it; else nothing.
fn find(language: Language, id: &str, values: &FluentArgs<'_>) -> Option<String> {
    let said = |language: Language| {
        let (_, bundle) = BUNDLES.iter().find(|(it, _)| *it == language)?;
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(values), &mut errors)
            .into_owned();
        if !errors.is_empty() {
            tracing::error!(
                language = language.code(),
                id,
                ?errors,
                "a sentence lacks a value"
            );
        }
        Some(text)
    };
    said(language).or_else(|| said(Language::English))
}

/// Starts a sentence.
pub fn say(language: Language, id: &str) -> Phrase {
    Phrase::new(language, id)
}

/// Is there a sentence of that id? For ids that come from elsewhere, such as the codes of refusals.
pub fn knows(id: &str) -> bool {
    BUNDLES.iter().any(|(_, bundle)| bundle.has_message(id))
}

/// Does this very language have a sentence of that id?
pub fn says(language: Language, id: &str) -> bool {
    let own = BUNDLES.iter().find(|(it, _)| *it == language);
    own.is_some_and(|(_, bundle)| bundle.has_message(id))
}

#[cfg(test)]
mod tests;
