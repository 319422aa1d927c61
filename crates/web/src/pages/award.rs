//! The public page of an award, the awards that a person holds, and the page of an issuer.

mod held;
mod issuer;
mod revocations;

pub use held::{AwardLine, MyAwards};
pub use issuer::{Issuer, IssuerKey};
pub use revocations::{ProposalLine, Revocations};

use askama::Template;

use crate::form::{Choice, Choices, HowMany};
use crate::icon::Mark;
use crate::page::{Page, Sample};
use crate::pages::part::{Fact, Link, Note, State, Tone};
use crate::pages::sample;
use crate::seal::{Seal, Variant};
use crate::shell::Shell;

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// It could not be told.
    Unknown,
}

/// One check of the signed file, by name.
#[derive(Clone, Debug)]
pub struct Check {
    /// What was checked and found.
    pub title: String,
    /// How it ended.
    pub passed: Passed,
    /// Why, as the verifier puts it: in English, with technical words.
    pub reason: String,
}

impl Check {
    /// Its icon.
    pub const fn icon(&self) -> crate::icon::Drawing {
        match self.passed {
            Passed::Yes => crate::icon::tick(),
            Passed::No => crate::icon::alert(),
            Passed::Unknown => crate::icon::info(),
        }
    }

    /// Its class.
    pub const fn class(&self) -> &'static str {
        match self.passed {
            Passed::Yes => "passed",
            Passed::No => "red",
            Passed::Unknown => "yellow",
        }
    }

    /// Id of the sentence for those who do not see the icon.
    pub const fn word(&self) -> &'static str {
        match self.passed {
            Passed::Yes => "check-yes",
            Passed::No => "check-no",
            Passed::Unknown => "check-unknown",
        }
    }
}

/// The result for one criterion.
#[derive(Clone, Debug)]
pub struct ResultLine {
    /// The criterion.
    pub criterion: String,
    /// The level reached.
    pub state: State,
    /// What that level means.
    pub meaning: String,
}

/// The holder's choice who may see the page.
#[derive(Clone, Debug)]
pub struct Visibility {
    /// Value and words of each choice.
    pub options: Vec<Choice>,
    /// What is wrong with the choice.
    pub error: Option<String>,
    /// Where the form goes.
    pub action: String,
    /// Key under which the answer is stored.
    pub key: String,
}

/// An award.
#[derive(Debug, Template)]
#[template(path = "award/award.html")]
pub struct Award {
    /// The frame, in the issuer's colour.
    pub shell: Shell,
    /// Valid, or not, or not to be told, in words.
    pub verdict: State,
    /// Title of the micro-credential.
    pub title: String,
    /// Name of the level.
    pub level: String,
    /// The holder.
    pub holder: String,
    /// The competency in one sentence.
    pub competency: String,
    /// Why it was taken back, for its holder.
    pub revoked: Option<Note>,
    /// Issuer, date, end, number.
    pub facts: Vec<Fact>,
    /// The seal, in the full form.
    pub seal: Seal,
    /// How many assessors judged it.
    pub assessors: u8,
    /// The rubric results.
    pub results: Vec<ResultLine>,
    /// For a stack's award: what counted.
    pub counted: Vec<Link>,
    /// The checks; none while it is being signed.
    pub checks: Vec<Check>,
    /// When it was checked, in words.
    pub checked: String,
    /// That strangers cannot check it on this machine, and what else is to know.
    pub note: Option<Note>,
    /// Full address of the award.
    pub address: String,
    /// The edition that is shown: a place in the page, since the credential's id leads here.
    pub edition: String,
    /// Address of the signed file; none while it is being signed.
    pub file: Option<String>,
    /// What to type to check it with this program, or with its like, on another machine.
    pub commands: String,
    /// What that needs: the issuer's document and the status list.
    pub documents: Vec<Link>,
    /// Page of the micro-credential.
    pub offer: Link,
    /// For the holder only.
    pub visibility: Option<Visibility>,
}

impl Visibility {
    fn choices(&self, shell: &Shell) -> Choices {
        Choices {
            name: "visibility".to_owned(),
            legend: shell.say("award-who").to_string(),
            hint: None,
            error: self.error.clone(),
            how_many: HowMany::One,
            options: self.options.clone(),
        }
    }
}

