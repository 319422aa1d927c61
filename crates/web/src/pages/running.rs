//! Work in the background.

use askama::Template;

use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Empty, Note, Pages, State, Tone};
use crate::pages::sample;
use crate::shell::Shell;

/// Jobs: those that wait or run, or those that were given up.
#[derive(Debug, Template)]
#[template(path = "running/jobs.html")]
pub struct JobList {
    /// The frame.
    pub shell: Shell,
    /// What happened just now.
    pub note: Option<Note>,
    /// Those that were given up.
    pub are_dead: bool,
    /// Oldest first.
    pub lines: Vec<JobLine>,
    /// The next page.
    pub pages: Pages,
}

/// One job.
#[derive(Clone, Debug)]
pub struct JobLine {
    /// Which work.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Waiting, running, given up.
    pub standing: State,
    /// When it is due, or since when it is given up.
    pub when: String,
    /// How often it was tried, in words.
    pub attempts: String,
    /// What went wrong last.
    pub error: Option<String>,
    /// Where the form goes that tries it again.
    pub retry: Option<String>,
}

impl JobList {
    fn empty(&self) -> Empty {
        let (title, text) = match self.are_dead {
            true => ("jobs-none-dead", "jobs-none-dead-text"),
            false => ("jobs-none", "jobs-none-text"),
        };
        Empty {
            title: self.shell.say(title).to_string(),
            text: self.shell.say(text).to_string(),
            way: None,
        }
    }
}

impl Page for JobList {
    const NAME: &'static str = "running/jobs";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/jobs".to_owned(),
            ..sample::administrator(shell)
        };
        let line = |mark, word: &str, error: Option<&str>| JobLine {
            kind: "sign-credential".to_owned(),
            id: "019ab1c2-0000-7000-8000-000000000001".to_owned(),
            standing: State::new(mark, shell.say(word)),
            when: shell
                .say("jobs-due")
                .put("at", "25 Nov 2026, 14:02")
                .to_string(),
            attempts: shell.say("jobs-attempts").put("count", 3_u32).to_string(),
            error: error.map(str::to_owned),
            retry: error.map(|_| "/jobs/1/retry".to_owned()),
        };
        let page = |are_dead, note, lines: Vec<JobLine>| Self {
            shell: shell.clone(),
            note,
            are_dead,
            pages: Pages {
                first: None,
                next: (!lines.is_empty()).then(|| "/jobs?state=dead&after=1".to_owned()),
            },
            lines,
        };
        let retried = Note::new(Tone::Done, shell.say("jobs-retried"), "");
        let waiting = vec![
            line(Mark::Draft, "jobs-running", None),
            line(Mark::Waiting, "jobs-waiting", None),
        ];
        let dead = vec![line(Mark::Late, "jobs-dead", Some(sample::HOSTILE))];
        vec![
            ("empty", page(false, None, Vec::new())),
            ("empty-dead", page(true, Some(retried), Vec::new())),
            ("full", page(false, None, waiting)),
            ("full-dead", page(true, None, dead)),
        ]
    }
}
