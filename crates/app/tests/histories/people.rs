//! A small town: educators, assessors, a lead assessor, a programme manager, and what they do.

use std::collections::{BTreeMap, BTreeSet};

use app::jobs::run_due_once;
use app::pursuit::{
    Aside, GiveBack, GivenBy, Manage, ManageStep, MoveVersion, PutAside, Submit, TakeBack,
    give_back, manage, move_version, put_aside, submit, take_back, view_newer,
};
use app::review::{
    MarkDraft, OpenReview, Recuse, SaveMarks, SubmitScorecard, open_review, recuse, save_marks,
    submit_scorecard, view_review,
};
use app::{Failure, Outcome};
use domain::ids::{PersonId, PursuitId, ReviewId};
use domain::people::{Actor, Membership, Role};
use domain::pursuit::{Attestation, Concern};
use domain::refusal::Refusal;
use domain::review::Confidence;
use jiff::SignedDuration;
use store::{Statement, Store, args};
use testkit::World;

use super::fixture::{self, ISSUER, PDF, a_log, add_as, begin, run};
use super::table::Place;

const EDUCATORS: [u128; 2] = [1, 2];
const ASSESSORS: [u128; 4] = [3, 4, 6, 7];
const LEAD: u128 = 8;
const MANAGER: u128 = 5;

/// Numbers that look random and are the same for a seed (SplitMix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(n.max(1)).unwrap()).unwrap()
    }

    pub fn fork(&mut self) -> Self {
        Self(u64::try_from(self.below(1_000_000)).unwrap())
    }

    fn of_these<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty()).then(|| all[self.below(all.len())])
    }
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Start,
    Write,
    Submit,
    TakeBack,
    Pause,
    Resume,
    Withdraw,
    Move,
    Open,
    Score,
    Recuse,
    AssessorGivesBack,
    ManagerGivesBack,
    Hold,
    Lift,
    Reopen,
    Wait,
    WaitLong,
}

/// Ordinary things happen more often.
const OFTEN: [Act; 64] = {
    use Act::*;
    [
        Start,
        Start,
        Start,
        Write,
        Write,
        Submit,
        Submit,
        Submit,
        Submit,
        Submit,
        Submit,
        Submit,
        Submit,
        Submit,
        Submit,
        Submit,
        TakeBack,
        TakeBack,
        TakeBack,
        TakeBack,
        TakeBack,
        TakeBack,
        Pause,
        Resume,
        Resume,
        Resume,
        Withdraw,
        Move,
        Open,
        Open,
        Open,
        Open,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Score,
        Recuse,
        AssessorGivesBack,
        ManagerGivesBack,
        Hold,
        Lift,
        Lift,
        Lift,
        Reopen,
        Reopen,
        Wait,
        Wait,
        Wait,
        Wait,
        Wait,
        Wait,
        Wait,
        WaitLong,
    ]
};

impl Act {
    pub fn drawn(chance: &mut Chance) -> Self {
        OFTEN[chance.below(OFTEN.len())]
    }

    /// The step of the table.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Write => "write",
            Self::Submit => "submit",
            Self::TakeBack => "take-back",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Withdraw => "withdraw",
            Self::Move => "move",
            Self::Open => "open",
            Self::Score => "score",
            Self::Recuse => "recuse",
            Self::AssessorGivesBack | Self::ManagerGivesBack => "give-back",
            Self::Hold => "hold",
            Self::Lift => "lift",
            Self::Reopen => "reopen",
            Self::Wait | Self::WaitLong => "wait",
        }
    }
}

/// An installation with its people.
pub struct Town {
    pub world: World,
}

fn actor(person: u128, role: Option<Role>) -> Actor {
    let at = |role| Membership {
        organization: ISSUER,
        role,
    };
    Actor {
        person: PersonId::from_u128(person),
        memberships: role.map(at).into_iter().collect(),
    }
}

/// Nothing to do, or not allowed: both are fine. Anything else is a fault.
pub type Done = Result<(), Option<&'static str>>;

