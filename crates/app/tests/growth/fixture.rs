//! A state with two districts and a school, and their people.

use app::people::{AddOrganization, NewOrganization, NewPerson, new_organization, new_person};
use app::{App, Failure, Outcome};
use domain::growth::AskedNeed;
use domain::ids::{OrganizationId, PersonId};
use domain::people::{Actor, EmailAddress, Membership, PersonName, Role};
use domain::refusal::Refuse;
use store::Store;
use testkit::World;

/// The organizations of these tests, and who is where.
pub struct Place {
    /// The installation.
    pub world: World,
    /// Below it: the school.
    pub district: OrganizationId,
    /// Below the district.
    pub school: OrganizationId,
    /// Leads the district.
    pub leader: Actor,
    /// Works at the school.
    pub mara: Actor,
    /// Works in another district.
    pub stranger: Actor,
    /// Leads the other district.
    pub neighbour: Actor,
}

/// Everybody in their place.
pub async fn place(store: Store) -> Place {
    let world = World::over(store).unwrap();
    let app = &world.app;
    let state = organization(app, "tamarack", "state", None).await;
    let district = organization(app, "tamarack-county", "district", Some(state)).await;
    let school = organization(app, "alder-creek", "school", Some(district)).await;
    let other = organization(app, "brightwater", "district", Some(state)).await;
    let leader = person(app, "Lena Ostrow", Role::Leader, district).await;
    let mara = person(app, "Mara Quinn", Role::Educator, school).await;
    let stranger = person(app, "Sol Marsh", Role::Educator, other).await;
    let neighbour = person(app, "Nora Vale", Role::Leader, other).await;
    Place {
        world,
        district,
        school,
        leader,
        mara,
        stranger,
        neighbour,
    }
}

/// An organization below another, or a root.
pub async fn organization(
    app: &App,
    slug: &str,
    kind: &str,
    parent: Option<OrganizationId>,
) -> OrganizationId {
    let asked = AddOrganization {
        parent,
        slug: slug.to_owned(),
        name: slug.replace('-', " "),
        kind: kind.to_owned(),
        time_zone: "America/Denver".to_owned(),
        ..AddOrganization::default()
    };
    let new = NewOrganization::read(&asked).unwrap();
    app.write(move |unit| new_organization(unit, &new))
        .await
        .unwrap()
}

/// A person who holds a role, as they act.
pub async fn person(app: &App, name: &str, role: Role, at: OrganizationId) -> Actor {
    let address = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    let new = NewPerson {
        name: PersonName::parse("name", name).unwrap(),
        email: EmailAddress::parse("email", &address).unwrap(),
        password_hash: None,
        language: None,
        verified_at: None,
        memberships: vec![Membership {
            organization: at,
            role,
        }],
    };
    let id = app.write(move |unit| new_person(unit, &new)).await.unwrap();
    actor(app, id).await
}

/// Somebody as they act now.
pub async fn actor(app: &App, person: PersonId) -> Actor {
    app.read(move |unit| Ok(store::people::actor_of(unit.tx, person, unit.now)?))
        .await
        .unwrap()
}

/// A need from the first day of these tests until the summer.
pub fn need() -> AskedNeed {
    AskedNeed {
        title: "Every student speaks".to_owned(),
        reason: "Our walkthroughs show five voices a lesson.".to_owned(),
        competencies: "Discussion\nQuestioning".to_owned(),
        from: "2026-03-02".to_owned(),
        until: "2026-06-11".to_owned(),
    }
}

/// The kinds of letters of a person, the newest first.
pub async fn letters(app: &App, person: PersonId) -> Vec<String> {
    app.read(move |unit| {
        Ok(store::letters::outbox::of_person(
            unit.tx, person, None, 50,
        )?)
    })
    .await
    .unwrap()
    .into_iter()
    .map(|it| it.kind)
    .collect()
}

/// The code of the refusal that this ended with.
pub fn refused<T: std::fmt::Debug>(outcome: Outcome<T>) -> &'static str {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal.code(),
        other => panic!("expected a refusal, not {other:?}"),
    }
}

/// Runs a statement in a unit of its own.
#[allow(dead_code, reason = "the tests of the pages use it")]
pub async fn run<const N: usize>(app: &App, sql: &'static str, args: [store::Value; N]) {
    let statement = store::Statement { name: "test", sql };
    app.store
        .write(move |tx| tx.execute(&statement, &args))
        .await
        .unwrap();
}

/// Two micro-credentials of an issuer: "Wait Time" (questioning, foundation, 12 hours, students)
/// and "Routines" (routines, novice, 6 hours, no students).
pub async fn catalogue(app: &App, issuer: OrganizationId) {
    let all = [
        (
            0x61u128,
            "Wait Time",
            "Questioning",
            "foundation",
            12u16,
            true,
        ),
        (0x62, "Routines", "routines", "novice", 6, false),
    ];
    for (n, title, tag, level, hours, students) in all {
        let mut content = content();
        content.title = title.to_owned();
        content.tags = vec![tag.to_owned()];
        content.level = level.parse().unwrap();
        (content.hours, content.students_needed) = (hours, students);
        let text = serde_json::to_string(&content).unwrap();
        let print = content.rubric.fingerprint().to_string();
        let (id, version) = (uuid(n), uuid(n + 0x10));
        run(app, "INSERT INTO micro_credential (id, organization_id, slug, code, current_version_id, created_at)
             VALUES ($1, $2, $3, $1, $4, 0)",
            store::args![&id, issuer, title.to_lowercase().replace(' ', "-"), &version]).await;
        run(app, "INSERT INTO version (id, micro_credential_id, number, state, title, competency, level, hours, rubric_fingerprint, content, content_hash, published_at, created_at)
             VALUES ($1, $2, 1, 'published', $3, 'You do it.', $4, $5, $6, $7, 'h', 0, 0)",
            store::args![&version, &id, title, level, hours, print, text]).await;
    }
    app::growth::keep_unknown_offers(app).await.unwrap();
}

fn uuid(n: u128) -> String {
    domain::ids::MicroCredentialId::from_u128(n).to_string()
}

/// What the demo's first micro-credential says.
pub fn content() -> domain::catalogue::Content {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../demo/micro-credentials/wait-time-that-works");
    let files: std::collections::BTreeMap<String, Vec<u8>> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    domain::catalogue::package::parse(&files).unwrap()
}
