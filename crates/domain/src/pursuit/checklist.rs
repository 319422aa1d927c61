//! The checklist: everything that is missing before a draft can be submitted, at once.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Draft, Field, Refusal, Snapshot};
use crate::catalogue::{Content, Prompt, Requirement, WordLimitBreach};
use crate::ids::VersionId;
use crate::refusal::Place;

/// What an educator attests when submitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attestation {
    /// It is my own work.
    OwnWork,
    /// It is ready for review.
    Ready,
    /// The consents that it needs hold.
    Consents,
    /// The use of AI is described.
    AiDescribed,
}

impl Attestation {
    /// All of them; every one is needed.
    pub const ALL: [Self; 4] = [
        Self::OwnWork,
        Self::Ready,
        Self::Consents,
        Self::AiDescribed,
    ];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OwnWork => "own-work",
            Self::Ready => "ready",
            Self::Consents => "consents",
            Self::AiDescribed => "ai-described",
        }
    }

    /// The attestation of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// Whether a note on what changed is due.
fn note_missing(attempt: u32, draft: &Draft) -> Option<Place> {
    let missing = attempt > 1 && draft.text(&Field::Note).trim().is_empty();
    missing.then(|| Place::new("note", "note-missing"))
}

/// Makes a snapshot of a complete draft, or refuses with everything that is missing.
pub fn prepare(
    version: VersionId,
    content: &Content,
    draft: &Draft,
    attestations: &BTreeSet<Attestation>,
    attempt: u32,
) -> Result<Snapshot, Refusal> {
    let mut places = missing_work(content, draft);
    places.extend(note_missing(attempt, draft));
    if draft.text(&Field::AiUse).trim().is_empty() {
        places.push(Place::new("ai-use", "ai-use-missing"));
    }
    let unsaid = Attestation::ALL
        .into_iter()
        .filter(|it| !attestations.contains(it));
    places.extend(
        unsaid.map(|it| Place::new(format!("attest/{}", it.as_str()), "attestation-missing")),
    );
    if !places.is_empty() {
        return Err(Refusal::Incomplete(places));
    }
    let texts = draft
        .texts
        .iter()
        .filter(|(_, it)| !it.text.trim().is_empty());
    Ok(Snapshot {
        version,
        texts: texts
            .filter(|(field, _)| attempt > 1 || **field != Field::Note)
            .map(|(field, it)| (field.clone(), it.text.clone()))
            .collect(),
        items: draft.items.clone(),
        attestations: attestations.clone(),
    })
}

/// What is missing in answers and evidence, without the declarations of the moment of submitting.
pub fn missing_work(content: &Content, draft: &Draft) -> Vec<Place> {
    let prompts = content
        .overview
        .iter()
        .filter_map(|it| missing_answer(it, draft));
    let evidence = content
        .requirements
        .iter()
        .flat_map(|it| missing_evidence(it, draft));
    let reflection = content
        .reflection
        .iter()
        .filter_map(|it| missing_answer(it, draft));
    let criteria = content.rubric.criteria.iter().filter(|criterion| {
        let needed = content
            .requirements
            .iter()
            .filter(|it| it.is_source_of(criterion) && !it.is_optional());
        let mut rests_on_evidence = needed.peekable();
        rests_on_evidence.peek().is_some()
            && !content
                .requirements
                .iter()
                .filter(|it| it.is_source_of(criterion))
                .any(|it| {
                    draft.written(&it.id).next().is_some()
                        || draft
                            .files(&it.id)
                            .any(|file| file.criteria.contains(&criterion.id))
                })
    });
    let criteria = criteria.map(|it| {
        Place::new(format!("criterion/{}", it.id), "criterion-without-evidence")
            .with("criterion", &it.title)
    });
    prompts
        .chain(evidence)
        .chain(reflection)
        .chain(criteria)
        .collect()
}

fn missing_answer(prompt: &Prompt, draft: &Draft) -> Option<Place> {
    let field = Field::Answer(prompt.id.clone());
    let breach = prompt.check(draft.text(&field)).err()?;
    Some(words_place(&field, breach).with("title", &prompt.text))
}

fn words_place(field: &Field, breach: WordLimitBreach) -> Place {
    match breach {
        WordLimitBreach::TooFew { words: 0, min } => {
            Place::new(field.to_string(), "text-missing").with("minimum", min)
        }
        WordLimitBreach::TooFew { words, min } => Place::new(field.to_string(), "too-few-words")
            .with("words", words)
            .with("minimum", min),
        WordLimitBreach::TooMany { words, max } => Place::new(field.to_string(), "too-many-words")
            .with("words", words)
            .with("maximum", max),
    }
}

fn missing_evidence(requirement: &Requirement, draft: &Draft) -> Vec<Place> {
    let written = draft.written(&requirement.id);
    let mut places: Vec<_> = written
        .filter_map(|(field, text)| {
            Some(words_place(
                field,
                requirement.word_limits()?.check(text).err()?,
            ))
        })
        .map(|place| place.with("title", &requirement.title))
        .collect();
    let count = draft.written(&requirement.id).count() + draft.files(&requirement.id).count();
    let at = |code| {
        Place::new(format!("requirement/{}", requirement.id), code)
            .with("title", &requirement.title)
    };
    if count < usize::from(requirement.min_count) {
        places.push(
            at("too-few-pieces")
                .with("count", count)
                .with("minimum", requirement.min_count),
        );
    }
    if count > usize::from(requirement.max_count) {
        places.push(
            at("too-many-pieces")
                .with("count", count)
                .with("maximum", requirement.max_count),
        );
    }
    places
}
