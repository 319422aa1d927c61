use axum::http::StatusCode;
use domain::refusal::Refuse as _;
use store::Store;

use super::fixture::{Place, place};
use super::visit::{BROWSER, Product};

const NEED: &str = "title=Every+student+speaks&reason=Five+voices.&competencies=Discussion%0D%0AQuestioning&from=2026-03-02&until=2026-06-11&key=a-key-of-a-form";

async fn product(it: &Place) -> (Product, String, String) {
    let product = Product::over(&it.world.app);
    let leader = product.sign_in(it.leader.person).await;
    let mara = product.sign_in(it.mara.person).await;
    (product, leader, mara)
}

testkit::each_database! {
    async fn a_leader_publishes_and_an_educator_reads_it_in_the_growth_plan(store: Store) {
        let it = place(store).await;
        let (product, leader, mara) = product(&it).await;
        let form = product.get("/needs/new", BROWSER, Some(&leader)).await;
        assert_eq!(form.status, StatusCode::OK);
        assert!(form.body.contains("tamarack county") && form.body.contains("alder creek"));
        assert!(!form.body.contains("brightwater"), "only what the leader leads");
        let posted = product.post("/needs", &format!("{NEED}&organization={}", it.district), Some(&leader)).await;
        assert_eq!((posted.status, posted.header("location")), (StatusCode::SEE_OTHER, "/needs"));
        let listed = product.get("/needs", BROWSER, Some(&leader)).await;
        assert!(listed.body.contains("Every student speaks") && listed.body.contains("Counts today"));
        let plan = product.get("/growth", BROWSER, Some(&mara)).await;
        assert!(plan.body.contains("Every student speaks") && plan.body.contains("2 March 2026 to 11 June 2026"));
        let spanish = product.get("/needs", BROWSER, Some(&mara)).await;
        assert_eq!(spanish.status, StatusCode::FORBIDDEN, "an educator publishes nothing");
    }

    async fn a_form_with_mistakes_comes_back_with_what_was_typed(store: Store) {
        let it = place(store).await;
        let (product, leader, mara) = product(&it).await;
        let wrong = format!("title=Speaking&reason=&competencies=&from=2026-13-01&organization={}", it.district);
        let answer = product.post("/needs", &wrong, Some(&leader)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("value=\"Speaking\"") && answer.body.contains("3 things to mend"));
        assert!(answer.body.contains("Name at least one competency."));
        let answer = product.post("/growth/goals", "text=&by=soon", Some(&mara)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer = product.post("/growth/self-assessment", "competency=Questioning&level=wizard", Some(&mara)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("Choose a level.") && answer.body.contains("value=\"Questioning\""));
        let answer = product.post("/growth/wishes", "hours=9999", Some(&mara)).await;
        assert!(answer.body.contains("value=\"9999\"") && answer.body.contains("from 1 to 500"));
    }

    async fn an_educator_writes_goals_and_assesses_themselves_without_scripts(store: Store) {
        let it = place(store).await;
        let (product, leader, mara) = product(&it).await;
        let posted = product.post("/growth/goals", "text=Hear+everybody.&competencies=Discussion&by=2026-05-31", Some(&mara)).await;
        assert_eq!(posted.status, StatusCode::SEE_OTHER);
        let page = product.get("/growth/self-assessment", BROWSER, Some(&mara)).await;
        assert!(page.body.contains("Named in your plan") && page.body.contains("Discussion"));
        let posted = product.post("/growth/self-assessment", "competency=Discussion&level=novice&sentence=I+begin.", Some(&mara)).await;
        assert_eq!(posted.status, StatusCode::SEE_OTHER);
        let page = product.get("/growth/self-assessment?competency=discussion", BROWSER, Some(&mara)).await;
        assert!(page.body.contains("I begin.") && !page.body.contains("Named in your plan"));
        let plan = product.get("/growth", BROWSER, Some(&mara)).await;
        assert!(plan.body.contains("Hear everybody.") && plan.body.contains("Novice"));
        let others = product.get("/growth", BROWSER, Some(&leader)).await;
        assert!(!others.body.contains("Hear everybody.") && !others.body.contains("Novice"));
        let posted = product.post("/growth/self-assessment/forgotten", "competency=Discussion", Some(&mara)).await;
        assert_eq!(posted.status, StatusCode::SEE_OTHER);
        let plan = product.get("/growth", BROWSER, Some(&mara)).await;
        assert!(plan.body.contains("Nothing said yet"));
    }

    async fn a_program_does_the_same(store: Store) {
        let it = place(store).await;
        let (product, leader, mara) = product(&it).await;
        let need = serde_json::json!({
            "organization": it.district, "title": "Every student speaks", "reason": "Five voices.",
            "competencies": "Discussion", "from": "2026-03-02",
        });
        let made = product.json("/api/v1/needs", &need.to_string(), Some(&leader)).await;
        assert_eq!(made.status, StatusCode::CREATED);
        let location = made.header("location").to_owned();
        let found = product.get(&location, "application/json", Some(&leader)).await.json();
        assert_eq!(found["counts"], true);
        let other = product.get(&location, "application/json", Some(&mara)).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN);
        let put = product.put("/api/v1/growth/self-assessment/Discussion", r#"{"level":"novice"}"#, Some(&mara)).await;
        assert_eq!(put.status, StatusCode::NO_CONTENT);
        let put = product.put("/api/v1/growth/wishes", r#"{"hours":8,"students":"available"}"#, Some(&mara)).await;
        assert_eq!(put.status, StatusCode::NO_CONTENT);
        let goal = product.json("/api/v1/growth/goals", r#"{"text":"Hear everybody."}"#, Some(&mara)).await;
        assert_eq!(goal.status, StatusCode::CREATED);
        let growth = product.get("/api/v1/growth", "application/json", Some(&mara)).await.json();
        assert_eq!(growth["needs"][0]["title"], "Every student speaks");
        assert_eq!(growth["goals"][0]["text"], "Hear everybody.");
        assert_eq!(growth["self_assessment"][0]["level"], "novice");
        assert_eq!(growth["wishes"]["hours"], 8);
        let refused = product.put("/api/v1/growth/self-assessment/Discussion", r#"{"level":"wizard"}"#, Some(&mara)).await;
        assert_eq!(refused.json()["code"], domain::growth::Refusal::Fields(Vec::new()).code());
    }
}
