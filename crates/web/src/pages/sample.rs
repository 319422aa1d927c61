//! What the samples of pages show: one invented micro-credential, one issuer, a few people.

use domain::ids::{OrganizationId, PersonId};
use domain::people::{Actor, Membership, Role};

use crate::accent::Accent;
use crate::pages::part::{Criterion, Level, Rubric};
use crate::seal::{self, SealData};
use crate::shell::{Shell, Visitor};
use crate::ways;

/// The title of the sample.
pub const TITLE: &str = "Wait Time That Works";
/// Its issuer.
pub const ISSUER: &str = "Larkfield Institute for Teaching";
/// The competency in one sentence.
pub const COMPETENCY: &str = "You pause for three seconds or more after a question and again after an answer, so that \
    more students think, and more of them speak.";

/// A text with everything that must be escaped, for samples that try it.
pub const HOSTILE: &str = "\"><script>alert('1')</script> & <b>bold</b>";

/// The frame with an educator in it.
pub fn educator(shell: &Shell) -> Shell {
    signed_in(shell, "Mara Delgado-Quinn", "/home", Role::Educator)
}

/// The frame with an assessor in it.
pub fn assessor(shell: &Shell) -> Shell {
    signed_in(shell, "Joel Haverford", "/desk", Role::Assessor)
}

/// The frame with a lead assessor in it.
pub fn lead(shell: &Shell) -> Shell {
    signed_in(shell, "Amina Sorel", "/qualifications", Role::LeadAssessor)
}

/// The frame with an administrator in it.
pub fn administrator(shell: &Shell) -> Shell {
    signed_in(shell, "Ruth Abenov", "/people", Role::Administrator)
}

fn signed_in(shell: &Shell, name: &str, path: &str, role: Role) -> Shell {
    let actor = Actor {
        person: PersonId::from_u128(1),
        memberships: vec![Membership {
            organization: OrganizationId::from_u128(1),
            role,
        }],
    };
    Shell {
        visitor: Some(Visitor {
            name: name.to_owned(),
            ways: ways::open_to(Some(&actor)),
        }),
        csrf: "00".repeat(64),
        path: path.to_owned(),
        ..shell.clone()
    }
}

/// The frame of a stranger on that page.
pub fn stranger(shell: &Shell, path: &str) -> Shell {
    Shell {
        path: path.to_owned(),
        ..shell.clone()
    }
}

/// The names of the criteria.
pub const CRITERIA: [&str; 4] = [
    "Timing",
    "Question quality",
    "Spread of speakers",
    "Reflection on discomfort",
];

/// What the seal of the sample is drawn from, with that many criteria met.
pub fn seal_data(shell: &Shell, met: usize) -> SealData {
    SealData {
        title: TITLE.to_owned(),
        issuer: ISSUER.to_owned(),
        year: 2026,
        code: "WTW".to_owned(),
        level: "foundation".to_owned(),
        step: 2,
        criteria: (0..4)
            .map(|at| seal::Criterion {
                met: at < met,
                leading: at == 2 && met == 4,
            })
            .collect(),
        accent: Accent::Plum,
        language: shell.language,
    }
}

/// What the seal of another sample is drawn from.
pub fn other_seal_data(shell: &Shell) -> SealData {
    SealData {
        title: "Formative Check that Changes the Lesson".to_owned(),
        issuer: "Tamarack County Schools".to_owned(),
        code: "FCL".to_owned(),
        level: "proficient".to_owned(),
        step: 3,
        accent: Accent::Teal,
        ..seal_data(shell, 4)
    }
}

/// Its rubric.
pub fn rubric() -> Rubric {
    let level = |number, name: &str| Level {
        number,
        name: name.to_owned(),
    };
    let rows: [[&str; 3]; 4] = [
        [
            "Most pauses are under two seconds, or the log leaves them out.",
            "The middle pause is three seconds after questions, but replies are still answered at once.",
            "The middle pause is three seconds or more after questions and after replies, in the log and in the recording.",
        ],
        [
            "Nearly all questions have one short right answer.",
            "Some questions are open, but the pause is spent on the closed ones.",
            "At least half of the logged questions are open, and these get the longest pauses.",
        ],
        [
            "The log does not show who spoke, or the same few speak.",
            "The number of different speakers is counted, and stays the same.",
            "More different students speak after than before, and you say who still does not.",
        ],
        [
            "Says that silence went well, or went badly.",
            "Describes one uneasy moment.",
            "Describes one uneasy moment, what made it so, and what you now do in its place.",
        ],
    ];
    Rubric {
        levels: vec![
            level(1, "Not yet"),
            level(2, "Approaching"),
            level(3, "Demonstrated"),
        ],
        criteria: CRITERIA
            .iter()
            .zip(rows)
            .map(|(title, row)| Criterion {
                title: (*title).to_owned(),
                passing: 3,
                descriptors: row.map(str::to_owned).to_vec(),
            })
            .collect(),
    }
}
