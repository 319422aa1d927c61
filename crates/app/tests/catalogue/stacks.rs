//! Stacks: what completes them, when their award comes, and what it says.

use app::App;
use app::award::{list_stack_awards, view_stack_award, view_stack_credential};
use app::catalogue::{PublishStack, list_stacks, look_stack, publish_stack};
use app::jobs::run_due_once;
use domain::award::Refusal as AwardRefusal;
use domain::catalogue::Refusal as CatalogueRefusal;
use domain::ids::{DecisionId, MicroCredentialId, PersonId, PursuitId, SubmissionId, VersionId};
use domain::refusal::Refusal;
use store::{Store, args};
use testkit::World;

use crate::fixture::{ISSUERS, content, designer, published, refused, run, world};

const MARA: PersonId = PersonId::from_u128(3);

fn document(groups: &str) -> String {
    format!(
        "code = \"OWC\"\ntitle = \"Orderly and Warm\"\nsummary = \"A class that knows how.\"\n\
         level = \"foundation\"\nlanguage = \"en\"\n{groups}"
    )
}

const BOTH: &str = "[[groups]]\ntitle = \"First\"\nmembers = [{ micro_credential = \"one\" }, { micro_credential = \"two\" }]";

async fn with_stack(app: &App, groups: &str) -> app::Outcome<app::catalogue::PublishedStack> {
    let command = PublishStack {
        organization: ISSUERS[0],
        document: document(groups),
    };
    publish_stack(app, &designer(), command, None).await
}

/// Two micro-credentials, `one` and `two`.
async fn two(store: Store) -> (World, [(MicroCredentialId, VersionId); 2]) {
    let world = world(store).await;
    let mut ids = Vec::new();
    for (code, title) in [("ONE", "One"), ("TWO", "Two")] {
        let it = published(&world.app, &content(code, title)).await;
        ids.push((it.micro_credential, it.version));
    }
    (world, [ids[0], ids[1]])
}