fn done<T>(outcome: Outcome<T>) -> Done {
    match outcome {
        Ok(_) => Ok(()),
        Err(Failure::Refused(refusal)) => Err(Some(code(&refusal))),
        Err(other) => panic!("neither done nor refused: {other}"),
    }
}

fn code(refusal: &Refusal) -> &'static str {
    use domain::refusal::Refuse;
    refusal.code()
}

impl Town {
    pub async fn over(store: Store) -> Self {
        let world = fixture::world(store).await;
        let app = &world.app;
        for n in 6..=8u128 {
            run(app, "INSERT INTO person (id, name, language, created_at) VALUES ($1, 'A Person', 'en', 0)",
                args![PersonId::from_u128(n)]).await;
        }
        let print = fixture::content().rubric.fingerprint().to_string();
        let roles = ASSESSORS.map(|n| (n, "assessor"));
        let roles = roles
            .into_iter()
            .chain([(LEAD, "lead-assessor"), (MANAGER, "programme-manager")]);
        for (n, role) in roles {
            let person = PersonId::from_u128(n);
            run(app, "INSERT INTO membership (id, person_id, organization_id, role, since) VALUES ($1, $1, $2, $3, 0)",
                args![person, ISSUER, role]).await;
            if role != "programme-manager" {
                run(app, "INSERT INTO qualification (id, person_id, rubric_fingerprint, granted_by, reason, granted_at, valid_until)
                     VALUES ($1, $1, $2, $1, 'r', 0, 9000000000000000)", args![person, print.as_str()]).await;
            }
        }
        app::award::ensure_issuer_key(app, ISSUER).await.unwrap();
        let town = Self { world };
        town.newer_version(&print).await;
        town
    }

    /// A version that nobody is offered yet: another text, the same rubric.
    async fn newer_version(&self, print: &str) {
        let mut content = fixture::content();
        content.summary = "Said better.".to_owned();
        let text = serde_json::to_string(&content).unwrap();
        run(&self.world.app, "INSERT INTO version (id, micro_credential_id, number, state, title, competency, level, hours, rubric_fingerprint, content, content_hash, published_at, created_at)
             SELECT $1, micro_credential_id, 2, 'published', title, competency, level, hours, $2, $3, 'h2', 0, 0 FROM version",
            args![PersonId::from_u128(0x71), print, text]).await;
        run(
            &self.world.app,
            "UPDATE micro_credential SET current_version_id = $1",
            args![PersonId::from_u128(0x71)],
        )
        .await;
    }

    /// Where every pursuit stands.
    pub async fn pursuits(&self) -> BTreeMap<String, Place> {
        let sql = "SELECT id, state, attempt, beneath FROM pursuit";
        self.rows(sql, |row| {
            let place = Place {
                state: row.get("state")?,
                attempt: row.get("attempt")?,
                beneath: row.get::<Option<String>>("beneath")?.unwrap_or_default(),
            };
            Ok((row.get("id")?, place))
        })
        .await
        .into_iter()
        .collect()
    }

    /// How often each kind of event happened.
    pub async fn kinds(&self) -> BTreeMap<String, i64> {
        let sql = "SELECT kind, count(*) AS n FROM event GROUP BY kind";
        let all = self.rows(sql, |row| Ok((row.get("kind")?, row.get("n")?)));
        all.await.into_iter().collect()
    }

    async fn rows<T: Send + 'static>(
        &self,
        sql: &'static str,
        read: fn(&store::Row) -> Result<T, store::StoreError>,
    ) -> Vec<T> {
        let statement = Statement { name: "test", sql };
        let work = move |tx: &store::Tx| tx.rows(&statement, &[])?.iter().map(read).collect();
        self.world.app.store.read(work).await.unwrap()
    }

    /// Time passes, and what is due is done.
    pub async fn forward(&self, by: SignedDuration) {
        self.world.clock.advance(by);
        run_due_once(&self.world.app).await.unwrap();
    }

