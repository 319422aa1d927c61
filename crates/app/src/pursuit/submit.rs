//! Sending a draft to the assessors. Nobody is asked before the time to take it back is over.

use std::collections::BTreeSet;

use domain::audit::{Fact, sha256_hex};
use domain::catalogue::Slug;
use domain::evidence::blindness::Record;
use domain::ids::{PursuitId, SubmissionId};
use domain::people::Actor;
use domain::pursuit::{
    Attestation, Field, Pursuit, Refusal, Sending, Snapshot, open_criteria, prepare,
    submission_code,
};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::pursuit::{Submission, Work};

use super::earlier::EarlierAttempt;
use super::expected::expected;
use super::own::own_work;
use crate::evidence::{check, look_again};
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
    /// Met criteria that the educator knows to open again, because something that they rest on has
    /// changed.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub reopens: BTreeSet<Slug>,
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
    // Somebody's names may have changed since their files were searched.
    look_again(app, command.pursuit).await?;
    let actor = actor.clone();
    let asked = command.clone();
    let take_back = app.settings.take_back;
    app.once(
        Some(actor.person),
        "pursuit/submit",
        key,
        &asked,
        move |unit| {
            let work = own_work(unit, &actor, command.pursuit)?;
            let attempt = work.stored.pursuit.next_attempt()?;
            let earlier = EarlierAttempt::of(unit, &work)?;
            let (snapshot, record) = snapshot(unit, &work, &command, attempt, earlier.as_ref())?;
            let before = earlier.as_ref().map(|it| it.as_decided(&work));
            let open = open_criteria(&work.offer.content, before, &snapshot);
            let next = work.stored.pursuit.clone().submit(&snapshot)?;
            let opens_at = unit.now.checked_add(take_back).unwrap_or(unit.now);
            let made = Made {
                snapshot,
                attempt,
                open,
                opens_at,
            };
            let submission = freeze(unit, &work, made)?;
            keep_record(unit, submission.id, &record)?;
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

/// A blindness record with the JSON that is stored of it, and the hash of that.
struct Recorded {
    record: Record,
    text: String,
    hash: String,
}

/// The draft as it is frozen, with the record of what was checked; or everything that is missing.
fn snapshot(
    unit: &Unit<'_>,
    work: &Work,
    command: &Submit,
    attempt: u32,
    earlier: Option<&EarlierAttempt>,
) -> Outcome<(Snapshot, Recorded)> {
    let draft = store::pursuit::draft(unit.tx, command.pursuit)?.draft;
    let checked = check(unit, work.stored.person, command.pursuit, &draft)?;
    let why = draft.text(&Field::Findings);
    let prepared = prepare(Sending {
        version: work.offer.version,
        content: &work.offer.content,
        draft: &draft,
        attestations: &command.attestations,
        attempt,
        earlier: earlier.map(|it| it.as_decided(work)),
        reopens: &command.reopens,
    });
    let obstacles = checked.check.missing(why);
    let mut snapshot = match prepared {
        Ok(snapshot) if obstacles.is_empty() => snapshot,
        Ok(_) => return Err(Refusal::Incomplete(obstacles).into()),
        Err(Refusal::Incomplete(mut places)) => {
            places.extend(obstacles);
            return Err(Refusal::Incomplete(places).into());
        }
        Err(other) => return Err(other.into()),
    };
    let record = Record::of(checked.check, checked.names, why);
    let text = serde_json::to_string(&record).map_err(Failure::broken)?;
    let hash = sha256_hex(&text);
    snapshot.blindness = Some(hash.clone());
    Ok((snapshot, Recorded { record, text, hash }))
}

fn keep_record(unit: &Unit<'_>, submission: SubmissionId, it: &Recorded) -> Outcome<()> {
    let (record, text, hash) = (&it.record, &it.text, &it.hash);
    Ok(store::evidence::keep_record(
        unit.tx, submission, record, text, hash, unit.now,
    )?)
}

/// What a submission is made of.
struct Made {
    snapshot: Snapshot,
    attempt: u32,
    open: BTreeSet<Slug>,
    opens_at: Timestamp,
}

fn freeze(unit: &Unit<'_>, work: &Work, made: Made) -> Outcome<Submission> {
    const DRAWS: u8 = 8;
    let Made {
        snapshot,
        attempt,
        open,
        opens_at,
    } = made;
    let text = serde_json::to_string(&snapshot).map_err(Failure::broken)?;
    let mut submission = Submission {
        id: unit.id(),
        pursuit: work.stored.id,
        attempt,
        code: String::new(),
        open_criteria: open,
        snapshot_hash: sha256_hex(&text),
        snapshot,
        rubric_fingerprint: work.offer.rubric_fingerprint.clone(),
        submitted_at: unit.now,
        opens_at,
        opened_at: None,
        decided_at: None,
        ended: None,
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
    let expected = expected(unit, &work.offer, submission.submitted_at)?.expected();
    let letter = json!({
        "title": work.offer.content.title,
        "code": submission.code,
        "attempt": submission.attempt,
        "expected_at": expected,
        "time_zone": work.offer.issuer.time_zone,
    });
    unit.write_letter(actor.person, SUBMISSION_RECEIVED, &letter)?;
    let job = AssignAssessors::of(submission.id);
    let key = job.unique_key();
    unit.ask_after(submission.opens_at, ASSIGN_ASSESSORS, &job, Some(&key))
}
