use axum::http::StatusCode;
use domain::award::Visibility;
use domain::people::Actor;
use serde_json::json;
use store::Store;

use super::fixture::{ISSUER, SLUG, awarded, person, signed, world};
use super::visit::{BROWSER, Product};

/// What strangers send who want no page.
const ANYTHING: &str = "*/*";

fn addresses(award: impl std::fmt::Display) -> [String; 5] {
    [
        format!("/awards/{award}"),
        format!("/awards/{award}.json"),
        format!("/awards/{award}/seal.svg"),
        format!("/api/v1/awards/{award}"),
        format!("/api/v1/awards/{award}/verification"),
    ]
}

async fn show(app: &app::App, award: domain::ids::AwardId, visibility: Visibility) {
    let holder = Actor {
        person: person(1),
        memberships: Vec::new(),
    };
    let command = app::award::SetVisibility { award, visibility };
    app::award::set_visibility(app, &holder, command, None)
        .await
        .unwrap();
}

testkit::each_database! {
    async fn a_private_award_answers_strangers_as_one_that_does_not_exist(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        let _other = signed(&world.app, 2).await;
        let product = Product::over(&world.app);
        let (mine, stranger) = (product.sign_in(person(1)).await, product.sign_in(person(2)).await);
        let absent = domain::ids::AwardId::from_u128(7);
        for (path, nowhere) in addresses(award).iter().zip(addresses(absent)) {
            for accept in [BROWSER, ANYTHING, "application/json"] {
                assert_eq!(product.get(path, accept, Some(&mine)).await.status, StatusCode::OK, "{path}");
                for secret in [None, Some(stranger.as_str())] {
                    let hidden = product.get(path, accept, secret).await;
                    let none = product.get(&nowhere, accept, secret).await;
                    assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{path} {accept}");
                    assert_eq!(hidden.body, none.body.replace(&absent.to_string(), &award.to_string()), "{path}");
                }
            }
        }
        show(&world.app, award, Visibility::Unlisted).await;
        for path in addresses(award) {
            assert_eq!(product.get(&path, ANYTHING, None).await.status, StatusCode::OK, "{path}");
        }
    }

    async fn people_get_the_page_and_programs_the_signed_file(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        show(&world.app, award, Visibility::Public).await;
        let product = Product::over(&world.app);
        let path = format!("/awards/{award}");
        let page = product.get(&path, BROWSER, None).await;
        assert!(page.header("content-type").starts_with("text/html"));
        for words in ["Mara Delgado-Quinn", "Wait Time That Works", "--document did:web:", "Not revoked"] {
            assert!(page.body.contains(words), "{words}");
        }
        assert!(!page.body.contains("name=\"visibility\""), "only the holder chooses");
        for accept in [ANYTHING, "application/vc+ld+json", "application/json, text/html"] {
            let file = product.get(&path, accept, None).await;
            assert_eq!(file.header("content-type"), "application/vc+ld+json", "{accept}");
            assert_eq!(file.header("access-control-allow-origin"), "*");
            assert_eq!(file.header("vary"), "Accept, Cookie");
            assert_eq!(file.json()["id"].as_str().unwrap().split('#').next(), Some(format!("http://localhost:8080{path}").as_str()));
            assert!(file.body.is_ascii());
        }
        let saved = product.get(&format!("{path}.json"), BROWSER, None).await;
        assert_eq!(saved.header("content-disposition"), format!("attachment; filename=\"award-{award}.json\""));
        assert_eq!(saved.body, product.get(&path, ANYTHING, None).await.body);
    }

    async fn the_seal_is_a_picture_in_which_nothing_runs(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        show(&world.app, award, Visibility::Public).await;
        let seal = Product::over(&world.app).get(&format!("/awards/{award}/seal.svg"), "image/*", None).await;
        assert_eq!(seal.header("content-type"), "image/svg+xml");
        assert_eq!(seal.header("content-security-policy"), web::guard::SANDBOX_POLICY);
        assert!(seal.body.starts_with("<svg") && seal.body.contains("4 of 4"));
    }

    async fn what_a_verifier_fetches_is_open_and_fresh(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        let product = Product::over(&world.app);
        let secret = product.sign_in(person(1)).await;
        let file = product.get(&format!("/awards/{award}"), ANYTHING, Some(&secret)).await.json();
        let document = product.get(&format!("/issuers/{ISSUER}/did.json"), ANYTHING, None).await;
        assert_eq!(document.header("content-type"), "application/did+json");
        assert_eq!(document.header("access-control-allow-origin"), "*");
        assert_eq!(document.json()["id"], file["issuer"]["id"]);
        assert_eq!(document.json()["assertionMethod"], json!([file["proof"]["verificationMethod"]]));
        let address = file["credentialStatus"]["statusListCredential"].as_str().unwrap();
        let list = product.get(address.trim_start_matches("http://localhost:8080"), ANYTHING, None).await;
        assert_eq!(list.header("cache-control"), "public, max-age=30");
        assert_eq!(list.header("access-control-allow-origin"), "*");
        assert_eq!(list.json()["id"], address);
        assert_eq!(list.json()["credentialSubject"]["statusPurpose"], "revocation");
    }

    async fn an_issuer_has_a_page_and_others_have_none(store: Store) {
        let world = world(store).await;
        signed(&world.app, 1).await;
        let product = Product::over(&world.app);
        let page = product.get(&format!("/issuers/{ISSUER}"), BROWSER, None).await;
        assert_eq!(page.status, StatusCode::OK);
        for words in ["Larkfield Institute for Teaching", SLUG, "did:web:localhost%3A8080", "z6Mk"] {
            assert!(page.body.contains(words), "{words}");
        }
        for path in ["/issuers/1", "/issuers/x/did.json", "/status-lists/x", "/awards/x", "/awards/x.json"] {
            assert_eq!(product.get(path, BROWSER, None).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn an_award_that_is_being_signed_says_so(store: Store) {
        let world = world(store).await;
        let award = awarded(&world.app, 1).await;
        let product = Product::over(&world.app);
        let secret = product.sign_in(person(1)).await;
        let page = product.get(&format!("/awards/{award}"), BROWSER, Some(&secret)).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Being signed") && !page.body.contains(".json\" download"));
        let file = product.get(&format!("/awards/{award}"), ANYTHING, Some(&secret)).await;
        assert_eq!(file.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(!file.header("retry-after").is_empty());
    }
}