/// Mara is awarded something.
async fn awarded(app: &App, n: u128, (micro_credential, version): (MicroCredentialId, VersionId)) {
    let (pursuit, submission, decision) = (
        PursuitId::from_u128(1000 + n),
        SubmissionId::from_u128(2000 + n),
        DecisionId::from_u128(3000 + n),
    );
    run(app, "INSERT INTO pursuit (id, person_id, micro_credential_id, version_id, state, attempt, open, revision, started_at, changed_at)
         VALUES ($1, $2, $3, $4, 'awarded', 1, 0, 4, 0, 0)", args![pursuit, MARA, micro_credential, version]).await;
    run(app, "INSERT INTO submission (id, pursuit_id, attempt, code, snapshot, snapshot_hash, rubric_fingerprint, open_criteria, submitted_at, decided_at)
         VALUES ($1, $2, 1, $3, '{}', 'h', 'f', '[]', 0, 1)", args![submission, pursuit, format!("CODE-{n}")]).await;
    run(app, "INSERT INTO decision (id, submission_id, awarded, outcome, rule_version, decided_at, released_at)
         VALUES ($1, $2, 1, '{\"rule\":1,\"scorecards\":[],\"criteria\":[]}', 1, 1, 1)", args![decision, submission]).await;
    let awarding = app::award::Awarding {
        decision,
        pursuit,
        person: MARA,
        organization: ISSUERS[0],
        micro_credential,
        version,
        level: "foundation".parse().unwrap(),
    };
    app.write(move |unit| app::award::make(unit, &awarding))
        .await
        .unwrap();
}

async fn settle(app: &App) {
    for _ in 0..20 {
        let done = run_due_once(app).await.unwrap();
        assert_eq!((done.failed, done.buried), (0, 0));
        if done.done == 0 {
            return;
        }
    }
    panic!("jobs never end");
}

testkit::each_database! {
    async fn the_award_comes_with_the_last_part_and_is_signed_and_holds(store: Store) {
        let (world, [one, two]) = two(store).await;
        let app = &world.app;
        with_stack(app, BOTH).await.unwrap();
        awarded(app, 1, one).await;
        settle(app).await;
        assert_eq!(list_stack_awards(app, MARA).await.unwrap(), []);
        let looked = look_stack(app, Some(MARA), "orderly-and-warm".into()).await.unwrap();
        assert_eq!(looked.progress[0].missing, 1);
        awarded(app, 2, two).await;
        settle(app).await;
        let held = list_stack_awards(app, MARA).await.unwrap();
        assert_eq!(held.len(), 1);
        let shown = view_stack_award(app, Some(MARA), held[0].award).await.unwrap();
        let report = shown.verification.unwrap().report;
        assert!(report.verified, "{report:?}");
        let titles: Vec<_> = shown.counted.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles.len(), 2);
        assert!(titles.contains(&"One") && titles.contains(&"Two"));
        let signed = view_stack_credential(app, Some(MARA), held[0].award).await.unwrap();
        let signed: serde_json::Value = serde_json::from_str(&signed).unwrap();
        let findings = credential::house::lint(&signed);
        assert!(findings.is_empty(), "{findings:?}");
        let hidden = view_stack_award(app, None, held[0].award).await;
        assert_eq!(refused(hidden), Refusal::Award(AwardRefusal::NoSuchAward));
    }

    async fn a_stack_that_is_published_later_finds_those_who_have_it_all(store: Store) {
        let (world, [one, two]) = two(store).await;
        let app = &world.app;
        awarded(app, 1, one).await;
        awarded(app, 2, two).await;
        settle(app).await;
        with_stack(app, BOTH).await.unwrap();
        settle(app).await;
        assert_eq!(list_stack_awards(app, MARA).await.unwrap().len(), 1);
        // The next version makes no second award.
        let any = BOTH.replace("title = \"First\"", "title = \"Any\"\nneeded = 1");
        assert_eq!(with_stack(app, &any).await.unwrap().number, 2);
        settle(app).await;
        assert_eq!(list_stack_awards(app, MARA).await.unwrap().len(), 1);
    }

    async fn a_revoked_award_does_not_count(store: Store) {
        let (world, [one, two]) = two(store).await;
        let app = &world.app;
        awarded(app, 1, one).await;
        run(app, "UPDATE credential SET state = 'revoked'", args![]).await;
        awarded(app, 2, two).await;
        with_stack(app, BOTH).await.unwrap();
        settle(app).await;
        assert_eq!(list_stack_awards(app, MARA).await.unwrap(), []);
    }

    async fn so_many_of_a_group_are_enough_and_a_stack_in_a_stack_counts(store: Store) {
        let (world, [one, _]) = two(store).await;
        let app = &world.app;
        let any = BOTH.replace("title = \"First\"", "title = \"Any\"\nneeded = 1");
        with_stack(app, &any).await.unwrap();
        let around = document("[[groups]]\ntitle = \"All\"\nmembers = [{ stack = \"orderly-and-warm\" }]")
            .replace("OWC", "ALL").replace("Orderly and Warm", "Everything");
        let command = PublishStack { organization: ISSUERS[1], document: around };
        publish_stack(app, &designer(), command, None).await.unwrap();
        awarded(app, 1, one).await;
        settle(app).await;
        assert_eq!(list_stack_awards(app, MARA).await.unwrap().len(), 2);
        assert_eq!(list_stacks(app, None).await.unwrap().stacks.len(), 2);
    }

    async fn circles_and_strangers_are_refused(store: Store) {
        let (world, _) = two(store).await;
        let app = &world.app;
        let unknown = BOTH.replace("\"two\"", "\"three\"");
        let expected = CatalogueRefusal::UnknownMembers(vec!["three".to_owned()]);
        assert_eq!(refused(with_stack(app, &unknown).await), Refusal::Catalogue(expected));
        with_stack(app, BOTH).await.unwrap();
        let again = with_stack(app, BOTH).await;
        assert_eq!(refused(again), Refusal::Catalogue(CatalogueRefusal::Unchanged));
        let itself = format!("{BOTH}\n[[groups]]\ntitle = \"x\"\nmembers = [{{ stack = \"orderly-and-warm\" }}]");
        let circle = with_stack(app, &itself).await;
        assert_eq!(refused(circle), Refusal::Catalogue(CatalogueRefusal::StackInItself));
    }
}
