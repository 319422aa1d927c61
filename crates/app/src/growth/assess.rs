//! An educator says where they see themselves. The log keeps that it happened, never what was
//! said: it is read by the educator alone.

use domain::audit::{Fact, sha256_hex};
use domain::catalogue::LevelScale;
use domain::growth::{
    AskedSelfAssessment, Competency, MAX_SELF_ASSESSMENTS, Refusal, SelfAssessment,
};
use domain::people::Actor;
use store::growth::own;

use crate::{App, Outcome, Unit};

/// Keeps where the actor sees themselves in a competency, in the place of what they said before.
///
/// # Errors
/// `growth-fields`, `too-many-of-them`.
pub async fn assess_self(app: &App, actor: &Actor, asked: AskedSelfAssessment) -> Outcome<()> {
    let it = SelfAssessment::read(&asked, &LevelScale::default())?;
    let person = actor.person;
    app.write(move |unit| {
        let known = own::assessed(unit.tx, person)?;
        let is_new = known.iter().all(|old| old.it.competency != it.competency);
        if is_new && known.len() >= MAX_SELF_ASSESSMENTS {
            let limit = MAX_SELF_ASSESSMENTS;
            return Err(Refusal::TooManyOfThem { limit }.into());
        }
        own::assess(unit.tx, person, &it, unit.now)?;
        let fact = Fact::of("self-assessed", "person", person).by(person, None);
        unit.record(fact, &veiled(unit))
    })
    .await
}

/// Forgets what the actor said of a competency. Forgetting it again changes nothing.
///
/// # Errors
/// Only what nobody expected.
pub async fn forget_assessment(app: &App, actor: &Actor, of: Competency) -> Outcome<()> {
    let person = actor.person;
    app.write(move |unit| {
        if own::forget(unit.tx, person, &of)? {
            let fact = Fact::of("self-assessment-forgotten", "person", person).by(person, None);
            unit.record(fact, &veiled(unit))?;
        }
        Ok(())
    })
    .await
}

/// In the place of a state that nobody may learn, not even by trying hashes.
pub(super) fn veiled(unit: &Unit<'_>) -> String {
    sha256_hex(unit.random::<32>())
}
