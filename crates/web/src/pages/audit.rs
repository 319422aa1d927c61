//! What happened.

use askama::Template;

use crate::form::{Field, Mend};
use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Empty, Link, Pages, State};
use crate::pages::sample;
use crate::shell::Shell;

/// The audit log.
#[derive(Debug, Template)]
#[template(path = "audit/log.html")]
pub struct Log {
    /// The frame.
    pub shell: Shell,
    /// What it can be narrowed by.
    pub fields: Vec<Field>,
    /// It is narrowed.
    pub is_filtered: bool,
    /// Newest first.
    pub lines: Vec<EventLine>,
    /// The next page.
    pub pages: Pages,
    /// How far it is sealed, in words.
    pub sealed: Option<String>,
    /// What is wrong with what was asked.
    pub mends: Vec<Mend>,
}

/// One event.
#[derive(Clone, Debug)]
pub struct EventLine {
    /// When, for programs.
    pub machine: String,
    /// When.
    pub at: String,
    /// Its kind; leads to others of the kind.
    pub kind: Link,
    /// Who; leads to what else they did. None for the product itself.
    pub person: Option<Link>,
    /// As which role, in words.
    pub role: Option<String>,
    /// What it happened to; leads to what else happened to it.
    pub thing: Link,
    /// The rest.
    pub detail: String,
    /// Sealed or not yet.
    pub standing: State,
}

impl Log {
    fn empty(&self) -> Empty {
        Empty {
            title: self.shell.say("audit-none").to_string(),
            text: self.shell.say("audit-none-text").to_string(),
            way: None,
        }
    }
}

impl Page for Log {
    const NAME: &'static str = "audit/log";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/audit".to_owned(),
            ..sample::administrator(shell)
        };
        let field = |name: &str, error: Option<String>| {
            Field::new(name, shell.say(&format!("audit-{name}")))
                .kind("text", "off")
                .optional()
                .hint(shell.say(&format!("audit-{name}-hint")))
                .value(sample::HOSTILE)
                .error(error)
        };
        let line = |person: Option<&str>, standing| EventLine {
            machine: "2026-11-25T14:02:00Z".to_owned(),
            at: "25 Nov 2026, 14:02".to_owned(),
            kind: Link::new("/audit?kind=submission%2Dmade", "submission-made"),
            person: person.map(|it| Link::new("/audit?person=1", it)),
            role: person.map(|_| shell.say("role-educator").to_string()),
            thing: Link::new(
                "/audit?thing=pursuit%2F1",
                "pursuit/019ab1c2-0000-7000-8000-000000000001",
            ),
            detail: format!("{{\"attempt\":1,\"note\":\"{}\"}}", sample::HOSTILE)
                .replace(['{', '}'], "|"),
            standing,
        };
        let sealed = State::new(Mark::Met, shell.say("audit-sealed").put("position", "41"));
        let waiting = State::new(Mark::Waiting, shell.say("audit-unsealed"));
        let page = |lines: Vec<EventLine>, mends: Vec<Mend>| Self {
            shell: shell.clone(),
            fields: vec![
                field("person", mends.first().map(|it| it.text.clone())),
                field("kind", None),
                field("thing", None),
            ],
            is_filtered: lines.is_empty(),
            sealed: (!lines.is_empty()).then(|| {
                let said = shell.say("audit-sealed-up-to").put("count", "42");
                said.put("at", "25 Nov 2026, 14:02").to_string()
            }),
            pages: Pages {
                first: None,
                next: (!lines.is_empty()).then(|| "/audit?before=1".to_owned()),
            },
            lines,
            mends,
        };
        let wrong = Mend {
            field: "person".to_owned(),
            text: shell.say("audit-person-unreadable").to_string(),
        };
        vec![
            ("empty", page(Vec::new(), Vec::new())),
            (
                "full",
                page(
                    vec![line(Some(sample::HOSTILE), waiting), line(None, sealed)],
                    Vec::new(),
                ),
            ),
            ("with-errors", page(Vec::new(), vec![wrong])),
        ]
    }
}
