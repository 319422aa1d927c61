//! What follows from a scorecard that was handed in: another seat, or the decision.

use domain::audit::Fact;
use domain::ids::{DecisionId, PersonId};
use domain::people::Role;
use domain::pursuit::{DecisionReady, Pursuit};
use domain::review::calibration::stood_with;
use domain::review::{Outcome as Decided, Ruling, Seat};
use serde_json::json;
use store::pursuit::Stored;
use store::review as kept;

use super::target::Target;
use super::{assign, discussion};
use crate::award::{Awarding, make};
use crate::jobs::AssignAssessors;
use crate::letters::{AWARDED, NOT_YET};
use crate::{Outcome, Unit};

/// Applies the rule to the scorecards that are in.
pub fn settle(unit: &Unit<'_>, target: &Target) -> Outcome<()> {
    let job = AssignAssessors::of(target.submission.id);
    match target.ruling(unit.tx)? {
        Ruling::Decided(outcome) => decided(unit, target, outcome),
        Ruling::Waiting(seat) if target.holder(seat).is_some() => Ok(()),
        Ruling::Consensus(contested) => discussion::begin(unit, target, contested),
        Ruling::Waiting(_) | Ruling::Third(_) => assign::ask(unit, job),
    }
}

fn decided(unit: &Unit<'_>, target: &Target, outcome: Decided) -> Outcome<()> {
    let stored = &target.work.stored;
    let ready = stored.pursuit.clone().decide(outcome.clone())?;
    let decision = kept::NewDecision {
        id: unit.id(),
        submission: target.submission.id,
        outcome,
        decided_at: unit.now,
    };
    kept::insert_decision(unit.tx, &decision)?;
    kept::clear_vacancies(unit.tx, target.submission.id)?;
    calibrate(unit, target, &decision.outcome)?;
    let apart = decision.outcome.criteria.iter().filter(|it| it.drift);
    let drift: Vec<_> = apart.map(|it| &it.criterion).collect();
    let detail = json!({
        "submission": decision.submission,
        "rule": decision.outcome.rule,
        "scorecards": decision.outcome.scorecards,
        "awarded": decision.outcome.awarded(),
        "drift": drift,
    });
    let fact = Fact::of("decision-made", "decision", decision.id).with(detail);
    unit.record(fact, &decision.outcome)?;
    if target.work.offer.content.plan.releaser.is_some() {
        let waits = Pursuit::DecisionReady(ready);
        return Ok(store::pursuit::save(unit.tx, stored, &waits, unit.now)?);
    }
    release(unit, target, ready, decision.id, None)
}

/// Counts how often each assessor stood with the decision: who is calibrated best is asked first.
fn calibrate(unit: &Unit<'_>, target: &Target, outcome: &Decided) -> Outcome<()> {
    let rubric = target.submission.rubric_fingerprint.to_string();
    let mut cards = kept::scorecards(unit.tx, target.submission.id)?;
    cards.retain(|it| it.seat != Seat::Agreed);
    for (assessor, more) in stood_with(outcome, &cards) {
        kept::calibrate(unit.tx, assessor, &rubric, more)?;
    }
    Ok(())
}

/// Lets the educator know: state, letter, and the award if there is one.
pub fn release(
    unit: &Unit<'_>,
    target: &Target,
    ready: DecisionReady,
    decision: DecisionId,
    by: Option<(PersonId, Role)>,
) -> Outcome<()> {
    let stored = &target.work.stored;
    kept::release(
        unit.tx,
        target.submission.id,
        by.map(|(person, _)| person),
        unit.now,
    )?;
    let next = ready.release();
    store::pursuit::save(unit.tx, stored, &next, unit.now)?;
    let mut fact = Fact::of("decision-released", "decision", decision)
        .with(json!({"pursuit": stored.id, "submission": target.submission.id}));
    if let Some((person, role)) = by {
        fact = fact.by(person, Some(role));
    }
    unit.record(fact, &json!({"state": next.name()}))?;
    tell(unit, target, stored, &next)?;
    if let Pursuit::Awarded(_) = next {
        make(unit, &awarding(target, decision))?;
    }
    Ok(())
}

fn tell(unit: &Unit<'_>, target: &Target, stored: &Stored, next: &Pursuit) -> Outcome<()> {
    let (title, code) = (&target.work.offer.content.title, &target.submission.code);
    match next {
        Pursuit::Awarded(_) => {
            let values = json!({"title": title, "code": code});
            unit.write_letter(stored.person, AWARDED, &values)
        }
        Pursuit::NotYet(it) => {
            let open = it.outcome.not_yet().count();
            let met = it.outcome.criteria.len() - open;
            let values = json!({
                "title": title,
                "code": code,
                "attempt": it.attempt,
                "open": open,
                "met": met,
            });
            unit.write_letter(stored.person, NOT_YET, &values)
        }
        _ => Ok(()),
    }
}

fn awarding(target: &Target, decision: DecisionId) -> Awarding {
    let (stored, offer) = (&target.work.stored, &target.work.offer);
    Awarding {
        decision,
        pursuit: stored.id,
        person: stored.person,
        organization: offer.issuer.id,
        micro_credential: stored.micro_credential,
        version: stored.version,
        level: offer.content.level.clone(),
    }
}
