//! An issuer with one small micro-credential, two educators and three assessors.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::path::Path;

use app::evidence::{AddFile, FileAdded, add_file};
use app::pursuit::{SaveText, Saved, Start, Submit, SubmitDone, TextIn, save_text, start, submit};
use app::{App, Failure, IdempotencyKey, Mode, Outcome};
use bytes::Bytes;
use domain::catalogue::{Content, Criterion, Form, Prompt, Requirement, Slug, package};
use domain::ids::ReviewId;
use domain::ids::{OrganizationId, PersonId, PursuitId, VersionId};
use domain::people::Actor;
use domain::pursuit::Attestation;
use domain::pursuit::history::Sitting;
use domain::refusal::{Refusal, Refuse};
use domain::review::{CriterionOutcome, Outcome as Judgement};
use store::{Statement, Store, Value, args};
use testkit::World;

/// Who issues it.
pub const ISSUER: OrganizationId = OrganizationId::from_u128(0x50);
const VERSION: VersionId = VersionId::from_u128(0x70);
const OFFER: PersonId = PersonId::from_u128(0x60);
/// Who works on it.
pub const MARA: u128 = 1;
/// Who has nothing to do with it.
pub const OTHER: u128 = 2;
/// The largest file of the requirement `log`, in bytes.
pub const LIMIT: u64 = 200_000;
pub use testkit::files::PDF;

/// An actor without roles: everybody may pursue.
pub fn actor(person: u128) -> Actor {
    Actor {
        person: PersonId::from_u128(person),
        memberships: Vec::new(),
    }
}

/// A name.
pub fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// A micro-credential with one prompt, a file, a text and two criteria.
pub fn content() -> Content {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../demo/micro-credentials/wait-time-that-works");
    let files: BTreeMap<String, Vec<u8>> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    let mut content = package::parse(&files).unwrap();
    let log = requirement("log", [Form::Document, Form::Image].into(), None);
    let story = requirement("story", [Form::Text].into(), Some((2, 50)));
    content.requirements = vec![log, story];
    content.overview = vec![prompt("start")];
    content.reflection = vec![prompt("end")];
    content.rubric.criteria = vec![
        criterion("timing", &["log"]),
        criterion("voice", &["story", "end"]),
    ];
    content
}

fn prompt(id: &str) -> Prompt {
    Prompt {
        id: slug(id),
        text: format!("What of {id}?"),
        hint: None,
        min_words: 2,
        max_words: 50,
    }
}

fn requirement(id: &str, forms: BTreeSet<Form>, words: Option<(u32, u32)>) -> Requirement {
    Requirement {
        id: slug(id),
        title: format!("The {id}"),
        instructions: "Do it.".into(),
        purpose: domain::catalogue::Purpose::Practice,
        max_bytes: words.is_none().then_some(LIMIT),
        forms,
        min_count: 1,
        max_count: 2,
        max_seconds: None,
        min_words: words.map(|it| it.0),
        max_words: words.map(|it| it.1),
        template: None,
        completion_indicators: Vec::new(),
        students_may_appear: false,
        team_may_share: false,
    }
}

fn criterion(id: &str, sources: &[&str]) -> Criterion {
    let levels = 1..=3;
    Criterion {
        id: slug(id),
        title: id.to_uppercase(),
        descriptors: levels.map(|n| (n, format!("{id} at {n}"))).collect(),
        passing_level: 3,
        sources: sources.iter().map(|it| slug(it)).collect(),
    }
}

/// A world with all of that, and five people.
pub async fn world(store: Store) -> World {
    world_in(store, Mode::Serving).await
}

/// The same, as a demonstration or not.
pub async fn world_in(store: Store, mode: Mode) -> World {
    let world = World::in_mode(store, mode).unwrap();
    let text = serde_json::to_string(&content()).unwrap();
    let print = content().rubric.fingerprint().to_string();
    let app = &world.app;
    run(app, "INSERT INTO organization (id, slug, name, kind, time_zone, issues, accent, created_at)
         VALUES ($1, 'larkfield', 'Larkfield Institute', 'provider', 'America/Chicago', 1, 'plum', 0)",
        args![ISSUER]).await;
    run(app, "INSERT INTO micro_credential (id, organization_id, slug, code, current_version_id, created_at)
         VALUES ($1, $2, 'wait-time', 'WTW', $3, 0)",
        args![OFFER, ISSUER, VERSION]).await;
    run(app, "INSERT INTO version (id, micro_credential_id, number, state, title, competency, level, hours, rubric_fingerprint, content, content_hash, published_at, created_at)
         VALUES ($1, $2, 1, 'published', 'Wait Time', 'Pauses.', 'foundation', 12, $4, $3, 'h', 0, 0)",
        args![VERSION, OFFER, text, print]).await;
    for person in 1..=5 {
        let id = PersonId::from_u128(person);
        run(
            app,
            "INSERT INTO person (id, name, language, created_at) VALUES ($1, 'A Person', 'en', 0)",
            args![id],
        )
        .await;
    }
    world
}

/// Mara begins.
pub async fn begun(app: &App) -> PursuitId {
    begin(app, MARA, None).await.unwrap()
}

/// Somebody begins.
pub async fn begin(app: &App, person: u128, key: Option<&str>) -> Outcome<PursuitId> {
    let command = Start {
        micro_credential: slug("wait-time"),
    };
    let key = key.map(|it| IdempotencyKey::parse(it).unwrap());
    let done = start(app, &actor(person), command, key).await?;
    Ok(done.pursuit)
}

