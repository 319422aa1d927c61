use app::award::{
    CheckName, CheckOutcome, ToSign, ensure_issuer_key, sign_credential, view_award,
    view_credential, view_did_document,
};
use app::{App, jobs};
use credential::documents::Documents;
use credential::verify::verify;
use domain::ids::AwardId;
use serde_json::{Value, json};
use store::{Store, args};
use testkit::world::World;

use super::fixture::{ISSUER, SLUG, address, awarded, number, person, run, signed, world};

/// The signed file and the documents that a stranger would fetch.
pub async fn files(app: &App, n: u128, award: AwardId) -> (Value, Vec<(String, Value)>) {
    let shown = view_award(app, Some(person(n)), award).await.unwrap();
    let file = view_credential(app, Some(person(n)), award).await.unwrap();
    let list = app::award::view_status_list(app, shown.award.status_list)
        .await
        .unwrap();
    let did = view_did_document(app, ISSUER).await.unwrap();
    let documents = vec![
        (shown.did, did),
        (shown.status_list, serde_json::from_str(&list).unwrap()),
    ];
    (serde_json::from_str(&file).unwrap(), documents)
}

fn is_verified(world: &World, file: &Value, documents: &[(String, Value)], address: &str) -> bool {
    let documents = Documents::from_iter(documents.to_vec());
    let now = app::Clock::now(&*world.clock);
    verify(file, &documents, now, Some(address))
        .unwrap()
        .verified
}

