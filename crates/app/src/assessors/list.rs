//! What a lead assessor sees: their micro-credentials, who is qualified, who is not.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{MicroCredentialId, PersonId, QualificationId};
use domain::people::{Actor, Refusal, Role};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use store::assessors as kept;

use crate::{App, Outcome};

/// The most lines of each of the lists that the page is made of.
const LIMIT: u32 = 1_000;

/// Who may assess what, among the micro-credentials that somebody leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// By title.
    pub micro_credentials: Vec<Assessed>,
}

/// One micro-credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessed {
    /// Its id.
    pub micro_credential: MicroCredentialId,
    /// Its title.
    pub title: String,
    /// Its issuer.
    pub issuer: String,
    /// The qualifications that hold, by the assessor's name.
    pub qualified: Vec<Qualified>,
    /// Assessors of the lead's organizations who may not yet, by name.
    pub others: Vec<Other>,
}

/// Somebody who may assess, and by which act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualified {
    /// The recorded act.
    pub qualification: QualificationId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Name of the lead assessor who granted it.
    pub granter: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub granted_at: Timestamp,
    /// Until when.
    pub valid_until: Timestamp,
}

/// Somebody who could be qualified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

/// Lists the micro-credentials of issuers that the person leads, in three statements.
///
/// # Errors
/// Refuses those who are no lead assessor.
pub async fn list_qualifications(app: &App, actor: &Actor) -> Outcome<Standing> {
    if !actor.holds(Role::LeadAssessor) {
        return Err(Refusal::NotAllowed.into());
    }
    let lead = actor.person;
    app.read(move |unit| {
        let rubrics = kept::led_rubrics(unit.tx, lead, unit.now, LIMIT)?;
        let qualified = kept::qualified_led(unit.tx, lead, unit.now, LIMIT)?;
        let assessors = kept::assessors_led(unit.tx, lead, unit.now, LIMIT)?;
        Ok(standing(rubrics, qualified, &assessors))
    })
    .await
}

fn standing(
    rubrics: Vec<kept::LedRubric>,
    qualified: Vec<kept::Granted>,
    assessors: &[kept::Assessor],
) -> Standing {
    let mut by_rubric: BTreeMap<String, Vec<Qualified>> = BTreeMap::new();
    for it in qualified {
        by_rubric.entry(it.rubric).or_default().push(Qualified {
            qualification: it.id,
            person: it.assessor.person,
            name: it.assessor.name,
            granter: it.granter,
            reason: it.reason,
            granted_at: it.granted_at,
            valid_until: it.valid_until,
        });
    }
    let assessed = |it: kept::LedRubric| {
        let qualified = by_rubric.get(&it.fingerprint).cloned().unwrap_or_default();
        let known: BTreeSet<PersonId> = qualified.iter().map(|it| it.person).collect();
        let others = assessors.iter().filter(|it| !known.contains(&it.person));
        Assessed {
            micro_credential: it.micro_credential,
            title: it.title,
            issuer: it.issuer,
            qualified,
            others: others
                .map(|it| Other {
                    person: it.person,
                    name: it.name.clone(),
                })
                .collect(),
        }
    };
    Standing {
        micro_credentials: rubrics.into_iter().map(assessed).collect(),
    }
}
