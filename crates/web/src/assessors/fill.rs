//! Fills the page of qualifications.

use std::collections::BTreeMap;

use app::assessors::{Assessed, Qualified, Standing};
use app::review::{EmptySeat, WaitingFor};
use domain::review::assignment::Conflict;

use crate::form::{Choice, Mend};
use crate::pages::assessors::{Granted, Qualifications, Waiting};
use crate::pages::part::{Note, Tone};
use crate::review::dates;
use crate::shell::Shell;

/// What the page keeps when its form comes back, and what was granted just now.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub person: String,
    pub micro_credential: String,
    pub reason: String,
    pub mends: Vec<Mend>,
    pub granted: Option<String>,
}

pub(super) fn fill(
    shell: Shell,
    key: String,
    standing: &Standing,
    waiting: &[WaitingFor],
    typed: Typed,
) -> Qualifications {
    let all = &standing.micro_credentials;
    Qualifications {
        note: note(&shell, all, typed.granted.as_deref()),
        assessors: assessors(all, &typed.person),
        rubrics: all
            .iter()
            .map(|it| {
                let id = it.micro_credential.to_string();
                let is_chosen = id == typed.micro_credential;
                Choice::new(id, &it.title, is_chosen)
            })
            .collect(),
        reason: typed.reason,
        mends: typed.mends,
        key,
        granted: all
            .iter()
            .flat_map(|of| of.qualified.iter().map(|it| granted(&shell, of, it)))
            .collect(),
        waiting: waiting.iter().map(|it| waits(&shell, it)).collect(),
        shell,
    }
}

fn note(shell: &Shell, all: &[Assessed], granted: Option<&str>) -> Option<Note> {
    let id = granted?;
    let mut qualified = all.iter().flat_map(|it| &it.qualified);
    let it = qualified.find(|it| it.qualification.to_string() == id)?;
    let said = shell.say("qualify-done").put("name", &it.name);
    Some(Note::new(Tone::Done, said, ""))
}

/// Everybody who assesses for the lead's organizations, by name.
fn assessors(all: &[Assessed], chosen: &str) -> Vec<Choice> {
    let mut names: BTreeMap<(&str, String), ()> = BTreeMap::new();
    for it in all {
        let qualified = it.qualified.iter().map(|it| (&it.name, it.person));
        let others = it.others.iter().map(|it| (&it.name, it.person));
        for (name, person) in qualified.chain(others) {
            names.insert((name, person.to_string()), ());
        }
    }
    let people = names.into_keys();
    people
        .map(|(name, id)| {
            let is_chosen = id == chosen;
            Choice::new(id, name, is_chosen)
        })
        .collect()
}

fn granted(shell: &Shell, of: &Assessed, it: &Qualified) -> Granted {
    let dates = dates(shell.language, "UTC");
    Granted {
        assessor: it.name.clone(),
        title: of.title.clone(),
        granted: format!("{}, {}", dates.short_day(it.granted_at), it.granter),
        until: dates.short_day(it.valid_until),
        reason: it.reason.clone(),
    }
}

fn waits(shell: &Shell, it: &WaitingFor) -> Waiting {
    Waiting {
        code: it.code.clone(),
        title: it.title.clone(),
        since: dates(shell.language, "UTC").moment(it.since),
        reasons: it.seats.iter().map(|seat| reason(shell, seat)).collect(),
    }
}

/// Why nobody takes a seat, in words.
pub(crate) fn reason(shell: &Shell, it: &EmptySeat) -> String {
    let blocked: Vec<_> = it
        .blocked
        .iter()
        .map(|(conflict, count)| shell.say(word(*conflict)).put("count", *count).to_string())
        .collect();
    let blocked = if blocked.is_empty() {
        shell.say("waiting-nobody").to_string()
    } else {
        blocked.join(", ")
    };
    shell
        .say("waiting-seat")
        .put("seat", it.seat.number())
        .put("qualified", it.qualified)
        .put("blocked", blocked)
        .to_string()
}

const fn word(conflict: Conflict) -> &'static str {
    match conflict {
        Conflict::Self_ => "conflict-self",
        Conflict::SameSchool => "conflict-same-school",
        Conflict::SameDistrict => "conflict-same-district",
        Conflict::Private => "conflict-private",
        Conflict::Involved => "conflict-involved",
        Conflict::Absent => "conflict-absent",
        Conflict::AtLoadLimit => "conflict-at-load-limit",
    }
}