    /// Somebody does something, if there is something to do it with.
    pub async fn act(&self, act: Act, chance: &mut Chance) -> Done {
        match act {
            Act::Wait => {
                let minutes = i64::try_from(chance.below(600)).unwrap();
                self.forward(SignedDuration::from_mins(minutes)).await;
                Ok(())
            }
            Act::WaitLong => {
                let days = i64::try_from(chance.below(200)).unwrap();
                self.forward(SignedDuration::from_hours(24 * days)).await;
                Ok(())
            }
            Act::Start => {
                let who = chance.of_these(&EDUCATORS).unwrap();
                done(begin(&self.world.app, who, None).await)
            }
            Act::Open | Act::Score | Act::Recuse | Act::AssessorGivesBack => {
                self.assess(act, chance).await
            }
            Act::Hold | Act::Lift | Act::Reopen | Act::ManagerGivesBack => {
                self.oversee(act, chance).await
            }
            _ => self.pursue(act, chance).await,
        }
    }

    async fn pursue(&self, act: Act, chance: &mut Chance) -> Done {
        let sql = "SELECT id, person_id FROM pursuit ORDER BY open DESC, id DESC LIMIT 4";
        let all: Vec<(PursuitId, PersonId)> = self
            .rows(sql, |row| Ok((row.get("id")?, row.get("person_id")?)))
            .await;
        let (pursuit, person) = chance.of_these(&all).ok_or(None)?;
        let who = Actor {
            person,
            memberships: Vec::new(),
        };
        let app = &self.world.app;
        let aside = |way| put_aside(app, &who, PutAside { pursuit, way }, None);
        match act {
            Act::Pause => done(aside(Aside::Pause).await),
            Act::Resume => done(aside(Aside::Resume).await),
            Act::Withdraw => done(aside(Aside::Withdraw).await),
            Act::Move => {
                let newer = view_newer(app, &who, pursuit).await;
                let Ok(newer) = newer else {
                    return done(newer);
                };
                let command = MoveVersion {
                    pursuit,
                    to: newer.newer,
                };
                done(move_version(app, &who, command, None).await)
            }
            Act::TakeBack => {
                let sql = "SELECT pursuit_id, code FROM submission ORDER BY submitted_at, id";
                let all: Vec<(PursuitId, String)> = self
                    .rows(sql, |row| Ok((row.get("pursuit_id")?, row.get("code")?)))
                    .await;
                let own: Vec<_> = all.into_iter().filter(|it| it.0 == pursuit).collect();
                let (_, code) = own.last().ok_or(None)?;
                let code = code.clone();
                done(take_back(app, &who, TakeBack { code }, None).await)
            }
            Act::Submit => {
                self.complete(&who, pursuit, chance).await;
                let command = Submit {
                    pursuit,
                    attestations: BTreeSet::from(Attestation::ALL),
                    reopens: match chance.below(2) {
                        0 => BTreeSet::new(),
                        _ => ["timing", "voice"].map(fixture::slug).into(),
                    },
                };
                done(submit(app, &who, command, None).await)
            }
            _ => {
                let field = ["answer/start", "answer/end", "text/story/1", "note"];
                let field = field[chance.below(4)];
                let words = format!("Words {} more.", chance.below(1000));
                self.write(&who, pursuit, field, &words).await
            }
        }
    }

    /// Everything that is asked for is there, if it may be written.
    async fn complete(&self, who: &Actor, pursuit: PursuitId, chance: &mut Chance) {
        for field in [
            "answer/start",
            "answer/end",
            "text/story/1",
            "ai-use",
            "note",
        ] {
            let _ = self.write(who, pursuit, field, "Two words.").await;
        }
        let sql = "SELECT pursuit_id FROM evidence WHERE removed_at IS NULL";
        let all: Vec<PursuitId> = self.rows(sql, |row| row.get("pursuit_id")).await;
        if !all.contains(&pursuit) && chance.below(5) > 0 {
            let person = domain::ids::untyped(who.person).as_u128();
            let command = a_log(pursuit, "log.pdf");
            let _ = add_as(&self.world.app, person, command, None, &[PDF]).await;
        }
    }

