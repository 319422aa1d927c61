use app::jobs::{SEAL_AUDIT, run_due_once};
use domain::audit::Fact;
use domain::ids::JobId;
use domain::people::Role;
use serde_json::json;
use store::{Store, args};

use super::fixture::{ADA, run, world};
use super::visit::{BROWSER, Product};

const JSON: &str = "application/json";

testkit::each_database! {
    async fn the_log_shows_who_did_what_and_whether_it_is_sealed(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        app.write(|unit| {
            let fact = Fact::of("thing-done", "thing", "7").by(ADA, Some(Role::Designer));
            unit.record(fact.with(json!({"note": "<b>bold</b>"})), &1)
        }).await.unwrap();
        let product = Product::over(app);
        let secret = product.sign_in(ADA).await;
        let secret = Some(secret.as_str());
        let page = product.get("/audit", BROWSER, secret).await;
        assert_eq!(page.status.as_u16(), 200, "{}", page.body);
        for shown in ["Ada Vale", "(designer)", "/audit?thing=thing%2F7", "to be sealed within a minute", "&#60;b&#62;"] {
            assert!(page.body.contains(shown), "{shown} in {}", page.body);
        }
        app.write(|unit| unit.ask(SEAL_AUDIT, &json!({}), None)).await.unwrap();
        run_due_once(app).await.unwrap();
        let page = product.get("/audit?kind=thing-done", BROWSER, secret).await;
        assert!(page.body.contains("sealed, place ") && page.body.contains("Show all"), "{}", page.body);
        let none = product.get("/audit?kind=nothing", BROWSER, secret).await;
        assert!(none.body.contains("No event fits"));
    }

    async fn a_wish_that_cannot_be_read_comes_back_with_what_was_typed(store: Store) {
        let world = world(store).await;
        let product = Product::over(&world.app);
        let secret = product.sign_in(ADA).await;
        let page = product.get("/audit?person=ada&kind=signed-in", BROWSER, Some(&secret)).await;
        assert_eq!(page.status.as_u16(), 422);
        for kept in ["value=\"ada\"", "value=\"signed-in\"", "Enter the id of a person"] {
            assert!(page.body.contains(kept), "{kept} in {}", page.body);
        }
        let problem = product.get("/api/v1/events?thing=7", JSON, Some(&secret)).await;
        assert_eq!((problem.status.as_u16(), problem.json()["code"].clone()), (422, json!("unreadable")));
    }

    async fn programs_read_events_and_the_signed_head(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let product = Product::over(app);
        let secret = product.sign_in(ADA).await;
        let secret = Some(secret.as_str());
        assert_eq!(product.get("/api/v1/audit-head", JSON, secret).await.json(), json!(null));
        app.write(|unit| unit.ask(SEAL_AUDIT, &json!({}), None)).await.unwrap();
        run_due_once(app).await.unwrap();
        world.clock.advance(domain::time::SignedDuration::from_secs(1));
        let head = product.get("/api/v1/audit-head", JSON, secret).await.json();
        assert_eq!((head["size"].as_u64(), head["signature"].as_str().map(str::len)), (Some(1), Some(128)));
        let found = product.get("/api/v1/events", JSON, secret).await.json();
        assert_eq!(found["events"][0]["kind"], "audit-opened");
        assert_eq!(found["events"][1]["position"], 0);
    }

    async fn a_job_that_was_given_up_is_tried_again_by_its_button_and_by_programs(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let product = Product::over(app);
        let secret = product.sign_in(ADA).await;
        let secret = Some(secret.as_str());
        for n in [1, 2] {
            run(app, "INSERT INTO job (id, kind, payload, run_after, locked_until, attempts, error, dead_at, created_at)
                 VALUES ($1, 'sign-credential', '{}', 0, 0, 8, 'the key is lost', 1, 0)", args![JobId::from_u128(n)]).await;
        }
        let page = product.get("/jobs?state=dead", BROWSER, secret).await;
        assert!(page.body.contains("the key is lost") && page.body.contains("Tried 8 times."), "{}", page.body);
        let retry = format!("/jobs/{}/retry", JobId::from_u128(1));
        let sent = product.post(&retry, "", secret).await;
        assert_eq!((sent.status.as_u16(), sent.header("location")), (303, "/jobs?state=dead&done=retried"));
        let api = format!("/api/v1/jobs/{}/retry", JobId::from_u128(2));
        assert_eq!(product.post(&api, "", secret).await.status.as_u16(), 204);
        assert_eq!(product.post(&api, "", secret).await.status.as_u16(), 404);
        let left = product.get("/api/v1/jobs?state=dead", JSON, secret).await.json();
        assert_eq!(left["jobs"], json!([]));
        let waiting = product.get("/jobs", BROWSER, secret).await;
        assert_eq!(waiting.body.matches("Not tried yet.").count(), 2, "{}", waiting.body);
    }
}
