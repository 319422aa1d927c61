//! The micro-credential that its page's samples show.

use super::{Block, HandIn, MicroCredential, Reason, Resource, Start, VersionLine};
use crate::pages::part::{Crumb, Fact};
use crate::pages::sample;
use crate::seal::Variant;
use crate::shell::Shell;

impl MicroCredential {
    pub(super) fn sample(shell: &Shell, start: Start) -> Self {
        let text = |text: &str| vec![Block::Paragraph(text.to_owned())];
        let hand_in = |title: &str, about: &str, limit: &str| HandIn {
            title: title.to_owned(),
            text: text(about),
            kind: shell.say("purpose-practice").to_string(),
            limits: vec![limit.to_owned()],
            indicators: Vec::new(),
            template: None,
        };
        let mut log = hand_in(
            "Two turn logs",
            "One from before, one from after. At least 15 question turns in each, with the seconds you waited.",
            "2 documents, up to 5 MB each",
        );
        log.indicators =
            vec!["The seconds after the question and after the reply are both there.".to_owned()];
        log.template = Some((
            "/catalogue/wait-time/files/turn-log.csv".to_owned(),
            "turn-log.csv".to_owned(),
        ));
        Self {
            crumbs: vec![
                Crumb::above("/catalogue", shell.say("nav-catalogue")),
                Crumb::here(sample::TITLE),
            ],
            title: sample::TITLE.to_owned(),
            competency: sample::COMPETENCY.to_owned(),
            summary: text(
                "Two short silences change who speaks in a classroom, and how much they say.",
            ),
            facts: vec![
                Fact::new(shell.say("fact-level"), "foundation"),
                Fact::new(shell.say("fact-hours"), shell.say("hours").put("count", 6)),
                Fact::new(shell.say("fact-students"), shell.say("students-needed")),
                Fact::new(shell.say("fact-issuer"), sample::ISSUER),
            ],
            for_whom: "Anyone who asks questions in class.".to_owned(),
            not_for_whom: Some("Those who teach one to one.".to_owned()),
            note: None,
            start,
            seal: sample::seal_data(shell, 4).draw(Variant::Full),
            needs: vec![
                shell.say("needs-students").to_string(),
                shell.say("needs-window").put("months", 6).to_string(),
            ],
            hand_ins: vec![
                hand_in(
                    "Where you start",
                    "Whom you teach, and what happens now after you ask.",
                    "100 to 200 words",
                ),
                hand_in(
                    "A recording of one discussion",
                    "Voices are enough; faces are not needed.",
                    "1 recording",
                ),
                log,
            ],
            ai_use: Some(
                "Say where a tool wrote or changed words. Recordings and logs must be your own."
                    .to_owned(),
            ),
            rubric: sample::rubric(),
            assessors: 2,
            turnaround: 5,
            hours: 6,
            time: vec![
                ("Planning".to_owned(), 1),
                ("In your lessons".to_owned(), 3),
                ("Writing".to_owned(), 2),
            ],
            method: "Two pauses".to_owned(),
            method_text: text("Ask, stop, count three in your head, look at the whole room."),
            steps: vec![(
                "Mark".to_owned(),
                "the questions that deserve a pause.".to_owned(),
            )],
            reasons: vec![Reason {
                text: "Teachers wait about one second; three or more brings longer replies."
                    .to_owned(),
                works: vec![(
                    "Rowe, M. B. (1986). Wait time: slowing down may be a way of speeding up."
                        .to_owned(),
                    Some("https://example.org/rowe".to_owned()),
                )],
            }],
            resources: vec![Resource {
                title: "A film of two lessons".to_owned(),
                address: Some("https://example.org/film".to_owned()),
                note: "12 minutes; the same question asked twice.".to_owned(),
            }],
            alignments: vec![(
                "InTASC 8, Instructional strategies".to_owned(),
                "https://example.org/8".to_owned(),
            )],
            versions: vec![VersionLine {
                number: 1,
                published: "1 September 2026".to_owned(),
                changes: vec!["First version.".to_owned(), sample::HOSTILE.to_owned()],
                rubric: "4f2a9c01".to_owned(),
                address: "/micro-credentials/wait-time?version=1".to_owned(),
                is_here: true,
            }],
            shell: shell.clone(),
        }
    }
}