    /// Writes over whatever is stored.
    async fn write(&self, who: &Actor, pursuit: PursuitId, field: &str, words: &str) -> Done {
        let (app, name) = (&self.world.app, field.to_owned());
        let read = move |tx: &store::Tx| store::pursuit::target(tx, pursuit, &name);
        let target = app.store.read(read).await.unwrap().unwrap();
        let based_on = target.stored.map_or(0, |it| it.0.version);
        let person = domain::ids::untyped(who.person).as_u128();
        done(fixture::write(app, person, pursuit, field, words, based_on).await)
    }

    async fn assess(&self, act: Act, chance: &mut Chance) -> Done {
        let sql = "SELECT id, assessor_id FROM review ORDER BY CASE WHEN state IN ('assigned', 'opened') THEN 1 ELSE 0 END, id";
        let all: Vec<(ReviewId, PersonId)> = self
            .rows(sql, |row| Ok((row.get("id")?, row.get("assessor_id")?)))
            .await;
        let recent = &all[all.len().saturating_sub(4)..];
        let (review, person) = chance.of_these(recent).ok_or(None)?;
        let who = Actor {
            person,
            memberships: Vec::new(),
        };
        let app = &self.world.app;
        match act {
            Act::Open => done(open_review(app, &who, OpenReview { review }, None).await),
            Act::Recuse => done(recuse(app, &who, Recuse { review }, None).await),
            Act::AssessorGivesBack => {
                let command = GiveBack {
                    by: GivenBy::Review(review),
                    missing: "The log.".to_owned(),
                };
                done(give_back(app, &who, command, None).await)
            }
            _ => self.score(&who, review, chance).await,
        }
    }

    async fn score(&self, who: &Actor, review: ReviewId, chance: &mut Chance) -> Done {
        let app = &self.world.app;
        let view = match view_review(app, who, review).await {
            Ok(view) => view,
            Err(other) => return done::<()>(Err(other)),
        };
        let marks = view.criteria.iter().map(|it| MarkDraft {
            criterion: it.id.to_string(),
            level: Some(u8::try_from(2 + chance.below(2)).unwrap()),
            confidence: (chance.below(8) == 0).then_some(Confidence::Low),
            feedback: "Say more about the second pause.".to_owned(),
            version: it.mark.version,
        });
        let marks: Vec<_> = marks.collect();
        save_marks(app, who, SaveMarks { review, marks })
            .await
            .map_or_else(|failure| done::<()>(Err(failure)), |_| Ok(()))?;
        done(submit_scorecard(app, who, SubmitScorecard { review }, None).await)
    }

    async fn oversee(&self, act: Act, chance: &mut Chance) -> Done {
        let sql = "SELECT id FROM pursuit ORDER BY id";
        let all: Vec<PursuitId> = self.rows(sql, |row| row.get("id")).await;
        let pursuit = chance.of_these(&all).ok_or(None)?;
        let who = actor(MANAGER, Some(Role::ProgrammeManager));
        let app = &self.world.app;
        let step = match act {
            Act::Hold => ManageStep::Hold {
                concern: Concern::Privacy,
                reason: "A name.".to_owned(),
            },
            Act::Lift => ManageStep::Lift,
            Act::Reopen => ManageStep::Reopen,
            _ => {
                let codes: Vec<String> = self
                    .rows("SELECT code FROM submission ORDER BY id", |row| {
                        row.get("code")
                    })
                    .await;
                let at = chance.below(codes.len());
                let command = GiveBack {
                    by: GivenBy::Manager(codes.get(at).ok_or(None)?.clone()),
                    missing: "The log.".to_owned(),
                };
                return done(give_back(app, &who, command, None).await);
            }
        };
        done(manage(app, &who, Manage { pursuit, step }, None).await)
    }
}
