use axum::http::StatusCode;
use store::Store;

use super::browser::House;
use super::fixture::{MARA, OTHER, complete, decide, send};

testkit::each_database! {
    async fn an_educator_walks_from_the_start_to_the_feedback_without_scripts(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        assert!(mara.get("/home").await.text().contains("Choose your first micro-credential."));
        let begun = mara.post("/micro-credentials/wait-time/pursuits", &[("key", "a-key-of-a-form")]).await;
        let workspace = begun.leads_to().to_owned();
        let again = mara.post("/micro-credentials/wait-time/pursuits", &[]).await;
        assert_eq!(again.leads_to(), workspace, "begun once");
        let page = mara.get(&workspace).await;
        assert_eq!(page.status, StatusCode::OK);
        for words in ["What of start?", "The log", "The story", "TIMING", "Send to assessors"] {
            assert!(page.text().contains(words), "{words}");
        }
        let refused = mara.post(&format!("{workspace}/submission"), &[("attest", "ready")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Tick all four statements."));
        assert!(refused.text().contains("value=\"ready\" checked"), "what was ticked is kept");

        let pursuit = workspace.trim_start_matches("/pursuits/").parse().unwrap();
        complete(house.app(), pursuit).await;
        let all = ["own-work", "ready", "consents", "ai-described"].map(|it| ("attest", it));
        let sent = mara.post(&format!("{workspace}/submission"), &all).await;
        let receipt = sent.leads_to().to_owned();
        let page = mara.get(&receipt).await.text();
        assert!(page.contains("With the assessors") && page.contains("log-1.pdf") && page.contains("Two words."));
        assert_eq!(mara.get(&format!("{receipt}/feedback")).await.leads_to(), receipt, "not decided yet");
        assert!(mara.get("/home").await.text().contains("is with the assessors."));
    }

    async fn feedback_is_read_criterion_by_criterion_and_leads_to_the_next_attempt(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = crate::fixture::begun(house.app()).await;
        complete(house.app(), pursuit).await;
        let done = send(house.app(), pursuit, None).await.unwrap();
        decide(house.app(), pursuit, &done, &["timing"], true).await;
        let page = mara.get(&format!("/submissions/{}/feedback", done.code)).await.text();
        assert!(page.contains("3 on voice in 1") && page.contains("4 on voice in 1"));
        assert!(!page.contains("5 on voice in 1"), "who was outvoted is not heard");
        assert!(page.contains(&format!("href=\"/pursuits/{pursuit}\"")) && page.contains("Begin attempt 2"));
        assert!(mara.get("/home").await.text().contains("One criterion to go on"));
        let workspace = mara.get(&format!("/pursuits/{pursuit}")).await.text();
        assert!(workspace.contains("What did you change?") && workspace.contains("3 on voice in 1"));
        let other = house.enter(OTHER).await;
        for path in [format!("/submissions/{}", done.code), format!("/submissions/{}/feedback", done.code)] {
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn what_belongs_to_somebody_else_is_not_there(store: Store) {
        let house = House::over(store).await;
        let pursuit = crate::fixture::begun(house.app()).await;
        let other = house.enter(OTHER).await;
        for path in [format!("/pursuits/{pursuit}"), "/pursuits/none".to_owned(), "/micro-credentials/none/pursuits".to_owned()] {
            let status = other.get(&path).await.status;
            assert!([StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED].contains(&status), "{path}");
        }
        let refused = other.post(&format!("/pursuits/{pursuit}/texts"), &[("note", "x"), ("version/note", "0")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        assert!(refused.text().contains("There is no such work of yours."));
    }
}
