//! Saying what a piece is and what it is meant to show.

use std::collections::BTreeSet;

use domain::audit::Fact;
use domain::catalogue::Slug;
use domain::evidence::Refusal;
use domain::ids::{EvidenceId, PursuitId};
use domain::people::{Actor, Role};

use super::door::{check_words, one_line};
use crate::pursuit::own_work;
use crate::{App, Outcome};

/// New words for a piece of one's own draft.
#[derive(Clone, Debug)]
pub struct DescribeFile {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// The piece.
    pub evidence: EvidenceId,
    /// What the educator says of it.
    pub caption: String,
    /// Criteria that it is meant to show; each rests on its requirement.
    pub criteria: BTreeSet<Slug>,
}

/// Says anew what a piece is. Sending it twice changes nothing the second time.
///
/// # Errors
/// `no-such-pursuit`, `no-such-evidence`, `already-awarded`, `caption-too-long`, `unknown-field`.
pub async fn describe_file(app: &App, actor: &Actor, command: DescribeFile) -> Outcome<()> {
    let actor = actor.clone();
    let caption = one_line(&command.caption);
    app.write(move |unit| {
        let work = own_work(unit, &actor, command.pursuit)?;
        work.stored.pursuit.may_draft()?;
        let piece = store::evidence::find(unit.tx, command.evidence)?
            .filter(|it| it.pursuit == command.pursuit && it.removed_at.is_none())
            .ok_or(Refusal::NoSuchEvidence)?;
        let resting = work.offer.content.criteria_resting_on(&piece.requirement);
        let possible = resting.map(|it| it.id.clone()).collect();
        check_words(&possible, &caption, &command.criteria)?;
        store::evidence::describe(unit.tx, piece.id, &caption, &command.criteria)?;
        let fact = Fact::of("evidence-described", "evidence", piece.id)
            .by(actor.person, Some(Role::Educator));
        unit.record(fact, &(&caption, &command.criteria))
    })
    .await
}
