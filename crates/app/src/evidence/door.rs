//! What a requirement takes, asked before the first byte is read and again before it counts.

use std::collections::BTreeSet;

use domain::catalogue::{Form, Requirement, Slug};
use domain::evidence::{FILE_TYPES, FileType, MAX_CAPTION, MAX_FILE_BYTES, MAX_FILES, Refusal};
use domain::ids::{OrganizationId, PursuitId};
use domain::people::Actor;
use domain::pursuit::Refusal as PursuitRefusal;
use store::evidence::Counts;
use store::pursuit::Work;

use crate::pursuit::own_work;
use crate::{App, Outcome, Unit};

/// A requirement that is ready to take one more file.
#[derive(Clone, Debug)]
pub struct Door {
    /// On whose shelf the bytes go.
    pub issuer: OrganizationId,
    /// What is asked for.
    pub requirement: Requirement,
    /// The criteria that rest on it.
    pub criteria: BTreeSet<Slug>,
    /// The number that the next file gets in its shown name.
    pub number: usize,
}

/// The largest file that a requirement takes, in bytes.
pub fn limit_of(requirement: &Requirement) -> u64 {
    requirement
        .max_bytes
        .unwrap_or(MAX_FILE_BYTES)
        .min(MAX_FILE_BYTES)
}

/// The endings of the files that a requirement takes, such as `pdf, docx`.
pub fn accepted_endings(requirement: &Requirement) -> String {
    let endings: Vec<_> = FILE_TYPES
        .iter()
        .filter(|it| requirement.forms.contains(&it.form))
        .map(|it| it.ending)
        .collect();
    endings.join(", ")
}

/// Asks whether a requirement of one's own pursuit takes another file.
///
/// # Errors
/// `no-such-pursuit`, `already-awarded`, `unknown-field`, `form-not-accepted`, `too-many-files`.
pub async fn view_door(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
    requirement: &Slug,
) -> Outcome<Door> {
    let (actor, requirement) = (actor.clone(), requirement.clone());
    app.read(move |unit| door(unit, &actor, pursuit, &requirement))
        .await
}

pub(super) fn door(
    unit: &Unit<'_>,
    actor: &Actor,
    pursuit: PursuitId,
    requirement: &Slug,
) -> Outcome<Door> {
    let work = own_work(unit, actor, pursuit)?;
    work.stored.pursuit.may_draft()?;
    let counts = store::evidence::counts(unit.tx, pursuit)?;
    through(&work, requirement, &counts)
}

fn through(work: &Work, id: &Slug, counts: &Counts) -> Outcome<Door> {
    let content = &work.offer.content;
    let requirement = content
        .requirement(id)
        .ok_or(PursuitRefusal::UnknownField)?;
    if !requirement.forms.iter().any(|it| it.is_file()) {
        return Err(not_accepted(requirement, Form::Document).into());
    }
    let here = counts.present.get(id).copied().unwrap_or(0);
    let all: usize = counts.present.values().sum();
    if here >= usize::from(requirement.max_count) {
        let limit = usize::from(requirement.max_count);
        return Err(Refusal::TooManyFiles { limit }.into());
    }
    if all >= MAX_FILES {
        return Err(Refusal::TooManyFiles { limit: MAX_FILES }.into());
    }
    let criteria = content.criteria_resting_on(id);
    Ok(Door {
        issuer: work.offer.issuer.id,
        criteria: criteria.map(|it| it.id.clone()).collect(),
        number: counts.ever.get(id).copied().unwrap_or(0) + 1,
        requirement: requirement.clone(),
    })
}

impl Door {
    /// Does the requirement take this type? Nothing stands for a content of no accepted type.
    pub(super) fn check_type(&self, found: Option<FileType>) -> Result<FileType, Refusal> {
        match found {
            Some(it) if self.requirement.forms.contains(&it.form) => Ok(it),
            Some(it) => Err(not_accepted(&self.requirement, it.form)),
            None => Err(Refusal::FileTypeUnknown {
                accepted: accepted_endings(&self.requirement),
            }),
        }
    }

    /// Can a piece be described so?
    pub(super) fn check_words(&self, caption: &str, criteria: &BTreeSet<Slug>) -> Outcome<()> {
        check_words(&self.criteria, caption, criteria)
    }
}

/// Is the caption short enough, and does each criterion rest on the requirement?
pub(super) fn check_words(
    possible: &BTreeSet<Slug>,
    caption: &str,
    criteria: &BTreeSet<Slug>,
) -> Outcome<()> {
    if caption.chars().count() > MAX_CAPTION {
        return Err(Refusal::CaptionTooLong { limit: MAX_CAPTION }.into());
    }
    if !criteria.is_subset(possible) {
        return Err(PursuitRefusal::UnknownField.into());
    }
    Ok(())
}

/// A caption as it is kept: on one line, without what a database cannot hold.
pub(super) fn one_line(caption: &str) -> String {
    let words: Vec<_> = caption
        .split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect();
    words.join(" ")
}

fn not_accepted(requirement: &Requirement, found: Form) -> Refusal {
    let accepted: Vec<_> = requirement.forms.iter().map(|it| it.as_str()).collect();
    Refusal::FormNotAccepted {
        found: found.as_str().to_owned(),
        accepted: accepted.join(", "),
    }
}
