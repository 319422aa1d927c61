use app::letters::AWARDED;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use domain::ids::PersonId;
use domain::people::Role;
use serde_json::json;
use store::Store;
use testkit::World;

use crate::fixture::{begun, district, person};
use crate::visit::{BROWSER, Product};

struct Scene {
    world: World,
    product: Product,
    ada: PersonId,
    mara: PersonId,
}

async fn scene(store: Store) -> Scene {
    let world = World::over(store).unwrap();
    let ada = begun(&world.app).await;
    let mara = person(&world.app, "Mara Quinn", Role::Educator, district(&ada)).await;
    let told = world.app.write(move |unit| {
        let values = json!({"title": "Wait <b>time</b>", "code": "K7Q2"});
        unit.write_letter(mara, AWARDED, &values)
    });
    told.await.unwrap();
    Scene {
        product: Product::over(&world.app),
        ada: ada.actor.person,
        mara,
        world,
    }
}

/// The first link of a page that begins so.
fn link<'a>(page: &'a str, front: &str) -> &'a str {
    let at = page.find(&format!("\"{front}")).unwrap() + 1;
    page[at..].split('"').next().unwrap()
}

testkit::each_database! {
    async fn a_letter_is_shown_in_a_frame_in_which_nothing_acts(store: Store) {
        let it = scene(store).await;
        for (who, base) in [(it.mara, "/letters"), (it.ada, "/outbox")] {
            let secret = it.product.sign_in(who).await;
            let list = it.product.get(base, BROWSER, Some(&secret)).await;
            assert!(list.body.contains("Awarded: Wait &#60;b&#62;time"), "{}", list.body);
            let way = link(&list.body, &format!("{base}/")).to_owned();
            let page = it.product.get(&way, BROWSER, Some(&secret)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.header("content-security-policy").contains("frame-src 'self'"));
            assert!(page.body.contains("sandbox=\"\"") && page.body.contains("Hello Mara Quinn,"));
            let html = it.product.get(&format!("{way}/html"), BROWSER, Some(&secret)).await;
            let policy = html.header("content-security-policy");
            assert!(policy.contains("default-src 'none'") && policy.ends_with("sandbox"), "{policy}");
            assert!(html.body.contains("http://localhost:8080/submissions/K7Q2"));
            assert!(!html.body.contains("<b>time"));
        }
    }

    async fn somebody_elses_letter_is_not_there(store: Store) {
        let it = scene(store).await;
        let secret = it.product.sign_in(it.ada).await;
        let list = it.product.get("/outbox", BROWSER, Some(&secret)).await;
        let way = link(&list.body, "/outbox/").replace("/outbox", "/letters");
        for path in [way.clone(), format!("{way}/html")] {
            assert_eq!(it.product.get(&path, BROWSER, Some(&secret)).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn the_pace_is_chosen_by_page_and_by_program(store: Store) {
        let it = scene(store).await;
        let secret = it.product.sign_in(it.mara).await;
        let kept = it.product.post("/account/letters", "work=weekly&comments=off", Some(&secret)).await;
        assert_eq!((kept.status, kept.header("location")), (StatusCode::SEE_OTHER, "/account/letters?done=kept"));
        let chosen = it.product.get("/api/v1/me/letter-choices", "application/json", Some(&secret)).await.json();
        assert_eq!((&chosen["work"], &chosen["comments"], &chosen["news"]), (&json!("weekly"), &json!("off"), &json!("at-once")));
        let refused = it.product.post("/account/letters", "decisions=off", Some(&secret)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("id=\"f-decisions-error\""), "the error stands beside its field");
        let refused = it.product.put("/api/v1/me/letter-choices", "{\"account\":\"off\"}", Some(&secret)).await;
        assert_eq!(refused.json()["errors"][0]["field"], "account");
        let put = it.product.put("/api/v1/me/letter-choices", "{\"work\":\"daily\"}", Some(&secret)).await.json();
        assert_eq!((&put["work"], &put["comments"]), (&json!("daily"), &json!("off")));
    }

    async fn a_mail_program_stops_letters_without_any_page_of_ours(store: Store) {
        let it = scene(store).await;
        let tag = it.world.app.master_key.tag("unsubscribe", format!("{}.work", it.mara).as_bytes());
        let tag: String = tag.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let way = format!("/unsubscribe/{}.work.{tag}", it.mara);
        let asked = it.product.get(&way, BROWSER, None).await;
        assert!(asked.status == StatusCode::OK && asked.body.contains("Yes, stop these"));
        let bare = Request::post(&way)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("List-Unsubscribe=One-Click"))
            .unwrap();
        let done = it.product.bare(bare).await;
        assert_eq!(done.status(), StatusCode::OK);
        let body = to_bytes(done.into_body(), 1_000_000).await.unwrap();
        assert!(String::from_utf8_lossy(&body).contains("We have stopped these."));
        let secret = it.product.sign_in(it.mara).await;
        let chosen = it.product.get("/api/v1/me/letter-choices", "application/json", Some(&secret)).await.json();
        assert_eq!(chosen["work"], "off");
        assert_eq!(it.product.get("/unsubscribe/x", BROWSER, None).await.status, StatusCode::NOT_FOUND);
    }
}
