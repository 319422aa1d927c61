//! A small district: an issuer with assessors and leads, schools, one educator, and a
//! micro-credential of two criteria that rests on texts alone.

use std::collections::{BTreeMap, BTreeSet};

use app::App;
use app::assessors::{GrantQualification, grant_qualification};
use app::catalogue::{Publish, Published, publish};
use app::jobs::{Drained, run_due_once};
use app::pursuit::{Start, Submit, TextIn, save_texts, start, submit};
use app::review::{MarkDraft, SaveMarks, SubmitScorecard, save_marks, submit_scorecard};
use domain::ids::{OrganizationId, PersonId, PursuitId, ReviewId, SubmissionId};
use domain::people::Actor;
use domain::pursuit::{Attestation, StateName};
use domain::review::{Confidence, Seat};
use store::review::Review;
use store::{Statement, Store, Value, args};
use testkit::world::World;

const PACKAGE: &str = include_str!("package.toml");

pub const STATE: u128 = 0x1000;
pub const DISTRICT: u128 = 0x1001;
pub const SCHOOL: u128 = 0x1002;
pub const OTHER_SCHOOL: u128 = 0x1003;
pub const ISSUER: u128 = 0x1004;

pub const EDUCATOR: u128 = 0x2000;
pub const FIRST: u128 = 0x2001;
pub const SECOND: u128 = 0x2002;
/// Teaches at the educator's school.
pub const COLLEAGUE: u128 = 0x2003;
/// Teaches in the educator's district, at another school.
pub const NEIGHBOUR: u128 = 0x2004;
pub const LEAD: u128 = 0x2005;
pub const OTHER_LEAD: u128 = 0x2006;
pub const DESIGNER: u128 = 0x2007;

/// What must never reach an assessor.
pub const SECRETS: [&str; 6] = [
    "Mara Delgado-Quinn",
    "Delgado",
    "mara@alder.example",
    "Alder Creek Middle School",
    "Tamarack County Schools",
    "Tamarack State Agency",
];

/// The small district.
pub struct Small {
    pub world: World,
    pub published: Published,
}

/// One mark: criterion, level, feedback.
pub type Scored = (&'static str, u8, &'static str);

pub fn person(n: u128) -> PersonId {
    PersonId::from_u128(n)
}

/// Runs a statement in a unit of its own.
pub async fn run<const N: usize>(app: &App, sql: &'static str, args: [Value; N]) {
    let statement = Statement { name: "test", sql };
    app.store
        .write(move |tx| tx.execute(&statement, &args))
        .await
        .unwrap();
}

/// The number that a statement answers as `n`.
pub async fn number(app: &App, sql: &'static str) -> i64 {
    let statement = Statement { name: "test", sql };
    app.store
        .read(move |tx| tx.one(&statement, &[])?.get("n"))
        .await
        .unwrap()
}

impl Small {
    /// With the plan of the package, changed by replacing texts.
    pub async fn with(store: Store, changes: &[(&str, &str)]) -> Self {
        let world = World::over(store).unwrap();
        organizations(&world.app).await;
        people(&world.app).await;
        let designer = actor(&world.app, DESIGNER).await;
        let mut package = PACKAGE.to_owned();
        for (from, to) in changes {
            assert!(package.contains(from), "{from}");
            package = package.replace(from, to);
        }
        let command = Publish {
            organization: OrganizationId::from_u128(ISSUER),
            files: BTreeMap::from([("micro-credential.toml".to_owned(), package)]),
        };
        let published = publish(&world.app, &designer, command, None).await.unwrap();
        Self { world, published }
    }

    /// Everybody who assesses is qualified.
    pub async fn ready(store: Store) -> Self {
        let it = Self::with(store, &[]).await;
        it.qualify(&[FIRST, SECOND, COLLEAGUE, NEIGHBOUR, OTHER_LEAD])
            .await;
        it
    }

    pub fn app(&self) -> &App {
        &self.world.app
    }

    pub async fn actor(&self, n: u128) -> Actor {
        actor(self.app(), n).await
    }

    /// Qualified by the lead; the lead by the other lead.
    pub async fn qualify(&self, people: &[u128]) {
        for n in people {
            let by = if *n == LEAD { OTHER_LEAD } else { LEAD };
            let lead = self.actor(by).await;
            let command = GrantQualification {
                person: person(*n),
                micro_credential: self.published.micro_credential,
                reason: "Scored eight samples with me.".to_owned(),
            };
            grant_qualification(self.app(), &lead, command, None)
                .await
                .unwrap();
        }
    }

    /// The educator begins, writes and sends the first attempt; assessors are looked for.
    pub async fn submitted(&self) -> (PursuitId, SubmissionId) {
        self.submitted_after(async |_| ()).await
    }

