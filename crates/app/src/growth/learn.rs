//! The way into a pursuit and its learning log. Read by the educator and those who accompany them;
//! deliberately absent from everything that assigns, judges and decides.

use domain::audit::Fact;
use domain::catalogue::Resource;
use domain::growth::{AskedLearning, Learning, MAX_LOGGED, Meeting, Refusal, Way};
use domain::ids::{LearningId, PursuitId};
use domain::people::Actor;
use serde::{Deserialize, Serialize};
use store::growth::learning;

use super::accompanying::due;
use super::assess::veiled;
use super::companions::accompanied;
use crate::pursuit::own_work;
use crate::{App, IdempotencyKey, Outcome};

/// Chooses the way into one's own pursuit. It can change at any time, and changes nothing else.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn choose_way(app: &App, actor: &Actor, pursuit: PursuitId, way: Way) -> Outcome<()> {
    let actor = actor.clone();
    app.write(move |unit| {
        own_work(unit, &actor, pursuit)?;
        learning::choose(unit.tx, pursuit, way, unit.now)?;
        let fact = Fact::of("way-chosen", "pursuit", pursuit).by(actor.person, None);
        unit.record(fact, &veiled(unit))
    })
    .await
}

/// A line of the log is to be written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Log {
    /// Of which pursuit.
    pub pursuit: PursuitId,
    /// What it says.
    #[serde(flatten)]
    pub asked: AskedLearning,
}

/// It is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// Its id.
    pub learning: LearningId,
}

/// Writes a line into the log of one's own pursuit.
///
/// # Errors
/// `growth-fields`, `no-such-pursuit`, `too-many-of-them`.
pub async fn log_learning(
    app: &App,
    actor: &Actor,
    command: Log,
    key: Option<IdempotencyKey>,
) -> Outcome<Logged> {
    let it = Learning::read(&command.asked)?;
    let (actor, pursuit, by) = (actor.clone(), command.pursuit, Some(actor.person));
    app.once(by, "growth/log", key, &command, move |unit| {
        own_work(unit, &actor, pursuit)?;
        if learning::of_pursuit(unit.tx, pursuit)?.len() >= MAX_LOGGED {
            return Err(Refusal::TooManyOfThem { limit: MAX_LOGGED }.into());
        }
        let id = unit.id();
        learning::insert(unit.tx, id, pursuit, &it, unit.now)?;
        let fact = Fact::of("learning-logged", "pursuit", pursuit).by(actor.person, None);
        unit.record(fact, &veiled(unit))?;
        Ok(Logged { learning: id })
    })
    .await
}

/// Takes a line out of the log of one's own pursuit.
///
/// # Errors
/// `no-such-pursuit`, `no-such-learning`.
pub async fn remove_learning(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
    id: LearningId,
) -> Outcome<()> {
    let actor = actor.clone();
    app.write(move |unit| {
        own_work(unit, &actor, pursuit)?;
        if !learning::remove(unit.tx, id, pursuit)? {
            return Err(Refusal::NoSuchLearning.into());
        }
        let fact = Fact::of("learning-removed", "pursuit", pursuit).by(actor.person, None);
        unit.record(fact, &veiled(unit))
    })
    .await
}

/// The learning of a pursuit.
#[derive(Clone, Debug, PartialEq)]
pub struct LearningView {
    /// Which pursuit.
    pub pursuit: PursuitId,
    /// What is worked on.
    pub title: String,
    /// The actor is its educator, who may write.
    pub is_own: bool,
    /// The way that was chosen.
    pub way: Option<Way>,
    /// The lines, the latest day first.
    pub lines: Vec<learning::Kept>,
    /// What the micro-credential offers to read or watch.
    pub resources: Vec<Resource>,
    /// Whether a meeting with a mentor is due.
    pub meeting: Meeting,
}

/// The learning of a pursuit, for its educator and those who accompany it; four statements.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_learning(app: &App, actor: &Actor, pursuit: PursuitId) -> Outcome<LearningView> {
    let actor = actor.clone();
    app.read(move |unit| {
        let (work, _) = accompanied(unit, &actor, pursuit)?;
        let lines = learning::of_pursuit(unit.tx, pursuit)?;
        Ok(LearningView {
            pursuit,
            is_own: work.stored.person == actor.person,
            way: learning::way(unit.tx, pursuit)?,
            meeting: due(&work.stored, &lines),
            lines,
            title: work.offer.content.title,
            resources: work.offer.content.resources,
        })
    })
    .await
}
