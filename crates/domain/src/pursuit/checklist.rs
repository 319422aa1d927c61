//! The checklist: everything that is missing before a draft can be submitted, at once.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Draft, Earlier, Field, Link, Refusal, Snapshot, reopened};
use crate::catalogue::{Content, Prompt, Requirement, Slug, WordLimitBreach};
use crate::evidence::Item;
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

/// A draft on its way to the assessors.
#[derive(Clone, Copy, Debug)]
pub struct Sending<'a> {
    /// The version that was worked on.
    pub version: VersionId,
    /// What it says.
    pub content: &'a Content,
    /// What is there.
    pub draft: &'a Draft,
    /// What its educator attests.
    pub attestations: &'a BTreeSet<Attestation>,
    /// Which attempt it is, from 1.
    pub attempt: u32,
    /// The attempt before, once one was decided.
    pub earlier: Option<Earlier<'a>>,
    /// Met criteria that the educator knows to open again.
    pub reopens: &'a BTreeSet<Slug>,
}

/// Makes a snapshot of a complete draft, or refuses with everything that is missing.
pub fn prepare(it: Sending<'_>) -> Result<Snapshot, Refusal> {
    let snapshot = freeze(it);
    let mut places = missing_work(it.content, it.draft);
    places.extend(note_missing(it.attempt, it.draft));
    if it.draft.text(&Field::AiUse).trim().is_empty() {
        places.push(Place::new("ai-use", "ai-use-missing"));
    }
    let unsaid = Attestation::ALL
        .into_iter()
        .filter(|one| !it.attestations.contains(one));
    places.extend(
        unsaid.map(|one| Place::new(format!("attest/{}", one.as_str()), "attestation-missing")),
    );
    places.extend(unknown_reopenings(it, &snapshot));
    if places.is_empty() {
        Ok(snapshot)
    } else {
        Err(Refusal::Incomplete(places))
    }
}

/// Criteria that were met, would open again, and of which the educator does not know that.
fn unknown_reopenings(it: Sending<'_>, now: &Snapshot) -> Vec<Place> {
    let opening = reopened(it.content, it.earlier, now);
    let unknown = it
        .content
        .rubric
        .criteria
        .iter()
        .filter(|one| opening.contains(&one.id) && !it.reopens.contains(&one.id));
    unknown
        .map(|one| {
            Place::new(format!("reopen/{}", one.id), "reopens-unconfirmed")
                .with("criterion", &one.title)
        })
        .collect()
}

/// The draft as a snapshot would hold it, complete or not: what the content asks for, no more.
pub fn freeze(it: Sending<'_>) -> Snapshot {
    let texts = it.draft.texts.iter();
    let has_note = |field: &Field| it.attempt > 1 || *field != Field::Note;
    let items = it.draft.items.iter();
    Snapshot {
        version: it.version,
        texts: texts
            .filter(|(field, one)| !one.text.trim().is_empty() && field.is_of(it.content))
            .filter(|(field, _)| has_note(field))
            .map(|(field, one)| (field.clone(), one.text.clone()))
            .collect(),
        items: items
            .filter(|one| it.content.requirement(&one.requirement).is_some())
            .map(|one| Item {
                criteria: one
                    .criteria
                    .iter()
                    .filter(|id| it.content.rubric.criterion(id).is_some())
                    .cloned()
                    .collect(),
                ..one.clone()
            })
            .collect(),
        attestations: it.attestations.clone(),
        blindness: None,
    }
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
                        || draft.links(&it.id).next().is_some()
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
    let links = draft
        .links(&requirement.id)
        .filter(|(_, text)| Link::of(text).is_none());
    places.extend(links.map(|(field, _)| {
        Place::new(field.to_string(), "link-not-usable").with("title", &requirement.title)
    }));
    let count = draft.written(&requirement.id).count()
        + draft.links(&requirement.id).count()
        + draft.files(&requirement.id).count();
    let at = |code| {
        Place::new(format!("requirement/{}", requirement.id), code)
            .with("title", &requirement.title)
    };
    places.extend(draft.files(&requirement.id).filter_map(|it| {
        let code = unfit(requirement, it)?;
        Some(at(code).with("file", &it.shown_name))
    }));
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

/// Why a file does not fit what is asked for. It did when it came; the version may have changed
/// since.
fn unfit(requirement: &Requirement, it: &Item) -> Option<&'static str> {
    if !requirement.forms.contains(&it.form) {
        return Some("piece-form-not-taken");
    }
    let is_large = requirement.max_bytes.is_some_and(|most| it.bytes > most);
    is_large.then_some("piece-too-large")
}
