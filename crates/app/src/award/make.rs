//! Makes an award, inside the transaction of the decision that it follows from.

use std::cell::RefCell;

use domain::audit::Fact;
use domain::award::{STATUS_LIST_ENTRIES, Visibility, free_status_index};
use domain::catalogue::LevelName;
use domain::ids::{
    AwardId, CredentialId, DecisionId, MicroCredentialId, OrganizationId, PersonId, PursuitId,
    StatusListId, VersionId,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::StoreError;
use store::award::credential::{self, NewCredential};
use store::award::{holding, status_list};

use crate::jobs::SIGN_CREDENTIAL;
use crate::{Failure, Outcome, Unit};

/// A list takes no more places than this, so that a free one is found at once.
const STATUS_LIST_FULL: u32 = STATUS_LIST_ENTRIES / 4 * 3;

/// What an award follows from.
#[derive(Clone, Debug)]
pub struct Awarding {
    /// The decision; it leads to one award.
    pub decision: DecisionId,
    /// The pursuit that it ends.
    pub pursuit: PursuitId,
    /// Who earned it.
    pub person: PersonId,
    /// The issuer.
    pub organization: OrganizationId,
    /// What was earned.
    pub micro_credential: MicroCredentialId,
    /// In which version.
    pub version: VersionId,
    /// How expert the competency is, in the issuer's scale.
    pub level: LevelName,
}

/// What the job [`SIGN_CREDENTIAL`] needs to know.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ToSign {
    /// The edition to be signed.
    pub credential: CredentialId,
}

/// Makes the award of a decision: private, with an edition that waits for its signature and has
/// its place in a status list. A decision that has led to an award leads to the same one again.
pub fn make(unit: &Unit<'_>, awarding: &Awarding) -> Outcome<AwardId> {
    let award = holding::Award {
        id: unit.public_id(),
        decision: awarding.decision,
        pursuit: awarding.pursuit,
        person: awarding.person,
        organization: awarding.organization,
        version: awarding.version,
        visibility: Visibility::Private,
        awarded_at: unit.now,
    };
    if !holding::insert(unit.tx, &award)? {
        return holding::of_decision(unit.tx, awarding.decision)?
            .ok_or_else(|| Failure::broken("an award is neither new nor there"));
    }
    let credential = first_edition(unit, &award)?;
    let fact = Fact::of("award-made", "award", award.id).with(json!({
        "decision": awarding.decision,
        "pursuit": awarding.pursuit,
        "level": awarding.level,
        "credential": credential,
    }));
    unit.record(fact, &json!({"visibility": award.visibility}))?;
    unit.ask(SIGN_CREDENTIAL, &ToSign { credential }, None)?;
    let earned = awarding.micro_credential.to_string();
    super::stack::ask(unit, awarding.person, "micro-credential", &earned)?;
    Ok(award.id)
}

fn first_edition(unit: &Unit<'_>, award: &holding::Award) -> Outcome<CredentialId> {
    let list = current_list(unit, award.organization)?;
    let status_index = free_place(unit, list)?;
    let holder_name = holding::name_of(unit.tx, award.person)?;
    let salt = hexadecimal(unit.random::<16>());
    let id = unit.public_id();
    let edition = NewCredential {
        id,
        award: award.id,
        status_list: list,
        status_index,
        holder_name: &holder_name,
        salt: &salt,
        now: unit.now,
    };
    if !credential::insert(unit.tx, &edition)? {
        return Err(Failure::broken("a free place in a status list is taken"));
    }
    status_list::take(unit.tx, list)?;
    Ok(id)
}

/// The issuer's list that still has room; a new one if there is none.
pub(super) fn current_list(unit: &Unit<'_>, organization: OrganizationId) -> Outcome<StatusListId> {
    let newest = status_list::newest(unit.tx, organization)?;
    if let Some(list) = newest.filter(|list| list.used < STATUS_LIST_FULL) {
        return Ok(list.id);
    }
    let id = unit.public_id();
    status_list::insert(unit.tx, id, organization, unit.now)?;
    Ok(id)
}

/// Is a place taken, by the edition of an award or of a stack's award?
fn is_taken(unit: &Unit<'_>, list: StatusListId, index: u32) -> Result<bool, StoreError> {
    Ok(credential::is_taken(unit.tx, list, index)?
        || store::award::stack::is_taken(unit.tx, list, index)?)
}

/// A free place of the list, from a random start.
pub(super) fn free_place(unit: &Unit<'_>, list: StatusListId) -> Outcome<u32> {
    let failure: RefCell<Option<StoreError>> = RefCell::new(None);
    let start = u32::from_be_bytes(unit.random());
    let place = free_status_index(start, |index| {
        is_taken(unit, list, index).unwrap_or_else(|error| {
            failure.borrow_mut().get_or_insert(error);
            false
        })
    });
    match failure.into_inner() {
        Some(error) => Err(error.into()),
        None => place.ok_or_else(|| Failure::broken("a status list without a free place")),
    }
}

pub(super) fn hexadecimal(bytes: [u8; 16]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
