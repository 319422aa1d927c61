//! The discussion of two assessors who differ.

use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend, error_of};
use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Crumb, Note, State, Tone};
use crate::pages::review::LevelChoice;
use crate::pages::sample;
use crate::shell::Shell;

/// An independent mark, in words.
#[derive(Clone, Debug)]
pub struct GivenMark {
    /// Whose.
    pub whose: String,
    /// The level, in words.
    pub level: String,
    /// What was written for the educator.
    pub feedback: String,
}

/// The mark that is proposed.
#[derive(Clone, Debug)]
pub struct ProposedMark {
    /// By whom, and whether it is agreed.
    pub state: State,
    /// The level, in words.
    pub level: String,
    /// What is written for the educator.
    pub feedback: String,
    /// Where agreeing goes; nothing for one's own, or once it is agreed.
    pub agree: Option<String>,
    /// The version that is agreed to.
    pub version: u64,
}

/// A criterion on which the two differ.
#[derive(Clone, Debug)]
pub struct DiscussedCriterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The independent marks, one's own first.
    pub given: Vec<GivenMark>,
    /// The latest proposal.
    pub proposal: Option<ProposedMark>,
    /// Where a proposal goes; nothing once the discussion is over.
    pub propose: Option<String>,
    /// The version that a proposal follows on.
    pub version: u64,
    /// The levels to choose from.
    pub levels: Vec<LevelChoice>,
    /// The level that stands in the form.
    pub chosen: Option<u8>,
    /// The feedback that stands in the form.
    pub feedback: String,
    /// What is wrong with the level.
    pub error: Option<String>,
    /// What is wrong with the feedback.
    pub feedback_error: Option<String>,
    /// Keys under which the answers are stored: proposing, agreeing.
    pub keys: [String; 2],
}

/// What one of the two said.
#[derive(Clone, Debug)]
pub struct MessageLine {
    /// Who and when, in words.
    pub who: String,
    /// In which words.
    pub text: String,
}

/// A discussion.
#[derive(Debug, Template)]
#[template(path = "review/discussion.html")]
pub struct Discussion {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Title of the micro-credential.
    pub title: String,
    /// Code of the submission.
    pub code: String,
    /// How it ended, or what happened just now.
    pub note: Option<Note>,
    /// What is discussed.
    pub criteria: Vec<DiscussedCriterion>,
    /// What was said, oldest first.
    pub messages: Vec<MessageLine>,
    /// Where a message goes, and leaving it to a lead; nothing once it is over.
    pub ways: Option<[String; 2]>,
    /// The message as typed.
    pub message: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
    /// Keys under which the answers are stored: a message, leaving it.
    pub keys: [String; 2],
    /// The status of the answer.
    pub status: StatusCode,
}

impl DiscussedCriterion {
    fn feedback_field(&self, shell: &Shell) -> Field {
        let label = shell.say("review-feedback");
        Field::new(format!("feedback/{}", self.id), label)
            .hint(shell.say("review-feedback-hint"))
            .value(self.feedback.clone())
            .limit(4_000)
            .error(self.feedback_error.clone())
            .conditional()
    }
}

impl Discussion {
    fn message_field(&self) -> Field {
        Field::new("message", self.shell.say("differing-message"))
            .value(self.message.clone())
            .limit(2_000)
            .error(error_of(&self.mends, "message"))
    }
}

impl Page for Discussion {
    const NAME: &'static str = "review/discussion";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/reviews/1/discussion".to_owned(),
            ..sample::assessor(shell)
        };
        let over = Note::new(Tone::Done, shell.say("differing-agreed"), "");
        let mend = |field: &str| Mend {
            field: field.to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        let errors = vec![mend("message"), mend("level/c0")];
        vec![
            ("open", Self::sample(shell, true, Vec::new(), None)),
            ("with-errors", Self::sample(shell, true, errors, None)),
            ("over", Self::sample(shell, false, Vec::new(), Some(over))),
        ]
    }
}

impl Discussion {
    fn sample(shell: &Shell, is_open: bool, mends: Vec<Mend>, note: Option<Note>) -> Self {
        let given = |word: &str| GivenMark {
            whose: shell.say(word).to_string(),
            level: "2".to_owned(),
            feedback: sample::HOSTILE.to_owned(),
        };
        let keys = || ["sample-key-1".to_owned(), "sample-key-2".to_owned()];
        let criterion = DiscussedCriterion {
            id: "c0".to_owned(),
            title: sample::CRITERIA[0].to_owned(),
            given: vec![given("differing-mine"), given("differing-theirs")],
            proposal: Some(ProposedMark {
                state: State::new(Mark::Waiting, shell.say("differing-proposed-theirs")),
                level: "3".to_owned(),
                feedback: sample::HOSTILE.to_owned(),
                agree: is_open.then(|| "/reviews/1/discussion/agreements/c0".to_owned()),
                version: 1,
            }),
            propose: is_open.then(|| "/reviews/1/discussion/proposals/c0".to_owned()),
            version: 1,
            levels: vec![LevelChoice {
                number: 1,
                name: "Not yet".to_owned(),
                text: "Under two seconds.".to_owned(),
            }],
            chosen: Some(1),
            feedback: String::new(),
            error: error_of(&mends, "level/c0"),
            feedback_error: None,
            keys: keys(),
        };
        Self {
            crumbs: vec![
                Crumb::above("/desk", shell.say("nav-desk")),
                Crumb::here("W-4417"),
            ],
            title: sample::TITLE.to_owned(),
            code: "W-4417".to_owned(),
            note,
            criteria: vec![criterion],
            messages: vec![MessageLine {
                who: shell.say("differing-mine").to_string(),
                text: sample::HOSTILE.to_owned(),
            }],
            ways: is_open.then(|| {
                [
                    "/reviews/1/discussion/messages".to_owned(),
                    "/reviews/1/discussion/lead".to_owned(),
                ]
            }),
            message: String::new(),
            status: if mends.is_empty() {
                StatusCode::OK
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            },
            mends,
            keys: keys(),
            shell: shell.clone(),
        }
    }
}
