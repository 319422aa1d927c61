//! A review that is not open: before it is opened, and after it was handed in.

use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::State;
use crate::pages::sample;
use crate::shell::Shell;

/// One's own mark for a criterion.
#[derive(Clone, Debug)]
pub struct OwnMark {
    /// Title of the criterion.
    pub criterion: String,
    /// The level, once handed in.
    pub level: Option<u8>,
    /// What was written for the educator.
    pub feedback: String,
}

/// The form that opens a review.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it goes.
    pub action: String,
    /// Address of the review; `/acceptance` and `/declining` below it answer the offer.
    pub offer: String,
    /// The offer was accepted.
    pub is_accepted: bool,
    /// Key under which the answer is stored.
    pub key: String,
}

/// A review that is not open.
#[derive(Debug, Template)]
#[template(path = "review/door.html")]
pub struct Door {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// Title of the micro-credential.
    pub title: String,
    /// Code of the submission.
    pub code: String,
    /// When it is due; nothing once it is handed in.
    pub due: Option<State>,
    /// The criteria to judge, with one's marks once they are handed in.
    pub marks: Vec<OwnMark>,
    /// The form that opens it; nothing once it is handed in.
    pub entry: Option<Entry>,
}

impl Page for Door {
    const NAME: &'static str = "review/door";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/reviews/1".to_owned(),
            ..sample::assessor(shell)
        };
        let page = |entry: Option<Entry>| Self {
            title: sample::TITLE.to_owned(),
            code: "W-4417".to_owned(),
            due: entry
                .is_some()
                .then(|| State::new(Mark::Waiting, "Tuesday 1 December")),
            marks: sample::CRITERIA
                .iter()
                .map(|title| OwnMark {
                    criterion: (*title).to_owned(),
                    level: entry.is_none().then_some(2),
                    feedback: if entry.is_none() {
                        sample::HOSTILE.to_owned()
                    } else {
                        String::new()
                    },
                })
                .collect(),
            entry,
            shell: shell.clone(),
        };
        let entry = Entry {
            action: "/reviews/1/opening".to_owned(),
            offer: "/reviews/1".to_owned(),
            is_accepted: false,
            key: "019ab1c2-0000-7000-8000-000000000008".to_owned(),
        };
        vec![("unopened", page(Some(entry))), ("locked", page(None))]
    }
}
