use askama::Template;
use axum::http::StatusCode;

use crate::form::{Field, Mend, error_of};
use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Empty, Note, Pages, State};
use crate::pages::sample;
use crate::shell::Shell;

fn status_of(mends: &[Mend]) -> StatusCode {
    if mends.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// Invitations, newest first.
#[derive(Debug, Template)]
#[template(path = "people/invitations.html")]
pub struct Invitations {
    /// The frame.
    pub shell: Shell,
    /// A page of them.
    pub lines: Vec<InvitationRow>,
    /// The next page.
    pub pages: Pages,
    /// What has just been done.
    pub done: Option<Note>,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

/// An invitation in a list.
#[derive(Clone, Debug)]
pub struct InvitationRow {
    /// To whom.
    pub address: String,
    /// As what, where.
    pub what: String,
    /// Where it stands.
    pub state: State,
    /// Its link, where no mail is sent.
    pub link: Option<String>,
    /// Below which address it is sent again and taken back, while it waits.
    pub ways: Option<String>,
}

impl Invitations {
    fn empty(&self) -> Empty {
        Empty {
            title: self.shell.say("invitations-none").to_string(),
            text: self.shell.say("invitations-none-text").to_string(),
            way: None,
        }
    }
}

impl Page for Invitations {
    const NAME: &'static str = "people/invitations";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = Shell {
            path: "/invitations".to_owned(),
            ..sample::administrator(shell)
        };
        let row = |address: &str, is_open: bool| InvitationRow {
            address: address.to_owned(),
            what: sample::HOSTILE.to_owned(),
            state: State::new(Mark::Waiting, shell.say("invitation-state-accepted")),
            link: is_open.then(|| "https://c.example/join/1".to_owned()),
            ways: is_open.then(|| "/invitations/1".to_owned()),
        };
        let page = |lines| Self {
            lines,
            pages: Pages::default(),
            done: None,
            mends: Vec::new(),
            shell: shell.clone(),
        };
        vec![
            ("empty", page(Vec::new())),
            (
                "full",
                page(vec![
                    row("mara@example.org", true),
                    row(sample::HOSTILE, false),
                ]),
            ),
        ]
    }
}

/// Inviting many people by a table: what it would do, or what is to mend.
#[derive(Debug, Template)]
#[template(path = "people/invitation-table.html")]
pub struct InvitationTable {
    /// The frame.
    pub shell: Shell,
    /// The table, as it came.
    pub table: String,
    /// The key under which its answer is kept.
    pub key: String,
    /// How many it would invite, once it was looked at.
    pub count: Option<usize>,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl InvitationTable {
    fn table_field(&self) -> Field {
        Field::new("table", self.shell.say("table-text"))
            .hint(self.shell.say("table-text-hint"))
            .value(self.table.clone())
            .error(error_of(&self.mends, "table"))
            .conditional()
    }

    fn file_field(&self) -> Field {
        Field::new("file", self.shell.say("table-file"))
            .kind("file", "off")
            .hint(self.shell.say("table-file-hint"))
            .conditional()
    }
}

impl Page for InvitationTable {
    const NAME: &'static str = "people/invitation-table";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        status_of(&self.mends)
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = Shell {
            path: "/invitations/table".to_owned(),
            ..sample::administrator(shell)
        };
        let page = |table: &str, count, mends| Self {
            table: table.to_owned(),
            key: "sample-key-1".to_owned(),
            count,
            mends,
            shell: shell.clone(),
        };
        let mend = Mend {
            field: "table".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        vec![
            ("empty", page("", None, Vec::new())),
            (
                "checked",
                page("email,organization,role", Some(2), Vec::new()),
            ),
            ("with-errors", page(sample::HOSTILE, None, vec![mend])),
        ]
    }
}

/// An invitation, for whoever opens its link.
#[derive(Debug, Template)]
#[template(path = "people/join.html")]
pub struct InvitationPage {
    /// The frame.
    pub shell: Shell,
    /// Name of the organization.
    pub organization: String,
    /// As what.
    pub role: String,
    /// To which address.
    pub address: String,
    /// Until when it counts.
    pub until: String,
    /// Where the form goes; also this page.
    pub action: String,
    /// Somebody has this address already.
    pub is_known: bool,
    /// What was typed as name.
    pub name: String,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

impl InvitationPage {
    fn name_field(&self) -> Field {
        Field::new("name", self.shell.say("join-name"))
            .kind("text", "name")
            .hint(self.shell.say("join-name-hint"))
            .limit(120)
            .value(self.name.clone())
            .error(error_of(&self.mends, "name"))
    }

    fn password_field(&self) -> Field {
        Field::new("password", self.shell.say("account-password-new"))
            .kind("password", "new-password")
            .hint(self.shell.say("password-hint"))
            .limit(200)
            .error(error_of(&self.mends, "password"))
    }
}

impl Page for InvitationPage {
    const NAME: &'static str = "people/join";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn status(&self) -> StatusCode {
        status_of(&self.mends)
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let page = |shell: Shell, is_known, name: &str, mends| Self {
            shell,
            organization: sample::HOSTILE.to_owned(),
            role: "educator".to_owned(),
            address: "mara@example.org".to_owned(),
            until: "25 November 2026".to_owned(),
            action: "/join/1".to_owned(),
            is_known,
            name: name.to_owned(),
            mends,
        };
        let stranger = sample::stranger(shell, "/join/1");
        let mend = Mend {
            field: "name".to_owned(),
            text: sample::HOSTILE.to_owned(),
        };
        vec![
            ("new", page(stranger.clone(), false, "", Vec::new())),
            ("known", page(stranger.clone(), true, "", Vec::new())),
            (
                "signed-in",
                page(sample::educator(shell), true, "", Vec::new()),
            ),
            (
                "with-errors",
                page(stranger, false, sample::HOSTILE, vec![mend]),
            ),
        ]
    }
}
