//! What an educator could do next, with reasons.

use std::collections::BTreeMap;

use domain::catalogue::LevelScale;
use domain::growth::{Known, Recommendation, recommend};
use domain::ids::MicroCredentialId;
use domain::people::Actor;
use store::growth::offer::{self, Listed};

use super::view_growth::{GrowthView, growth};
use crate::{App, Outcome, Unit};

/// The most offers that are looked at for one educator.
const OFFERS: u32 = 2000;

/// A recommendation with what a list shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommended {
    /// The offer.
    pub listed: Listed,
    /// Why.
    pub why: Recommendation,
}

/// What an educator could do next, the best first, with everything it follows from.
#[derive(Clone, Debug, PartialEq)]
pub struct RecommendationsView {
    /// The list.
    pub found: Vec<Recommended>,
    /// What it follows from.
    pub growth: GrowthView,
}

/// The recommendations for the actor; ten statements.
///
/// # Errors
/// None of its own.
pub async fn view_recommendations(app: &App, actor: &Actor) -> Outcome<RecommendationsView> {
    let actor = actor.clone();
    app.read(move |unit| {
        let growth = growth(unit, actor.person)?;
        let found = recommended(unit, &actor, &growth)?;
        Ok(RecommendationsView { found, growth })
    })
    .await
}

/// Three statements.
pub(super) fn recommended(
    unit: &Unit<'_>,
    actor: &Actor,
    growth: &GrowthView,
) -> Outcome<Vec<Recommended>> {
    let wanted = offer::wanted(unit.tx, actor.person, unit.now, OFFERS)?;
    let known = known(unit, actor, growth)?;
    let offers: Vec<_> = wanted.iter().map(|it| it.offer.clone()).collect();
    let mut listed: BTreeMap<MicroCredentialId, Listed> = wanted
        .into_iter()
        .map(|it| (it.offer.micro_credential, it))
        .collect();
    let found = recommend(&offers, &known, &LevelScale::default());
    let whole = |why: Recommendation| {
        let listed = listed.remove(&why.micro_credential)?;
        Some(Recommended { listed, why })
    };
    Ok(found.into_iter().filter_map(whole).collect())
}

fn known(unit: &Unit<'_>, actor: &Actor, growth: &GrowthView) -> Outcome<Known> {
    let needs = growth.needs.iter().filter(|it| it.counts);
    let needs = needs.map(|it| {
        let need = &it.kept.need;
        let of = it.kept.organization_name.clone();
        (
            it.kept.id,
            need.title.clone(),
            of,
            need.competencies.clone(),
        )
    });
    let goals = growth.goals.iter();
    let goals = goals.map(|it| (it.id, it.goal.text.clone(), it.goal.competencies.clone()));
    let assessed = growth.assessed.iter();
    let assessed = assessed.map(|it| (it.it.competency.clone(), it.it.level.clone()));
    Ok(Known {
        needs: needs.collect(),
        goals: goals.collect(),
        assessed: assessed.collect(),
        held: offer::held(unit.tx, actor.person)?,
        under_way: offer::under_way(unit.tx, actor.person)?,
        stacks: Vec::new(),
        wishes: growth.wishes,
    })
}
