use axum::http::StatusCode;
use store::Store;

use super::fixture::{number, person, signed, world};
use super::visit::{BROWSER, Product};

testkit::each_database! {
    async fn the_holder_chooses_by_a_form_who_may_see_it(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        let product = Product::over(&world.app);
        let secret = product.sign_in(person(1)).await;
        let page = product.get(&format!("/awards/{award}"), BROWSER, Some(&secret)).await;
        assert!(page.body.contains("name=\"visibility\" value=\"private\" checked"));
        let path = format!("/awards/{award}/visibility");
        let form = "visibility=public&key=0123456789abcdef";
        for _ in 0..2 {
            let answer = product.post(&path, form, Some(&secret)).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            assert_eq!(answer.header("location"), format!("/awards/{award}"));
        }
        assert_eq!(product.get(&format!("/awards/{award}"), BROWSER, None).await.status, StatusCode::OK);
        let set = "SELECT count(*) AS n FROM event WHERE kind = 'award-visibility-set'";
        assert_eq!(number(&world.app, set).await, 1);
    }

    async fn a_form_without_a_choice_comes_back(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        let product = Product::over(&world.app);
        let secret = product.sign_in(person(1)).await;
        let answer = product.post(&format!("/awards/{award}/visibility"), "visibility=all", Some(&secret)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("Choose who may see it"));
    }

    async fn nobody_else_chooses(store: Store) {
        let world = world(store).await;
        let award = signed(&world.app, 1).await;
        signed(&world.app, 2).await;
        let product = Product::over(&world.app);
        let (mine, other) = (product.sign_in(person(1)).await, product.sign_in(person(2)).await);
        let path = format!("/api/v1/awards/{award}/visibility");
        let wanted = r#"{"visibility": "public"}"#;
        assert_eq!(product.put(&path, wanted, None).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(product.put(&path, wanted, Some(&other)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(product.put(&path, wanted, Some(&mine)).await.json()["visibility"], "public");
        let unknown = product.put(&path, r#"{"visibility": "all"}"#, Some(&mine)).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        for form in ["visibility=private", "visibility=x"] {
            let answer = product.post(&format!("/awards/{award}/visibility"), form, Some(&other)).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{form}");
        }
    }

    async fn my_awards_are_listed_for_me(store: Store) {
        let world = world(store).await;
        let (mine, other) = (signed(&world.app, 1).await, signed(&world.app, 2).await);
        let product = Product::over(&world.app);
        let secret = product.sign_in(person(1)).await;
        let page = product.get("/my-awards", BROWSER, Some(&secret)).await;
        assert!(page.body.contains(&mine.to_string()) && !page.body.contains(&other.to_string()));
        let list = product.get("/api/v1/awards", "application/json", Some(&secret)).await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
        assert_eq!(list["items"][0]["visibility"], "private");
        let wrong = product.get("/my-awards?after=x", "application/json", Some(&secret)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(product.get("/api/v1/awards", "application/json", None).await.status, StatusCode::UNAUTHORIZED);
    }
}
