use axum::http::StatusCode;
use domain::ids::PersonId;
use serde_json::json;
use store::{Store, args};

use super::browser::{Asker, House};
use super::fixture::{ISSUER, MARA, OTHER, begun, complete, decide, run, send, write};

const MANAGER: u128 = 5;

/// Somebody who manages the issuer's programme.
async fn manager(house: &House) -> Asker {
    let person = PersonId::from_u128(MANAGER);
    run(house.app(), "INSERT INTO membership (id, person_id, organization_id, role, since) VALUES ($1, $1, $2, 'programme-manager', 0)",
        args![person, ISSUER]).await;
    house.enter(MANAGER).await
}

testkit::each_database! {
    async fn what_was_sent_is_taken_back_by_the_button_of_its_receipt(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        complete(house.app(), pursuit).await;
        let done = send(house.app(), pursuit, None).await.unwrap();
        let receipt = format!("/submissions/{}", done.code);
        let page = mara.get(&receipt).await.text();
        assert!(page.contains("Take it back") && page.contains("Expected"), "{page}");
        let other = house.enter(OTHER).await;
        assert_eq!(other.post(&format!("{receipt}/taking-back"), &[]).await.status, StatusCode::NOT_FOUND);
        let back = mara.post(&format!("{receipt}/taking-back"), &[]).await;
        assert_eq!(back.leads_to(), format!("/pursuits/{pursuit}?done=taken-back"));
        assert!(mara.get(back.leads_to()).await.text().contains("Taken back."));
        assert!(mara.get(&receipt).await.text().contains("You took this back"));
        let again = mara.json("POST", &format!("/api/v1{receipt}/taking-back"), &json!({})).await;
        assert_eq!((again.status, &again.value()["code"]), (StatusCode::CONFLICT, &json!("not-possible-now")));
        let api = mara.get(&format!("/api/v1{receipt}")).await.value();
        assert_eq!(api["ended"]["how"], "taken-back");
    }

    async fn a_pursuit_is_paused_resumed_and_given_up_by_page_and_by_api(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let address = format!("/pursuits/{pursuit}");
        let standing = format!("{address}/standing");
        assert!(mara.get(&address).await.text().contains("Send a first attempt by"));
        assert_eq!(mara.post(&standing, &[("way", "pause")]).await.leads_to(), address);
        assert!(mara.get(&address).await.text().contains("The time stands still."));
        assert!(mara.get("/home").await.text().contains("Paused"));
        let api = format!("/api/v1{standing}");
        let resumed = mara.json("POST", &api, &json!({"way": "resume"})).await;
        assert_eq!((resumed.status, &resumed.value()["state"]), (StatusCode::OK, &json!("started")));
        assert_eq!(mara.post(&standing, &[("way", "fly")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let unsure = mara.post(&standing, &[("way", "withdraw")]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsure.text().contains("Tick that you mean to give it up."));
        assert_eq!(mara.post(&standing, &[("way", "withdraw"), ("sure", "yes")]).await.leads_to(), "/home");
        assert!(mara.get(&address).await.text().contains("You gave it up."));
        let late = mara.json("PUT", &format!("/api/v1{address}/texts/note"), &json!({"text": "x", "based_on": 0})).await;
        assert_eq!((late.status, &late.value()["code"]), (StatusCode::CONFLICT, &json!("already-withdrawn")));
    }

    async fn a_manager_holds_lifts_and_gives_back_without_learning_whose_it_is(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        run(house.app(), "UPDATE person SET name = 'Mara Quill' WHERE id = $1", args![PersonId::from_u128(MARA)]).await;
        complete(house.app(), pursuit).await;
        let done = send(house.app(), pursuit, None).await.unwrap();
        assert_eq!(mara.get("/programme").await.status, StatusCode::FORBIDDEN);
        let manager = manager(&house).await;
        let list = manager.get("/programme").await.text();
        assert!(list.contains(&done.code) && !list.contains("Quill"));
        let address = format!("/programme/pursuits/{pursuit}");
        let page = manager.get(&address).await.text();
        assert!(page.contains(&done.code) && !page.contains("Quill") && !page.contains(&PersonId::from_u128(MARA).to_string()));

        let nothing = manager.post(&format!("{address}/hold"), &[("concern", "privacy"), ("reason", " ")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.text().contains("Say why, in a sentence."));
        let unsaid = manager.post(&format!("{address}/hold"), &[("reason", "A name is in the log.")]).await;
        assert!(unsaid.text().contains("Choose what it is about.") && unsaid.text().contains("A name is in the log."));
        manager.post(&format!("{address}/hold"), &[("concern", "privacy"), ("reason", "A name is in the log.")]).await.leads_to();
        assert!(mara.get(&format!("/submissions/{}", done.code)).await.text().contains("On hold"));
        assert!(manager.get("/programme?state=on-hold").await.text().contains(&done.code));
        manager.post(&format!("{address}/hold/end"), &[]).await.leads_to();

        let returning = format!("/submissions/{}/returning", done.code);
        assert_eq!(manager.post(&returning, &[("missing", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(manager.post(&returning, &[("missing", "Page two of the log.")]).await.leads_to(), "/programme?state=returned");
        let workspace = mara.get(&format!("/pursuits/{pursuit}")).await.text();
        assert!(workspace.contains("Page two of the log.") && workspace.contains("Send to assessors"));
        assert!(mara.get("/home").await.text().contains("Complete "));
        let api = manager.get("/api/v1/programme/pursuits?state=returned").await.value();
        assert_eq!(api["pursuits"][0]["id"], pursuit.to_string());
        let stranger = house.enter(OTHER).await;
        assert_eq!(stranger.json("POST", &format!("/api/v1/programme/pursuits/{pursuit}/standing"), &json!("lift")).await.status, StatusCode::FORBIDDEN);
    }

    async fn a_closed_criterion_opens_only_if_its_educator_says_so(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        complete(house.app(), pursuit).await;
        let first = send(house.app(), pursuit, None).await.unwrap();
        decide(house.app(), pursuit, &first, &["voice"], true).await;
        write(house.app(), MARA, pursuit, "note", "Another ending.", 0).await.unwrap();
        write(house.app(), MARA, pursuit, "answer/end", "Another ending.", 1).await.unwrap();
        let address = format!("/pursuits/{pursuit}");
        assert!(mara.get(&address).await.text().contains("name=\"reopen\" value=\"voice\""));
        let all = ["own-work", "ready", "consents", "ai-described"].map(|it| ("attest", it));
        let refused = mara.post(&format!("{address}/submission"), &all).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("VOICE is met and would open again."));
        let knowing = [&all[..], &[("reopen", "voice")]].concat();
        assert!(mara.post(&format!("{address}/submission"), &knowing).await.leads_to().starts_with("/submissions/"));
    }
}
