//! The decision as the educator reads it: criterion by criterion.

use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{CriterionLine, Crumb, State};
use crate::pages::sample;
use crate::seal::{Seal, Variant};
use crate::shell::Shell;

/// One criterion with its outcome.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Its id in the page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Met, closed; or not yet, with the level.
    pub state: State,
    /// It is open in the next attempt.
    pub is_open: bool,
    /// What the level that was found looks like.
    pub found: String,
    /// What the passing level looks like.
    pub passes: String,
    /// What assessors wrote, in an order that tells nothing.
    pub feedback: Vec<String>,
    /// Places in the evidence that they point at.
    pub pins: Vec<PinnedPlace>,
}

/// A place in the evidence.
#[derive(Clone, Debug)]
pub struct PinnedPlace {
    /// What and where, in words.
    pub words: String,
    /// Where it opens; none for texts.
    pub address: Option<String>,
    /// What stands before, in and after a quotation.
    pub text: Option<[String; 3]>,
}

/// What became of it.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Some criteria are open.
    NotYet {
        /// The workspace and the number of the next attempt; nothing if that was sent already.
        next: Option<(String, u32)>,
    },
    /// Awarded: the award's address once it is signed.
    Awarded {
        /// The award.
        award: Option<String>,
    },
}

/// The feedback on one attempt.
#[derive(Debug, Template)]
#[template(path = "pursuit/feedback.html")]
pub struct Feedback {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Title of the micro-credential.
    pub title: String,
    /// Which attempt this is.
    pub attempt: u32,
    /// When it was decided, and from how many reviews, in words.
    pub decided: String,
    /// What became of it.
    pub outcome: Outcome,
    /// The criteria, open ones first.
    pub criteria: Vec<Judged>,
    /// The seal as far as it has grown, in the full form.
    pub seal: Seal,
}

impl Feedback {
    fn open_count(&self) -> usize {
        self.criteria.iter().filter(|it| it.is_open).count()
    }

    fn closed_count(&self) -> usize {
        self.criteria.len() - self.open_count()
    }

    fn lines(&self) -> Vec<CriterionLine> {
        let line = |it: &Judged| CriterionLine {
            mark: it.state.mark,
            address: format!("#{}", it.id),
            title: it.title.clone(),
            note: it.state.word.clone(),
            is_here: false,
        };
        self.criteria.iter().map(line).collect()
    }
}

impl Page for Feedback {
    const NAME: &'static str = "pursuit/feedback";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/submissions/W441-7X2K/feedback".to_owned(),
            ..sample::educator(shell)
        };
        let not_yet = Outcome::NotYet {
            next: Some(("/pursuits/1".to_owned(), 2)),
        };
        let sent = Outcome::NotYet { next: None };
        let awarded = |award: Option<&str>| Outcome::Awarded {
            award: award.map(str::to_owned),
        };
        vec![
            ("not-yet", Self::sample(shell, not_yet, 3)),
            ("sent-again", Self::sample(shell, sent, 2)),
            (
                "awarded",
                Self::sample(shell, awarded(Some("/awards/1")), 4),
            ),
            ("signing", Self::sample(shell, awarded(None), 4)),
        ]
    }
}

impl Feedback {
    fn sample(shell: &Shell, outcome: Outcome, met: usize) -> Self {
        let criteria = sample::rubric().criteria;
        let judged = |(at, criterion): (usize, &crate::pages::part::Criterion)| {
            let is_open = at >= met;
            let state = if is_open {
                State::new(Mark::NotYet, shell.say("criterion-not-yet").put("level", 2))
            } else {
                State::new(Mark::Met, shell.say("criterion-met"))
            };
            Judged {
                id: format!("criterion-{at}"),
                title: criterion.title.clone(),
                state,
                is_open,
                found: criterion.descriptors[if is_open { 1 } else { 2 }].clone(),
                passes: criterion.descriptors[2].clone(),
                feedback: if is_open {
                    vec!["The moment at the sinks is honest and well told. What is missing is the step after.".to_owned(), sample::HOSTILE.to_owned()]
                } else {
                    Vec::new()
                },
                pins: vec![
                    PinnedPlace {
                        words: "recording.wav, 1:15".to_owned(),
                        address: Some("/files/1#t=75".to_owned()),
                        text: None,
                    },
                    PinnedPlace {
                        words: sample::HOSTILE.to_owned(),
                        address: None,
                        text: Some(["They ", "answer", " at once."].map(str::to_owned)),
                    },
                ],
            }
        };
        let mut criteria: Vec<Judged> = criteria.iter().enumerate().map(judged).collect();
        criteria.sort_by_key(|it| !it.is_open);
        Self {
            crumbs: vec![
                Crumb::above("/home", shell.say("nav-home")),
                Crumb::here(sample::TITLE),
            ],
            title: sample::TITLE.to_owned(),
            attempt: 1,
            decided: shell
                .say("feedback-decided")
                .put("day", "Friday 20 November")
                .put("reviews", 2)
                .to_string(),
            outcome,
            criteria,
            seal: sample::seal_data(shell, met).draw(if met == 4 {
                Variant::Full
            } else {
                Variant::OnTheWay
            }),
            shell: shell.clone(),
        }
    }
}
