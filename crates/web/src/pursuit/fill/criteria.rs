//! The criteria at the left: what each rests on, how far it is, what assessors said.

use app::pursuit::CriterionView;
use domain::catalogue::{Content, Criterion, Source};
use domain::refusal::Place;

use super::Ink;
use crate::form::Mend;
use crate::icon::Mark;
use crate::pages::part::{self, CriterionLine, State};
use crate::pages::pursuit::{EarlierAttempt, Heard};

/// The list at the left.
pub(super) fn lines(ink: &Ink<'_>) -> Vec<CriterionLine> {
    let content = &ink.view.offer.content;
    let rows = content.rubric.criteria.iter();
    rows.filter_map(|row| {
        let it = ink.view.criteria.iter().find(|it| it.criterion == row.id)?;
        let (mark, note) = standing(ink, row, it);
        Some(CriterionLine {
            mark,
            address: format!("#{}", place_of(content, row)),
            title: row.title.clone(),
            note,
            is_here: false,
        })
    })
    .collect()
}

fn standing(ink: &Ink<'_>, row: &Criterion, it: &CriterionView) -> (Mark, String) {
    let say = |id: &str| ink.shell.say(id);
    if it.was_met && !it.is_open {
        return (Mark::Met, say("criterion-met").to_string());
    }
    if it.was_met {
        return (Mark::NotYet, say("criterion-reopened").to_string());
    }
    let there = it.files + it.texts;
    let lacks = ink.view.missing.iter().any(|place| concerns(place, row));
    let pieces = say("criterion-pieces").put("count", there).to_string();
    match (there, lacks, it.level) {
        (0, _, _) => (Mark::Todo, say("criterion-nothing").to_string()),
        (_, _, Some(level)) => (
            Mark::NotYet,
            say("criterion-not-yet").put("level", level).to_string(),
        ),
        (_, true, None) => (Mark::Draft, pieces),
        (_, false, None) => (Mark::Ready, pieces),
    }
}

/// Is something that the criterion rests on still missing?
fn concerns(place: &Place, row: &Criterion) -> bool {
    let mut parts = place.field.split('/');
    match (parts.next(), parts.next()) {
        (Some("criterion"), Some(id)) => row.id.as_str() == id,
        (Some("answer" | "text" | "requirement"), Some(id)) => {
            row.sources.iter().any(|source| source.as_str() == id)
        }
        _ => false,
    }
}

/// The first thing that a criterion rests on, as a place in the page.
fn place_of(content: &Content, row: &Criterion) -> String {
    let sources = || content.sources().filter(|it| row.sources.contains(it.id()));
    let evidence = sources().find(|it| matches!(it, Source::Requirement(_)));
    let field = match evidence.or_else(|| sources().next()) {
        Some(Source::Requirement(it)) => format!("requirement/{}", it.id),
        Some(Source::Overview(it) | Source::Reflection(it)) => format!("answer/{}", it.id),
        None => return "part-2".to_owned(),
    };
    let text = String::new();
    Mend { field, text }.id()
}

/// The rubric, to read beside the work.
pub(super) fn rubric(content: &Content) -> part::Rubric {
    let levels = content.rubric.levels.iter();
    let row = |it: &Criterion| part::Criterion {
        title: it.title.clone(),
        passing: it.passing_level,
        descriptors: content
            .rubric
            .levels
            .iter()
            .map(|level| it.descriptor(level.number).unwrap_or_default().to_owned())
            .collect(),
    };
    part::Rubric {
        levels: levels
            .map(|it| part::Level {
                number: it.number,
                name: it.name.clone(),
            })
            .collect(),
        criteria: content.rubric.criteria.iter().map(row).collect(),
    }
}

/// After so many attempts a meeting with a mentor is offered (DOMAIN 3).
const MENTOR_AFTER: u32 = 3;

/// What the attempt before left open, with the words of the assessors.
pub(super) fn earlier(ink: &Ink<'_>) -> Option<EarlierAttempt> {
    let earlier = ink.view.earlier.as_ref()?;
    let rows = ink.view.offer.content.rubric.criteria.iter();
    let heard = rows.filter_map(|row| {
        let it = ink.view.criteria.iter().find(|it| it.criterion == row.id)?;
        let level = it.level.filter(|_| !it.was_met)?;
        let word = ink.shell.say("criterion-not-yet").put("level", level);
        Some(Heard {
            title: row.title.clone(),
            address: format!("#{}", place_of(&ink.view.offer.content, row)),
            state: State::new(Mark::NotYet, word),
            feedback: it.feedback.clone(),
        })
    });
    let mentor = (earlier.attempt >= MENTOR_AFTER).then(|| {
        let say = ink.shell.say("earlier-mentor");
        say.put("attempts", earlier.attempt).to_string()
    });
    Some(EarlierAttempt {
        mentor,
        address: format!("/submissions/{}/feedback", earlier.code),
        decided: ink.dates.near_day(earlier.decided),
        heard: heard.collect(),
    })
}
