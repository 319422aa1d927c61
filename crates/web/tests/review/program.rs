use domain::review::Seat;
use serde_json::json;
use store::Store;

use super::fixture::{LEAD, SECOND, Small, person};
use super::visit::Product;

const JSON: &str = "application/json";

testkit::each_database! {
    async fn a_program_reads_marks_and_hands_in(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let review = small.holder(submission, Seat::First).await.seated;
        let product = Product::over(small.app());
        let secret = product.sign_in(review.assessor).await;
        let secret = Some(secret.as_str());
        let list = product.get("/api/v1/reviews", JSON, secret).await.json();
        assert_eq!(list["reviews"][0]["review"], review.id.to_string());
        let address = format!("/api/v1/reviews/{}", review.id);
        let mark = |level: u8, version: u64| json!({"level": level, "confidence": "low", "feedback": "See turn one.", "version": version}).to_string();
        let saved = product.put(&format!("{address}/marks/timing"), &mark(2, 0), secret).await;
        assert_eq!((saved.status.as_u16(), saved.json()["version"].as_u64()), (200, Some(1)));
        let stale = product.put(&format!("{address}/marks/timing"), &mark(3, 0), secret).await;
        assert_eq!(stale.status.as_u16(), 409);
        let problem = stale.json();
        assert_eq!(problem["code"], "stale-mark");
        assert_eq!(problem["current"], json!({"level": 2, "confidence": "low", "feedback": "See turn one.", "version": 1}));
        let half = product.post(&format!("{address}/scorecard"), "", secret).await;
        assert_eq!((half.status.as_u16(), half.json()["errors"][0]["code"].clone()), (422, json!("level-missing")));
        product.put(&format!("{address}/marks/discomfort"), &mark(3, 0), secret).await;
        assert_eq!(product.post(&format!("{address}/scorecard"), "", secret).await.status.as_u16(), 200);
        let view = product.get(&address, JSON, secret).await.json();
        assert_eq!((view["state"].as_str(), view["sources"].as_array().map(Vec::len)), (Some("locked"), Some(0)));
        let again = product.put(&format!("{address}/marks/timing"), &mark(3, 1), secret).await;
        assert_eq!((again.status.as_u16(), again.json()["code"].clone()), (409, json!("review-already-locked")));
    }

    async fn the_script_saves_all_marks_and_learns_their_versions(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let review = small.holder(submission, Seat::First).await.seated;
        let product = Product::over(small.app());
        let secret = product.sign_in(review.assessor).await;
        let body = "version=0&version/timing=0&level/timing=2&feedback/timing=So&version/discomfort=0";
        let answer = product.form_as(&format!("/reviews/{}/draft", review.id), body, JSON, Some(&secret)).await;
        assert_eq!(answer.json()["versions"], json!({"timing": 1}));
    }

    async fn a_program_of_a_lead_grants(store: Store) {
        let small = Small::with(store, &[]).await;
        let product = Product::over(small.app());
        let lead = product.sign_in(person(LEAD)).await;
        let command = json!({
            "person": person(SECOND),
            "micro_credential": small.published.micro_credential,
            "reason": "Scored eight samples with me.",
        });
        let done = product.json("/api/v1/qualifications", &command.to_string(), Some(&lead)).await;
        assert_eq!(done.status.as_u16(), 201, "{}", done.body);
        let list = product.get("/api/v1/qualifications", JSON, Some(&lead)).await.json();
        assert_eq!(list["micro_credentials"][0]["qualified"][0]["name"], "Ines Okonkwo");
    }
}
