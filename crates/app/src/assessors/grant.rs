//! A lead assessor lets somebody assess a rubric, and says why.

use domain::assessors::{Qualification, Refusal};
use domain::audit::Fact;
use domain::ids::{MicroCredentialId, PersonId, QualificationId};
use domain::people::permission::{Question, may};
use domain::people::{Actor, Role};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::assessors as kept;

use crate::letters::QUALIFICATION_GRANTED;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// Who is to assess what, and why they may.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GrantQualification {
    /// An assessor or lead assessor.
    pub person: PersonId,
    /// Of which micro-credential: its published rubric counts.
    pub micro_credential: MicroCredentialId,
    /// What the person has shown.
    pub reason: String,
}

/// The person may assess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    /// The recorded act.
    pub qualification: QualificationId,
    /// Until when new reviews may be opened.
    pub valid_until: Timestamp,
}

/// Grants a qualification for the published rubric of a micro-credential.
///
/// # Errors
/// Refuses those who do not lead the issuer (for them the micro-credential does not exist), one's
/// own qualification, people without a role of an assessor, and an act without a reason.
pub async fn grant_qualification(
    app: &App,
    actor: &Actor,
    command: GrantQualification,
    key: Option<IdempotencyKey>,
) -> Outcome<Granted> {
    let (by, wanted) = (actor.clone(), command.clone());
    app.once(
        Some(actor.person),
        "grant-qualification",
        key,
        &command,
        move |unit| grant(unit, &by, &wanted),
    )
    .await
}

fn grant(unit: &Unit<'_>, actor: &Actor, command: &GrantQualification) -> Outcome<Granted> {
    let rubric = kept::rubric(unit.tx, command.micro_credential)?.ok_or(Refusal::NoSuchRubric)?;
    let issuer = &rubric.issuer;
    if !may(actor, Question::GrantQualification { issuer }) {
        return Err(Refusal::NoSuchRubric.into());
    }
    let assessor = store::people::actor_of(unit.tx, command.person, unit.now)?;
    if !(assessor.holds(Role::Assessor) || assessor.holds(Role::LeadAssessor)) {
        return Err(Refusal::NotAnAssessor.into());
    }
    let granted = Qualification::grant(
        unit.id(),
        command.person,
        rubric.fingerprint,
        actor.person,
        &command.reason,
        unit.now,
    )?;
    kept::insert(unit.tx, &granted)?;
    let fact = Fact::of("qualification-granted", "qualification", granted.id)
        .by(actor.person, Some(Role::LeadAssessor))
        .with(json!({
            "person": granted.person,
            "rubric": granted.rubric,
            "micro_credential": command.micro_credential,
            "valid_until": granted.valid_until,
        }));
    unit.record(fact, &granted)?;
    let values = json!({"title": rubric.title, "valid_until": granted.valid_until});
    unit.write_letter(granted.person, QUALIFICATION_GRANTED, &values)?;
    Ok(Granted {
        qualification: granted.id,
        valid_until: granted.valid_until,
    })
}
