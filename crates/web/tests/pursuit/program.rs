use axum::http::StatusCode;
use serde_json::json;
use store::Store;

use super::browser::House;
use super::fixture::{MARA, OTHER, PDF, complete, decide};

testkit::each_database! {
    async fn a_program_walks_the_same_way(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let begun = mara.json("POST", "/api/v1/pursuits", &json!({"micro_credential": "wait-time"})).await;
        assert_eq!(begun.status, StatusCode::CREATED);
        let id = begun.value()["id"].as_str().unwrap().to_owned();
        let again = mara.json("POST", "/api/v1/pursuits", &json!({"micro_credential": "wait-time"})).await;
        assert_eq!((again.status, &again.value()["code"]), (StatusCode::CONFLICT, &json!("already-pursuing")));
        let attest = json!({"attestations": ["own-work", "ready", "consents", "ai-described"]});
        let path = format!("/api/v1/pursuits/{id}");
        let refused = mara.json("POST", &format!("{path}/submissions"), &attest).await;
        assert_eq!((refused.status, refused.header("content-type")), (StatusCode::UNPROCESSABLE_ENTITY, "application/problem+json"));
        let fields: Vec<_> = refused.value()["errors"].as_array().unwrap().iter().map(|it| it["field"].clone()).collect();
        assert!(fields.contains(&json!("requirement/log")) && fields.contains(&json!("ai-use")));

        let pursuit = id.parse().unwrap();
        complete(house.app(), pursuit).await;
        let draft = mara.json("GET", &path, &json!(null)).await.value();
        assert_eq!((&draft["missing"], &draft["texts"]["ai-use"]["version"]), (&json!([]), &json!(1)));
        assert_eq!(draft["files"][0]["shown_name"], "log-1.pdf");
        let sent = mara.json("POST", &format!("{path}/submissions"), &attest).await;
        assert_eq!((sent.status, &sent.value()["attempt"]), (StatusCode::CREATED, &json!(1)));
        let place = sent.header("location").to_owned();
        let submission = mara.json("GET", &place, &json!(null)).await.value();
        assert_eq!((&submission["state"], &submission["criteria"]), (&json!("submitted"), &json!(null)));
        let other = house.enter(OTHER).await;
        assert_eq!(other.json("GET", &place, &json!(null)).await.status, StatusCode::NOT_FOUND);
    }

    async fn feedback_for_programs_names_no_review(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = crate::fixture::begun(house.app()).await;
        complete(house.app(), pursuit).await;
        let done = crate::fixture::send(house.app(), pursuit, None).await.unwrap();
        decide(house.app(), pursuit, &done, &["timing"], true).await;
        let answer = mara.json("GET", &format!("/api/v1/submissions/{}", done.code), &json!(null)).await;
        let voice = &answer.value()["criteria"][1];
        assert_eq!((&voice["met"], voice["feedback"].as_array().unwrap().len()), (&json!(false), 2));
        assert!(!answer.text().contains("00000000-0000-0000-0000-000000000103"), "no id of a review");
        let list = mara.json("GET", "/api/v1/pursuits", &json!(null)).await.value();
        assert_eq!(list["pursuits"][0]["step"]["state"], "not-yet");
    }

    async fn a_program_hands_in_files_too(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = crate::fixture::begun(house.app()).await;
        let files = format!("/api/v1/pursuits/{pursuit}/files");
        let fields = [("requirement", "log"), ("criteria", "timing")];
        let added = mara.upload(&files, &fields, Some(("a.pdf", PDF))).await;
        assert_eq!(added.status, StatusCode::CREATED);
        let id = added.value()["item"]["id"].as_str().unwrap().to_owned();
        let one = format!("{files}/{id}");
        let changed = mara.json("PUT", &one, &json!({"caption": "Week four", "criteria": []})).await;
        assert_eq!(changed.status, StatusCode::NO_CONTENT);
        assert_eq!(mara.get(&format!("/api/v1/files/{id}")).await.body, PDF);
        assert_eq!(mara.json("DELETE", &one, &json!(null)).await.status, StatusCode::NO_CONTENT);
        let forged = mara.upload(&files, &fields, Some(("a.pdf", b"MZ\x90\0"))).await;
        assert_eq!((forged.status, &forged.value()["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("file-type-unknown")));
    }
}
