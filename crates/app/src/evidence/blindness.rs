//! The check of a draft: what its files and texts tell of whoever made them.

use std::collections::BTreeMap;

use domain::catalogue::Form;
use domain::evidence::Item;
use domain::evidence::blindness::{
    Check, Finding, Fit, Found, Identity, Names, PieceCheck, TextCheck, Whose, Why, search,
};
use domain::ids::{EvidenceId, PersonId, PursuitId};
use domain::pursuit::{Draft, Field};
use store::evidence::{LookedAt, identity_of, looked_at};

use crate::{Outcome, Unit};

/// A check and the print of the names that were searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What was found.
    pub check: Check,
    /// Print of the names.
    pub names: String,
}

/// Checks a draft, in three statements. Files that were not looked at for the names of now count as
/// pending.
pub(crate) fn check(
    unit: &Unit<'_>,
    person: PersonId,
    pursuit: PursuitId,
    draft: &Draft,
) -> Outcome<Checked> {
    let identity = identity_of(unit.tx, person, unit.now)?;
    let looked = looked_at(unit.tx, pursuit)?;
    Ok(Checked {
        names: identity.fingerprint(),
        check: of(&identity, looked, draft),
    })
}

fn of(identity: &Identity, looked: Vec<LookedAt>, draft: &Draft) -> Check {
    let print = identity.fingerprint();
    let mut looked: BTreeMap<EvidenceId, LookedAt> =
        looked.into_iter().map(|it| (it.evidence, it)).collect();
    let pieces = draft.items.iter();
    let names = Names::of(identity);
    let (texts, searched) = texts(&names, draft);
    Check {
        pieces: pieces
            .map(|item| piece(item, looked.remove(&item.id), &print))
            .collect(),
        texts,
        searched,
    }
}

fn piece(item: &Item, looked: Option<LookedAt>, print: &str) -> PieceCheck {
    let (rendition, search) = looked.map_or((None, None), |it| (it.rendition, it.search));
    let search = search.filter(|it| it.0 == print);
    let fit = match (rendition, &search) {
        (Some(it), searched) => match it.made {
            Err(reason) => Fit::Unfit { reason },
            Ok(_) if searched.is_none() => Fit::Pending,
            Ok(made) => Fit::Ready {
                recipe: it.recipe,
                sha256: made.hash.to_string(),
                bytes: made.bytes,
                removed: made.removed,
                unread: made.unread,
            },
        },
        (None, _) => Fit::Pending,
    };
    PieceCheck {
        evidence: item.id,
        requirement: item.requirement.to_string(),
        shown_name: item.shown_name.clone(),
        sha256: item.sha256.clone(),
        fit,
        found: search.map_or_else(Found::default, |it| it.1),
        shows_people: matches!(item.form, Form::Image | Form::Audio | Form::Video),
    }
}

/// Texts of the draft that assessors will read, and captions.
fn texts(names: &Names, draft: &Draft) -> (Vec<TextCheck>, u32) {
    let written = draft
        .texts
        .iter()
        .filter(|(field, _)| **field != Field::Findings)
        .map(|(field, it)| (field.to_string(), it.text.as_str()));
    let captions = draft
        .items
        .iter()
        .map(|it| (format!("caption/{}", it.id), it.caption.as_str()));
    let all: Vec<_> = written
        .chain(captions)
        .filter(|(_, text)| !text.trim().is_empty())
        .collect();
    let searched = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let found = all.into_iter().filter_map(|(field, text)| {
        let mut found = search(names, text);
        if field.starts_with("link/") {
            found.findings.push(Finding {
                whose: Whose::Elsewhere,
                why: Why::Link,
                words: text.to_owned(),
                before: String::new(),
                behind: String::new(),
                line: 1,
            });
        }
        (!found.findings.is_empty()).then_some(TextCheck {
            field,
            findings: found.findings,
            more: found.more,
        })
    });
    (found.collect(), searched)
}