/// Somebody writes.
pub async fn write(
    app: &App,
    person: u128,
    pursuit: PursuitId,
    field: &str,
    words: &str,
    based_on: u64,
) -> Outcome<Saved> {
    let text = TextIn {
        field: field.into(),
        text: words.into(),
        based_on,
        sitting: Sitting::default(),
    };
    save_text(app, &actor(person), SaveText { pursuit, text }).await
}

/// A file for the requirement `log`, that is meant to show `timing`.
pub fn a_log(pursuit: PursuitId, name: &str) -> AddFile {
    AddFile {
        pursuit,
        requirement: slug("log"),
        uploaded_name: name.into(),
        caption: "The third week".into(),
        criteria: BTreeSet::from([slug("timing")]),
    }
}

/// Mara hands in a file that comes in pieces.
pub async fn add(app: &App, command: AddFile, pieces: &[&[u8]]) -> Outcome<FileAdded> {
    add_as(app, MARA, command, None, pieces).await
}

/// Somebody hands in a file.
pub async fn add_as(
    app: &App,
    person: u128,
    command: AddFile,
    key: Option<&str>,
    pieces: &[&[u8]],
) -> Outcome<FileAdded> {
    let pieces: Vec<Result<Bytes, Infallible>> = pieces
        .iter()
        .map(|it| Ok(Bytes::copy_from_slice(it)))
        .collect();
    let key = key.map(|it| IdempotencyKey::parse(it).unwrap());
    let content = futures::stream::iter(pieces);
    add_file(app, &actor(person), command, key, content).await
}

/// Everything that is asked for is there.
pub async fn complete(app: &App, pursuit: PursuitId) {
    for field in ["answer/start", "answer/end", "text/story/1", "ai-use"] {
        write(app, MARA, pursuit, field, "Two words.", 0)
            .await
            .unwrap();
    }
    add(app, a_log(pursuit, "log.pdf"), &[PDF]).await.unwrap();
}

/// Mara sends, with all four statements.
pub async fn send(app: &App, pursuit: PursuitId, key: Option<&str>) -> Outcome<SubmitDone> {
    let key = key.map(|it| IdempotencyKey::parse(it).unwrap());
    submit(app, &actor(MARA), sending(pursuit, &[]), key).await
}

/// Mara sends, and knows that these open again.
pub async fn send_opening(app: &App, pursuit: PursuitId, reopens: &[&str]) -> Outcome<SubmitDone> {
    submit(app, &actor(MARA), sending(pursuit, reopens), None).await
}

fn sending(pursuit: PursuitId, reopens: &[&str]) -> Submit {
    Submit {
        pursuit,
        attestations: BTreeSet::from(Attestation::ALL),
        reopens: reopens.iter().map(|it| slug(it)).collect(),
    }
}

/// The decision on an attempt, by the assessors 3 and 4 and, outvoted, 5.
pub async fn decide(
    app: &App,
    pursuit: PursuitId,
    done: &SubmitDone,
    met: &[&str],
    released: bool,
) {
    let submission = done.submission;
    let reviews =
        [3u128, 4, 5].map(|n| (n, ReviewId::from_u128(n + 0x100 * u128::from(done.attempt))));
    for (n, review) in reviews {
        run(app, "INSERT INTO review (id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at)
             VALUES ($1, $2, $3, $4, 'locked', '[]', 0, 0)",
            args![review, submission, PersonId::from_u128(n), u32::try_from(n - 2).unwrap()]).await;
        for criterion in ["timing", "voice"] {
            run(app, "INSERT INTO mark (review_id, criterion, level, confidence, feedback, version, saved_at)
                 VALUES ($1, $2, 2, 'sure', $3, 1, 0)",
                args![review, criterion, format!("{n} on {criterion} in {}", done.attempt)]).await;
        }
    }
    let all = content().rubric.criteria;
    let criteria = all.iter().map(|it| {
        let met = met.contains(&it.id.as_str());
        CriterionOutcome {
            criterion: it.id.clone(),
            met,
            level: if met { 3 } else { 2 },
            majority: vec![reviews[0].1, reviews[1].1],
            drift: false,
        }
    });
    let outcome = Judgement {
        rule: 1,
        scorecards: reviews.iter().map(|it| it.1).collect(),
        criteria: criteria.collect(),
    };
    let awarded = outcome.awarded();
    let text = serde_json::to_string(&outcome).unwrap();
    let at = released.then_some(1_772_463_700_000_000i64);
    run(app, "INSERT INTO decision (id, submission_id, awarded, outcome, rule_version, decided_at, released_at)
         VALUES ($1, $2, $3, $4, 1, 1, $5)", args![submission, submission, awarded, text, at]).await;
    let state = match (released, awarded) {
        (false, _) => "decision-ready",
        (true, true) => "awarded",
        (true, false) => "not-yet",
    };
    run(
        app,
        "UPDATE pursuit SET state = $2, revision = revision + 1 WHERE id = $1",
        args![pursuit, state],
    )
    .await;
}

/// The code of a refusal.
pub fn code<T: std::fmt::Debug>(outcome: Outcome<T>) -> &'static str {
    refusal(outcome).code()
}

/// A refusal.
pub fn refusal<T: std::fmt::Debug>(outcome: Outcome<T>) -> Refusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("must be refused: {other:?}"),
    }
}

/// Runs a statement in a unit of its own.
pub async fn run<const N: usize>(app: &App, sql: &'static str, args: [Value; N]) {
    let statement = Statement { name: "test", sql };
    let work = move |tx: &store::Tx| tx.execute(&statement, &args);
    app.store.write(work).await.unwrap();
}

/// The number that a statement answers as `n`.
pub async fn number(app: &App, sql: &'static str) -> i64 {
    let statement = Statement { name: "test", sql };
    let work = move |tx: &store::Tx| tx.one(&statement, &[])?.get("n");
    app.store.read(work).await.unwrap()
}