    /// The same by somebody else.
    #[allow(dead_code, reason = "the tests of pages have one educator")]
    pub async fn submitted_by(&self, n: u128) -> SubmissionId {
        self.begun_by(n, async |_| ()).await.1
    }

    /// The same, with something between the beginning and the writing.
    pub async fn submitted_after(
        &self,
        between: impl AsyncFnOnce(PursuitId),
    ) -> (PursuitId, SubmissionId) {
        self.begun_by(EDUCATOR, between).await
    }

    async fn begun_by(
        &self,
        n: u128,
        between: impl AsyncFnOnce(PursuitId),
    ) -> (PursuitId, SubmissionId) {
        let educator = self.actor(n).await;
        let command = Start {
            micro_credential: self.published.slug.parse().unwrap(),
        };
        let begun = start(self.app(), &educator, command, None).await.unwrap();
        between(begun.pursuit).await;
        let texts = [
            ("answer/start", "They answer at once."),
            ("text/log/1", "Turn one took two seconds."),
            ("answer/silence", "It was long."),
            ("ai-use", "None."),
        ];
        self.write_as(n, begun.pursuit, &texts, 0).await;
        (begun.pursuit, self.send_as(n, begun.pursuit).await)
    }

    pub async fn write(&self, pursuit: PursuitId, texts: &[(&str, &str)], based_on: u64) {
        self.write_as(EDUCATOR, pursuit, texts, based_on).await;
    }

    async fn write_as(&self, n: u128, pursuit: PursuitId, texts: &[(&str, &str)], based_on: u64) {
        let texts = texts.iter().map(|(field, text)| TextIn {
            sitting: domain::pursuit::history::Sitting::default(),
            field: (*field).to_owned(),
            text: (*text).to_owned(),
            based_on,
        });
        let educator = self.actor(n).await;
        let saved = save_texts(self.app(), &educator, pursuit, texts.collect())
            .await
            .unwrap();
        assert!(saved.iter().all(|(_, it)| it.is_ok()), "{saved:?}");
    }

    pub async fn send(&self, pursuit: PursuitId) -> SubmissionId {
        self.send_as(EDUCATOR, pursuit).await
    }

    async fn send_as(&self, n: u128, pursuit: PursuitId) -> SubmissionId {
        let command = Submit {
            reopens: BTreeSet::new(),
            pursuit,
            attestations: BTreeSet::from([
                Attestation::OwnWork,
                Attestation::Ready,
                Attestation::Consents,
                Attestation::AiDescribed,
            ]),
        };
        let educator = self.actor(n).await;
        let done = submit(self.app(), &educator, command, None).await.unwrap();
        self.work().await;
        done.submission
    }

    /// Runs what is due; nothing may go wrong.
    pub async fn work(&self) -> Drained {
        let drained = run_due_once(self.app()).await.unwrap();
        let (failed, buried) = (drained.failed, drained.buried);
        assert_eq!((failed, buried), (0, 0), "{:?}", self.errors().await);
        drained
    }

    /// What went wrong in jobs.
    async fn errors(&self) -> Vec<String> {
        let sql = "SELECT error FROM job WHERE error IS NOT NULL";
        let statement = Statement { name: "test", sql };
        let read = move |tx: &store::Tx| {
            let rows = tx.rows(&statement, &[])?;
            rows.iter().map(|row| row.get("error")).collect()
        };
        self.app().store.read(read).await.unwrap()
    }

    pub async fn reviews(&self, submission: SubmissionId) -> Vec<Review> {
        let read = move |tx: &store::Tx| store::review::of_submission(tx, submission);
        self.app().store.read(read).await.unwrap()
    }

    /// Whoever holds a seat now.
    pub async fn holder(&self, submission: SubmissionId, seat: Seat) -> Review {
        let reviews = self.reviews(submission).await;
        let mut live = reviews
            .into_iter()
            .filter(|it| it.is_live() && it.seated.seat == seat);
        live.next().unwrap()
    }

    /// The holder of a seat opens, scores and hands in; then jobs run.
    pub async fn score(&self, submission: SubmissionId, seat: Seat, marks: &[Scored]) {
        let review = self.holder(submission, seat).await.seated;
        let assessor = actor(self.app(), ids_number(review.assessor)).await;
        self.mark(&assessor, review.id, marks).await;
        let command = SubmitScorecard { review: review.id };
        submit_scorecard(self.app(), &assessor, command, None)
            .await
            .unwrap();
        self.work().await;
    }