impl Page for Award {
    const NAME: &'static str = "award/award";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let path = "/awards/1";
        let public = Self::sample(&sample::stranger(shell, path));
        let holder = &Shell {
            path: path.to_owned(),
            ..sample::educator(shell)
        };
        let mut mine = Self::sample(holder);
        mine.visibility = Some(Visibility {
            options: vec![
                Choice::new("private", shell.say("visibility-private"), false),
                Choice::new("unlisted", shell.say("visibility-unlisted"), true),
                Choice::new("public", shell.say("visibility-public"), false),
            ],
            error: None,
            action: "/awards/1/visibility".to_owned(),
            key: "019ab1c2-0000-7000-8000-000000000008".to_owned(),
        });
        let mut revoked = Self::sample(&sample::stranger(shell, path));
        revoked.verdict = State::new(Mark::Gone, shell.say("award-revoked"));
        revoked.note = Some(Note::new(
            Tone::Wrong,
            shell.say("award-local-title"),
            sample::HOSTILE,
        ));
        revoked.holder = sample::HOSTILE.to_owned();
        revoked.results = Vec::new();
        revoked.checks = vec![
            Check {
                title: sample::HOSTILE.to_owned(),
                passed: Passed::No,
                reason: sample::HOSTILE.to_owned(),
            },
            Check {
                title: "Status".to_owned(),
                passed: Passed::Unknown,
                reason: "No answer.".to_owned(),
            },
        ];
        let mut signing = Self::sample(holder);
        signing.verdict = State::new(Mark::Waiting, shell.say("award-signing"));
        signing.checks = Vec::new();
        signing.file = None;
        vec![
            ("full", public),
            ("mine", mine),
            ("revoked", revoked),
            ("signing", signing),
        ]
    }
}

impl Award {
    /// Asks the holder to choose who may see it.
    pub fn choose(&mut self) {
        let error = self.shell.say("refusal-visibility-unknown").to_string();
        if let Some(visibility) = &mut self.visibility {
            visibility.error = Some(error);
        }
    }

    fn sample(shell: &Shell) -> Self {
        let rubric = sample::rubric();
        let results = rubric.criteria.iter().map(|it| ResultLine {
            criterion: it.title.clone(),
            state: State::new(Mark::Met, "Demonstrated"),
            meaning: it.descriptors[2].clone(),
        });
        let check = |name: &str, reason: &str| Check {
            title: shell.say(&format!("check-{name}-yes")).to_string(),
            passed: Passed::Yes,
            reason: reason.to_owned(),
        };
        Self {
            verdict: State::new(Mark::Met, shell.say("award-valid")),
            title: sample::TITLE.to_owned(),
            level: "foundation".to_owned(),
            holder: "Mara Delgado-Quinn".to_owned(),
            competency: sample::COMPETENCY.to_owned(),
            revoked: None,
            facts: vec![
                Fact::new(shell.say("fact-issuer"), sample::ISSUER),
                Fact::new(shell.say("fact-awarded"), "4 December 2026"),
                Fact::new(shell.say("fact-ends"), shell.say("never")),
            ],
            seal: sample::seal_data(shell, 4).draw(Variant::Full),
            assessors: 2,
            results: results.collect(),
            counted: vec![Link::new("/micro-credentials/wait-time", sample::TITLE)],
            checks: vec![
                check("trusted-contexts", "every context is on the list"),
                check("proof", "did:web:localhost%3A8080:issuers:1"),
                check("status", "not revoked at index 94567"),
                check("validity-period", "it has no end"),
            ],
            checked: "24 Jan 2027, 14:06".to_owned(),
            note: Some(Note::new(
                Tone::Look,
                shell.say("award-local-title"),
                shell
                    .say("award-local")
                    .put("address", "did:web:localhost%3A8080:issuers:1"),
            )),
            address: "http://localhost:8080/awards/1".to_owned(),
            edition: "019ab1c2-0000-4000-8000-000000000009".to_owned(),
            file: Some("/awards/1.json".to_owned()),
            commands: "testamur credential verify wait-time.json \\\n  --document URL=did.json"
                .to_owned(),
            documents: vec![Link::new("/issuers/1/did.json", shell.say("award-did"))],
            offer: Link::new("/catalogue/wait-time", shell.say("award-offer")),
            visibility: None,
            shell: shell.clone(),
        }
    }
}