testkit::each_database! {
    async fn what_is_signed_is_verified_and_refused_after_any_change(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        let (file, documents) = files(&world.app, 1, award).await;
        assert!(is_verified(&world, &file, &documents, &address(1)));
        assert!(!is_verified(&world, &file, &documents, &address(2)), "it is somebody else's");
        for (place, value) in [
            ("/name", json!("Another")),
            ("/awardedDate", json!("2020-01-01T00:00:00Z")),
            ("/credentialSubject/result/0/achievedLevel", json!("https://example.org/3")),
            ("/credentialSubject/achievement/criteria/narrative", json!("Nothing.")),
            ("/credentialStatus/statusListIndex", json!("1")),
            ("/issuer/name", json!("Somebody else")),
        ] {
            let mut changed = file.clone();
            *changed.pointer_mut(place).unwrap() = value;
            assert!(!is_verified(&world, &changed, &documents, &address(1)), "{place}");
        }
    }

    async fn the_file_keeps_the_house_profile_and_tells_no_secret(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        let (file, _) = files(&world.app, 1, award).await;
        assert_eq!(credential::house::lint(&file), []);
        let text = file.to_string();
        for secret in [address(1).as_str(), "secret name", "CODE-1", &person(1).to_string()] {
            assert!(!text.contains(secret), "{secret}");
        }
        assert_eq!(file["awardedDate"], "2026-03-02T15:00:00Z");
        assert_eq!(file["validFrom"], "2026-03-02T15:00:00Z");
        assert_eq!(file["validUntil"], "2029-03-02T15:00:00Z");
        assert_eq!(file["credentialSubject"]["achievement"]["humanCode"], "WTW");
        let version = format!("http://localhost:8080/micro-credentials/{SLUG}?version=2");
        assert_eq!(file["credentialSubject"]["achievement"]["id"], version);
        let criteria = file["credentialSubject"]["achievement"]["resultDescription"].as_array().unwrap().len();
        assert_eq!(file["credentialSubject"]["result"].as_array().unwrap().len(), criteria);
        let evidence = file["evidence"][0].as_object().unwrap();
        assert!(evidence["narrative"].as_str().unwrap().contains("1 sound recording"));
        assert!(!evidence.contains_key("id"));
    }

    async fn the_holder_is_known_by_a_verified_address_before_any_other(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let (first, second) = (awarded(app, 1).await, awarded(app, 2).await);
        run(app, "UPDATE email_address SET verified_at = NULL", args![]).await;
        run(app, "INSERT INTO email_address (address, person_id, verified_at, created_at) VALUES ('new@larkfield.example', $1, 5, 5)", args![person(1)]).await;
        assert_eq!(jobs::run_due_once(app).await.unwrap().failed, 0);
        for (n, award, known_by) in [(1, first, "new@larkfield.example"), (2, second, address(2).as_str())] {
            let (file, documents) = files(app, n, award).await;
            assert!(is_verified(&world, &file, &documents, known_by), "{known_by}");
        }
    }

    async fn signing_twice_makes_one_credential_and_one_letter(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        let shown = view_award(app, Some(person(1)), award).await.unwrap();
        let again = ToSign { credential: shown.award.credential };
        sign_credential(app, again).await.unwrap();
        let (first, second) = tokio::join!(sign_credential(app, again), sign_credential(app, again));
        first.and(second).unwrap();
        let after = view_award(app, Some(person(1)), award).await.unwrap();
        assert_eq!(after.award.signed, shown.award.signed);
        for (count, sql) in [
            (1, "SELECT count(*) AS n FROM event WHERE kind = 'credential-signed'"),
            (1, "SELECT count(*) AS n FROM event WHERE kind = 'issuer-key-made'"),
            (1, "SELECT count(*) AS n FROM letter WHERE kind = 'credential-ready'"),
        ] {
            assert_eq!(number(app, sql).await, count, "{sql}");
        }
    }

    async fn two_signings_at_once_make_one_credential(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = awarded(app, 1).await;
        let shown = view_award(app, Some(person(1)), award).await.unwrap();
        let job = ToSign { credential: shown.award.credential };
        let (first, second) = tokio::join!(sign_credential(app, job), sign_credential(app, job));
        first.and(second).unwrap();
        let (file, documents) = files(app, 1, award).await;
        assert!(is_verified(&world, &file, &documents, &address(1)));
        assert_eq!(number(app, "SELECT count(*) AS n FROM letter").await, 1);
        assert_eq!(number(app, "SELECT count(*) AS n FROM issuer_key").await, 1);
    }

    async fn an_issuer_has_one_key_however_often_it_is_asked_for(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let (first, second) = tokio::join!(ensure_issuer_key(app, ISSUER), ensure_issuer_key(app, ISSUER));
        assert_eq!(first.unwrap(), second.unwrap());
        assert_eq!(number(app, "SELECT count(*) AS n FROM issuer_key").await, 1);
    }

    async fn the_did_document_lists_the_key_for_assertions_as_text(store: Store) {
        let world = world(store).await;
        let key = ensure_issuer_key(&world.app, ISSUER).await.unwrap();
        let document = view_did_document(&world.app, ISSUER).await.unwrap();
        let did = format!("did:web:localhost%3A8080:issuers:{ISSUER}");
        assert_eq!(document["id"], did);
        assert_eq!(document["assertionMethod"], json!([format!("{did}#{key}")]));
        assert_eq!(document["verificationMethod"][0]["type"], "Multikey");
    }

    async fn a_revoked_key_vouches_for_nothing_and_a_new_one_signs(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let award = signed(app, 1).await;
        let key = ensure_issuer_key(app, ISSUER).await.unwrap();
        app.write(move |unit| Ok(store::award::issuer_key::revoke(unit.tx, key, unit.now)?)).await.unwrap();
        let checked = view_award(app, Some(person(1)), award).await.unwrap().verification.unwrap();
        assert!(checked.report.is(CheckName::Proof, CheckOutcome::Fail));
        world.clock.advance(jiff::SignedDuration::from_secs(1));
        assert_ne!(ensure_issuer_key(app, ISSUER).await.unwrap(), key);
        let document = view_did_document(app, ISSUER).await.unwrap();
        assert_eq!(document["verificationMethod"].as_array().unwrap().len(), 2);
        assert_eq!(document["verificationMethod"][1]["revoked"], "2026-03-02T15:00:00Z");
    }

    async fn the_job_waits_with_its_award_and_leaves_nothing_undone(store: Store) {
        let world = world(store).await;
        signed(&world.app, 1).await;
        assert_eq!(jobs::run_due_once(&world.app).await.unwrap(), jobs::Drained::default());
    }
}