    pub async fn mark(&self, assessor: &Actor, review: ReviewId, marks: &[Scored]) {
        let marks = marks.iter().map(|(criterion, level, feedback)| MarkDraft {
            criterion: (*criterion).to_owned(),
            level: Some(*level),
            confidence: feedback.contains("unsure").then_some(Confidence::Low),
            feedback: (*feedback).to_owned(),
            version: 0,
        });
        let command = SaveMarks {
            review,
            marks: marks.collect(),
        };
        save_marks(self.app(), assessor, command).await.unwrap();
    }

    /// What both sides call a submission.
    #[allow(dead_code, reason = "the tests of pages need it")]
    pub async fn code(&self, submission: SubmissionId) -> String {
        let read = move |tx: &store::Tx| store::pursuit::find_submission(tx, submission);
        let found = self.app().store.read(read).await.unwrap();
        found.unwrap().code
    }

    pub async fn state(&self, pursuit: PursuitId) -> StateName {
        let read = move |tx: &store::Tx| store::pursuit::find(tx, pursuit);
        let stored = self.app().store.read(read).await.unwrap().unwrap();
        stored.pursuit.name()
    }
}

/// The number that an id of this fixture was made of.
pub fn ids_number(id: PersonId) -> u128 {
    domain::ids::untyped(id).as_u128()
}

pub async fn actor(app: &App, n: u128) -> Actor {
    app.read(move |unit| Ok(store::people::actor_of(unit.tx, person(n), unit.now)?))
        .await
        .unwrap()
}

async fn organizations(app: &App) {
    let all = [
        (STATE, None, "state", "Tamarack State Agency", "state", 0),
        (
            DISTRICT,
            Some(STATE),
            "district",
            "Tamarack County Schools",
            "district",
            0,
        ),
        (
            SCHOOL,
            Some(DISTRICT),
            "alder",
            "Alder Creek Middle School",
            "school",
            0,
        ),
        (
            OTHER_SCHOOL,
            Some(DISTRICT),
            "larch",
            "Larch Street School",
            "school",
            0,
        ),
        (
            ISSUER,
            None,
            "larkfield",
            "Larkfield Institute",
            "provider",
            1,
        ),
    ];
    let id = |n| OrganizationId::from_u128(n);
    for (n, parent, slug, name, kind, issues) in all {
        run(app, "INSERT INTO organization (id, parent_id, slug, name, kind, time_zone, issues, accent, created_at)
             VALUES ($1, $2, $3, $4, $5, 'America/Chicago', $6, 'plum', 0)",
            args![id(n), parent.map(id), slug, name, kind, issues]).await;
    }
}

/// Number, name, address, and roles by organization.
type Somebody = (
    u128,
    &'static str,
    &'static str,
    &'static [(u128, &'static str)],
);

async fn people(app: &App) {
    let all: [Somebody; 8] = [
        (
            EDUCATOR,
            "Mara Delgado-Quinn",
            "mara@alder.example",
            &[(SCHOOL, "educator")],
        ),
        (
            FIRST,
            "Joel Haverford",
            "joel@larkfield.example",
            &[(ISSUER, "assessor")],
        ),
        (
            SECOND,
            "Ines Okonkwo",
            "ines@larkfield.example",
            &[(ISSUER, "assessor")],
        ),
        (
            COLLEAGUE,
            "Noor Abellard",
            "noor@alder.example",
            &[(ISSUER, "assessor"), (SCHOOL, "educator")],
        ),
        (
            NEIGHBOUR,
            "Samir Lund",
            "samir@larch.example",
            &[(ISSUER, "assessor"), (OTHER_SCHOOL, "educator")],
        ),
        (
            LEAD,
            "Amina Sorel",
            "amina@larkfield.example",
            &[(ISSUER, "lead-assessor")],
        ),
        (
            OTHER_LEAD,
            "Petra Voss",
            "petra@larkfield.example",
            &[(ISSUER, "lead-assessor")],
        ),
        (
            DESIGNER,
            "Ruth Abenov",
            "ruth@larkfield.example",
            &[(ISSUER, "designer")],
        ),
    ];
    for (n, name, address, memberships) in all {
        run(
            app,
            "INSERT INTO person (id, name, language, created_at) VALUES ($1, $2, 'en', 0)",
            args![person(n), name],
        )
        .await;
        run(app, "INSERT INTO email_address (address, person_id, verified_at, created_at) VALUES ($1, $2, 1, 0)", args![address, person(n)]).await;
        for (at, (organization, role)) in memberships.iter().enumerate() {
            let membership = PersonId::from_u128(n * 16 + at as u128);
            run(app, "INSERT INTO membership (id, person_id, organization_id, role, since) VALUES ($1, $2, $3, $4, 0)",
                args![membership, person(n), OrganizationId::from_u128(*organization), *role]).await;
        }
    }
}
