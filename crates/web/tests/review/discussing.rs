use domain::review::Seat;
use serde_json::json;
use store::Store;

use super::fixture::{FIRST, OTHER_LEAD, SECOND, SECRETS, Small, ids_number, person};
use super::visit::{BROWSER, Product};

const JSON: &str = "application/json";

testkit::each_database! {
    async fn two_who_differ_agree_by_forms_and_by_programs_without_a_name(store: Store) {
        let plan = ("kind = \"double\"", "kind = \"consensus\"");
        let small = Small::with(store, &[plan]).await;
        small.qualify(&[FIRST, SECOND, OTHER_LEAD]).await;
        let (_, submission) = small.submitted().await;
        small.score(submission, Seat::First, &[("timing", 3, "Fine."), ("discomfort", 3, "")]).await;
        small.score(submission, Seat::Second, &[("timing", 2, "Too short."), ("discomfort", 3, "")]).await;
        let one = small.holder(submission, Seat::First).await.seated;
        let two = small.holder(submission, Seat::Second).await.seated;
        let product = Product::over(small.app());
        let (first, second) = (product.sign_in(one.assessor).await, product.sign_in(two.assessor).await);
        let (first, second) = (Some(first.as_str()), Some(second.as_str()));
        let address = format!("/reviews/{}/discussion", one.id);
        let desk = product.get("/desk", BROWSER, first).await;
        assert!(desk.body.contains(&address), "{}", desk.body);
        let refused = product.post(&format!("{address}/proposals/timing"), "version=0&level=2&feedback/timing=", first).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.body.contains("Say what is missing for Timing"), "{}", refused.body);
        let done = product.post(&format!("{address}/proposals/timing"), "version=0&level=2&feedback/timing=Wait+longer", first).await;
        assert_eq!(done.header("location"), address);
        let said = product.post(&format!("{address}/messages"), "message=See+turn+one", first).await;
        assert_eq!(said.status.as_u16(), 303);
        let page = product.get(&address, BROWSER, first).await;
        let api = format!("/api/v1/reviews/{}/discussion", two.id);
        let seen = product.get(&api, JSON, second).await;
        assert_eq!(seen.json()["criteria"][0]["proposal"]["is_mine"], json!(false));
        let names = ["Joel Haverford", "Ines Okonkwo", "Samir Lund"];
        // The frame of a page shows the visitor's own name.
        let page = page.body.split("<main").nth(1).unwrap();
        for body in [page, &seen.body] {
            for secret in SECRETS.iter().chain(&names) {
                assert!(!body.contains(secret), "{secret}");
            }
        }
        assert!(!seen.body.contains(&one.assessor.to_string()) && !seen.body.contains(&one.id.to_string()));
        let foreign = product.get(&format!("/api/v1/reviews/{}/discussion", one.id), JSON, second).await;
        assert_eq!(foreign.status.as_u16(), 404);
        let agreed = product.put(&format!("{api}/agreements/timing"), &json!({"version": 1}).to_string(), second).await;
        assert_eq!(agreed.status.as_u16(), 204, "{}", agreed.body);
        let over = product.get(&address, BROWSER, first).await;
        assert!(over.body.contains("You agreed."), "{}", over.body);
    }

    async fn an_assessor_pins_by_form_and_keeps_a_private_note(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let it = small.holder(submission, Seat::First).await.seated;
        let product = Product::over(small.app());
        let secret = product.sign_in(it.assessor).await;
        let secret = Some(secret.as_str());
        let address = format!("/reviews/{}", it.id);
        product.post(&format!("{address}/opening"), "", secret).await;
        let fields = |quotation: &str| format!(
            "version=0&version/timing=0&level/timing=2&feedback/timing=Longer&version/note/private=0&note/private=Mine&pin-for=timing&pin-piece/timing=text:log:0&pin-quotation/timing={quotation}"
        );
        let refused = product.post(&format!("{address}/pins"), &fields("never+written"), secret).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.body.contains("These words do not stand in the text.") && refused.body.contains("never written"), "{}", refused.body);
        let again = fields("two+seconds").replace("version/timing=0", "version/timing=1");
        let done = product.post(&format!("{address}/pins"), &again, secret).await;
        assert_eq!(done.header("location"), format!("{address}#f-level-timing"));
        let saved = product.form_as(&format!("{address}/draft"), &again, JSON, secret).await.json();
        assert_eq!(saved["versions"], json!({"note/private": 1, "timing": 1}));
        let page = product.get(&address, BROWSER, secret).await;
        assert!(page.body.contains("“two seconds”") && page.body.contains("Mine"), "{}", page.body);
        let other = small.holder(submission, Seat::Second).await.seated;
        assert_ne!(ids_number(other.assessor), ids_number(it.assessor));
        let other = product.sign_in(other.assessor).await;
        let pins = product.json(&format!("/api/v1{address}/pins"), "{\"criterion\":\"timing\",\"piece\":{\"kind\":\"text\",\"source\":\"log\",\"number\":0},\"place\":{\"quotation\":\"Turn\"}}", Some(&other)).await;
        assert_eq!(pins.status.as_u16(), 404, "somebody else's review");
    }

    async fn revocations_are_not_for_everybody(store: Store) {
        let small = Small::ready(store).await;
        let product = Product::over(small.app());
        let lead = product.sign_in(person(OTHER_LEAD)).await;
        let page = product.get("/revocations", BROWSER, Some(&lead)).await;
        assert_eq!(page.status.as_u16(), 200);
        let refused = product.post("/revocations", "award=nothing&reason=Because", Some(&lead)).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.body.contains("Because"), "{}", refused.body);
        let assessor = product.sign_in(person(FIRST)).await;
        for path in ["/revocations", "/api/v1/revocations", "/board"] {
            assert_eq!(product.get(path, BROWSER, Some(&assessor)).await.status.as_u16(), 403, "{path}");
        }
    }
}
