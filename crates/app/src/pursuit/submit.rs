//! Sending a draft to the assessors.

use std::collections::BTreeSet;

use domain::audit::{Fact, sha256_hex};
use domain::ids::{PursuitId, SubmissionId};
use domain::people::Actor;
use domain::pursuit::{Attestation, Pursuit, Snapshot, open_criteria, prepare, submission_code};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::pursuit::{Submission, Work};

use super::own::own_work;
use crate::jobs::{ASSIGN_ASSESSORS, AssignAssessors};
use crate::letters::SUBMISSION_RECEIVED;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// Send the draft of one's own pursuit.
#[derive(Clone, Debug, Serialize)]
pub struct Submit {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// What the educator attests.
    pub attestations: BTreeSet<Attestation>,
}

/// An attempt that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmitDone {
    /// Its id.
    pub submission: SubmissionId,
    /// What both sides call it.
    pub code: String,
    /// Which attempt.
    pub attempt: u32,
}

/// Freezes the draft into a submission, opens the criteria to be judged, and asks for assessors.
///
/// # Errors
/// `no-such-pursuit`, `already-submitted`, `already-awarded`; `submission-incomplete` with
/// everything that is missing.
pub async fn submit(
    app: &App,
    actor: &Actor,
    command: Submit,
    key: Option<IdempotencyKey>,
) -> Outcome<SubmitDone> {
    let actor = actor.clone();
    let asked = command.clone();
    app.once(
        Some(actor.person),
        "pursuit/submit",
        key,
        &asked,
        move |unit| {
            let work = own_work(unit, &actor, command.pursuit)?;
            let attempt = work.stored.pursuit.next_attempt()?;
            let snapshot = snapshot(unit, &work, &command, attempt)?;
            let next = work.stored.pursuit.clone().submit(&snapshot)?;
            let submission = freeze(unit, &work, snapshot, attempt)?;
            let next = Pursuit::Submitted(next);
            store::pursuit::save(unit.tx, &work.stored, &next, unit.now)?;
            tell(unit, &actor, &work, &submission)?;
            Ok(SubmitDone {
                submission: submission.id,
                code: submission.code,
                attempt,
            })
        },
    )
    .await
}

fn snapshot(unit: &Unit<'_>, work: &Work, command: &Submit, attempt: u32) -> Outcome<Snapshot> {
    let draft = store::pursuit::draft(unit.tx, command.pursuit)?.draft;
    let (version, content) = (work.offer.version, &work.offer.content);
    Ok(prepare(
        version,
        content,
        &draft,
        &command.attestations,
        attempt,
    )?)
}

fn freeze(unit: &Unit<'_>, work: &Work, snapshot: Snapshot, attempt: u32) -> Outcome<Submission> {
    const DRAWS: u8 = 8;
    let earlier = store::pursuit::latest_released(unit.tx, work.stored.id)?;
    let earlier = earlier
        .as_ref()
        .map(|(before, decided)| (&before.snapshot, decided.outcome.criteria.as_slice()));
    let text = serde_json::to_string(&snapshot).map_err(Failure::broken)?;
    let mut submission = Submission {
        id: unit.id(),
        pursuit: work.stored.id,
        attempt,
        code: String::new(),
        open_criteria: open_criteria(&work.offer.content.rubric, earlier, &snapshot),
        snapshot_hash: sha256_hex(&text),
        snapshot,
        rubric_fingerprint: work.offer.rubric_fingerprint.clone(),
        submitted_at: unit.now,
        opened_at: None,
        decided_at: None,
    };
    for _ in 0..DRAWS {
        submission.code = submission_code(unit.random());
        if store::pursuit::insert_submission(unit.tx, &submission, &text)? {
            return Ok(submission);
        }
    }
    Err(Failure::broken("every code that was drawn is taken"))
}

fn tell(unit: &Unit<'_>, actor: &Actor, work: &Work, submission: &Submission) -> Outcome<()> {
    let detail = json!({
        "submission": submission.id,
        "attempt": submission.attempt,
        "open": submission.open_criteria,
    });
    let fact = Fact::of("submission-made", "pursuit", work.stored.id).by(actor.person, None);
    unit.record(fact.with(detail), &submission.snapshot_hash)?;
    let letter = json!({
        "title": work.offer.content.title,
        "code": submission.code,
        "attempt": submission.attempt,
    });
    unit.write_letter(actor.person, SUBMISSION_RECEIVED, &letter)?;
    let job = AssignAssessors::of(submission.id);
    unit.ask(ASSIGN_ASSESSORS, &job, Some(&job.unique_key()))
}
