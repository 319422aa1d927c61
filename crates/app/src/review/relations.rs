//! Relations that either side declares: the two never judge each other's work. Kept private: the
//! other does not hear of it, nor does anybody else, and nothing tells whether an address is known.

use domain::audit::Fact;
use domain::ids::RelationId;
use domain::people::Actor;
use domain::refusal::Place;
use domain::review::Refusal;
use domain::review::away::{self, MAX_RELATIONS};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::review as kept;

use super::take_back::{self, Why};
use crate::{App, IdempotencyKey, Outcome};

/// The address of somebody.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeclareRelation {
    /// As typed.
    pub address: String,
}

/// Which relation is over.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct EndRelation {
    /// One's own.
    pub relation: RelationId,
}

/// A relation as its declarer sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Its id.
    pub relation: RelationId,
    /// The address of the other.
    pub address: String,
    /// Since when.
    pub declared_at: Timestamp,
}

/// What the actor has declared, in one statement.
///
/// # Errors
/// Nothing expected.
pub async fn list_relations(app: &App, actor: &Actor) -> Outcome<Vec<Relation>> {
    let person = actor.person;
    app.read(move |unit| {
        let all = kept::relations(unit.tx, person, MAX_RELATIONS)?;
        let told = |it: kept::KeptRelation| Relation {
            relation: it.id,
            address: it.address,
            declared_at: it.declared_at,
        };
        Ok(all.into_iter().map(told).collect())
    })
    .await
}

/// Declares a relation. A review between the two that is not handed in goes to somebody else.
/// Declaring it again changes nothing.
///
/// # Errors
/// Refuses what is no address, and more relations than anybody has.
pub async fn declare_relation(
    app: &App,
    actor: &Actor,
    command: DeclareRelation,
    key: Option<IdempotencyKey>,
) -> Outcome<()> {
    let (person, wanted) = (actor.person, command.clone());
    app.once(
        Some(person),
        "declare-relation",
        key,
        &command,
        move |unit| {
            let address = away::relation(&wanted.address)?;
            if kept::relations(unit.tx, person, MAX_RELATIONS)?.len() >= MAX_RELATIONS as usize {
                let place =
                    Place::new("address", "too-many-relations").with("limit", MAX_RELATIONS);
                return Err(Refusal::Fields(vec![place]).into());
            }
            let id: RelationId = unit.id();
            if !kept::add_relation(unit.tx, id, person, &address, unit.now)? {
                return Ok(());
            }
            // The log names no address: it stays true when a person's details are erased.
            let fact = Fact::of("relation-declared", "relation", id).by(person, None);
            unit.record(fact, &Value::Null)?;
            for review in kept::reviews_between(unit.tx, person, &address)? {
                if let Some(review) = kept::find(unit.tx, review)? {
                    take_back::end(unit, &review, Why::Related, None)?;
                }
            }
            Ok(())
        },
    )
    .await
}

/// Ends a relation: from now on it keeps nobody away.
///
/// # Errors
/// Refuses other people's relations, and those that are over, as unknown.
pub async fn end_relation(
    app: &App,
    actor: &Actor,
    command: EndRelation,
    key: Option<IdempotencyKey>,
) -> Outcome<EndRelation> {
    let person = actor.person;
    app.once(Some(person), "end-relation", key, &command, move |unit| {
        if !kept::end_relation(unit.tx, command.relation, person, unit.now)? {
            return Err(Refusal::NoSuchEntry.into());
        }
        let fact = Fact::of("relation-ended", "relation", command.relation).by(person, None);
        unit.record(fact, &json!({"ended": true}))?;
        Ok(command)
    })
    .await
}
