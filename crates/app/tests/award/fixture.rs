//! An issuer with a published micro-credential, and people whose work was just decided.

use std::collections::BTreeMap;
use std::path::Path;

use app::App;
use app::award::{Awarding, make};
use domain::catalogue::{Content, package};
use domain::ids::{AwardId, DecisionId, OrganizationId, PersonId, PursuitId, VersionId};
use domain::review::{CriterionOutcome, Outcome};
use store::{Statement, Value, args};
use testkit::world::World;

/// The issuer.
pub const ISSUER: OrganizationId = OrganizationId::from_u128(0x5_0001);
const VERSION: VersionId = VersionId::from_u128(0x7_0001);
const OFFER: u128 = 0x6_0001;
/// Short name of the micro-credential.
pub const SLUG: &str = "wait-time-that-works";

/// The micro-credential of the demo, whose awards last three years here.
pub fn content() -> Content {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../demo/micro-credentials")
        .join(SLUG);
    let files: BTreeMap<String, Vec<u8>> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    let mut content = package::parse(&files).unwrap();
    content.valid_for_months = Some(36);
    content
}

/// A world with the issuer and its micro-credential.
pub async fn world(store: store::Store) -> World {
    let world = World::over(store).unwrap();
    let content = serde_json::to_string(&content()).unwrap();
    let id = domain::ids::untyped(ISSUER);
    run(&world.app, "INSERT INTO organization (id, slug, name, kind, time_zone, issues, accent, created_at)
         VALUES ($1, 'larkfield', 'Larkfield Institute for Teaching', 'provider', 'America/Chicago', 1, 'plum', 0)",
        args![id]).await;
    run(&world.app, "INSERT INTO micro_credential (id, organization_id, slug, code, current_version_id, created_at)
         VALUES ($1, $2, $3, 'WTW', $4, 0)",
        args![text(OFFER), id, SLUG, VERSION]).await;
    run(&world.app, "INSERT INTO version (id, micro_credential_id, number, state, title, competency, level, hours, rubric_fingerprint, content, content_hash, published_at, created_at)
         VALUES ($1, $2, 2, 'published', 'Wait Time That Works', 'Pauses.', 'foundation', 12, 'f', $3, 'h', 0, 0)",
        args![VERSION, text(OFFER), content]).await;
    world
}

/// The holder of the award number `n`.
pub const fn person(n: u128) -> PersonId {
    PersonId::from_u128(0x1_0000 + n)
}

/// Their address.
pub fn address(n: u128) -> String {
    format!("educator.{n}@larkfield.example")
}

/// A person whose work was just decided: every criterion met at its passing level.
pub async fn decided(app: &App, n: u128) -> Awarding {
    let ids = [0x2_0000 + n, 0x3_0000 + n, 0x4_0000 + n, 0x8_0000 + n];
    let [pursuit, submission, decision, piece] = ids.map(text);
    let person = person(n);
    run(app, "INSERT INTO person (id, name, language, created_at) VALUES ($1, 'Mara Delgado-Quinn', 'en', 0)", args![person]).await;
    run(app, "INSERT INTO email_address (address, person_id, verified_at, created_at) VALUES ($1, $2, 1, 0)", args![address(n), person]).await;
    run(app, "INSERT INTO pursuit (id, person_id, micro_credential_id, version_id, state, attempt, open, revision, started_at, changed_at)
         VALUES ($1, $2, $3, $4, 'awarded', 1, 0, 4, 0, 0)", args![&pursuit, person, text(OFFER), VERSION]).await;
    run(app, "INSERT INTO submission (id, pursuit_id, attempt, code, snapshot, snapshot_hash, rubric_fingerprint, open_criteria, submitted_at, decided_at)
         VALUES ($1, $2, 1, $3, '{}', 'h', 'f', '[]', 0, 1)", args![&submission, &pursuit, format!("CODE-{n}")]).await;
    run(app, "INSERT INTO evidence (id, pursuit_id, requirement, sha256, media_type, bytes, shown_name, uploaded_name, caption, created_at)
         VALUES ($1, $2, 'log', 'x', 'audio/mpeg', 9, 'a', 'secret name.mp3', '', 0)", args![&piece, &pursuit]).await;
    run(
        app,
        "INSERT INTO submission_evidence (submission_id, evidence_id) VALUES ($1, $2)",
        args![&submission, &piece],
    )
    .await;
    run(app, "INSERT INTO decision (id, submission_id, awarded, outcome, rule_version, decided_at, released_at)
         VALUES ($1, $2, 1, $3, 1, 1, 1)", args![&decision, &submission, serde_json::to_string(&outcome()).unwrap()]).await;
    Awarding {
        decision: DecisionId::from_u128(ids[2]),
        pursuit: PursuitId::from_u128(ids[0]),
        person,
        organization: ISSUER,
        micro_credential: domain::ids::MicroCredentialId::from_u128(OFFER),
        version: VERSION,
        level: content().level,
    }
}

fn outcome() -> Outcome {
    let met = |criterion: &domain::catalogue::Criterion| CriterionOutcome {
        criterion: criterion.id.clone(),
        met: true,
        level: criterion.passing_level,
        majority: Vec::new(),
        drift: false,
    };
    let criteria = content().rubric.criteria.iter().map(met).collect();
    Outcome {
        rule: 1,
        scorecards: Vec::new(),
        criteria,
    }
}

/// An award, made and not yet signed.
pub async fn awarded(app: &App, n: u128) -> AwardId {
    let awarding = decided(app, n).await;
    app.write(move |unit| make(unit, &awarding)).await.unwrap()
}

/// An award whose credential is signed.
pub async fn signed(app: &App, n: u128) -> AwardId {
    let award = awarded(app, n).await;
    assert_eq!(app::jobs::run_due_once(app).await.unwrap().failed, 0);
    award
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

fn text(id: u128) -> String {
    domain::ids::untyped(PersonId::from_u128(id)).to_string()
}
