use domain::ids::OrganizationId;
use domain::review::Seat;
use serde_json::json;
use store::{Store, args};

use super::fixture::{EDUCATOR, ISSUER, LEAD, OTHER_LEAD, SECRETS, Small, person, run};
use super::visit::{BROWSER, Product};

const JSON: &str = "application/json";

testkit::each_database! {
    async fn an_assessor_says_how_they_review_by_forms(store: Store) {
        let small = Small::ready(store).await;
        let product = Product::over(small.app());
        let lead = product.sign_in(person(OTHER_LEAD)).await;
        let lead = Some(lead.as_str());
        let refused = product.post("/desk/absences", "first_day=2026-03-09&last_day=2026-03-05", lead).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.body.contains("The last day comes before the first") && refused.body.contains("2026-03-09"));
        let done = product.post("/desk/absences", "first_day=2026-03-09&last_day=2026-03-12", lead).await;
        assert_eq!(done.header("location"), "/desk/reviewing?done=absence");
        let page = product.get("/desk/reviewing", BROWSER, lead).await;
        assert!(page.body.contains("9 Mar 2026 – 12 Mar 2026"), "{}", page.body);
        let limit = product.post("/desk/load-limit", "reviews=61", lead).await;
        assert!(limit.status.as_u16() == 422 && limit.body.contains("from 0 to 60"));
        assert_eq!(product.post("/desk/load-limit", "reviews=3", lead).await.status.as_u16(), 303);
        let api = product.get("/api/v1/reviewing", JSON, lead).await.json();
        assert_eq!((api["limit"].as_u64(), api["absences"].as_array().map(Vec::len)), (Some(3), Some(1)));
    }

    async fn anybody_notes_a_relation_and_the_answer_tells_nothing_of_the_address(store: Store) {
        let small = Small::ready(store).await;
        let product = Product::over(small.app());
        let educator = product.sign_in(person(EDUCATOR)).await;
        let educator = Some(educator.as_str());
        let known = product.post("/account/relations", "address=joel%40larkfield.example", educator).await;
        let unknown = product.post("/account/relations", "address=nobody%40nowhere.example", educator).await;
        assert_eq!((known.status, known.header("location")), (unknown.status, unknown.header("location")));
        let wrong = product.post("/account/relations", "address=nonsense", educator).await;
        assert_eq!(wrong.status.as_u16(), 422);
        let page = product.get("/account/relations", BROWSER, educator).await;
        assert!(page.body.contains("joel@larkfield.example") && !page.body.contains("Joel Haverford"));
    }

    async fn a_manager_reads_the_board_and_gives_a_review_to_another(store: Store) {
        let small = Small::ready(store).await;
        run(small.app(), "INSERT INTO membership (id, person_id, organization_id, role, since) VALUES ($1, $2, $3, 'programme-manager', 0)",
            args![person(0x77), person(LEAD), OrganizationId::from_u128(ISSUER)]).await;
        let (_, submission) = small.submitted().await;
        let one = small.holder(submission, Seat::First).await.seated;
        let product = Product::over(small.app());
        let manager = product.sign_in(person(LEAD)).await;
        let manager = Some(manager.as_str());
        let board = product.get("/board", BROWSER, manager).await;
        let address = format!("/board/submissions/{submission}");
        assert!(board.body.contains(&address) && board.body.contains("/board?standing=late&#38;age=old"), "{}", board.body);
        let page = product.get(&address, BROWSER, manager).await;
        assert!(page.body.contains("Petra Voss"));
        let refused = product.post(&format!("/board/reviews/{}/reassignment", one.id), &format!("to={}", person(0x2003)), manager).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.body.contains("they belong to the same school"), "{}", refused.body);
        let done = product.post(&format!("/board/reviews/{}/reassignment", one.id), &format!("to={}", person(OTHER_LEAD)), manager).await;
        assert_eq!(done.header("location"), format!("{address}?done=reassigned"));
        let api = product.get("/api/v1/board", JSON, manager).await;
        assert_eq!(api.json()["submissions"][0]["code"], json!(small.code(submission).await));
        for body in [&board.body, &page.body, &api.body] {
            for secret in SECRETS {
                assert!(!body.contains(secret), "{secret}");
            }
        }
        let educator = product.sign_in(person(EDUCATOR)).await;
        for path in ["/board", "/board/holidays", &address] {
            assert_eq!(product.get(path, BROWSER, Some(&educator)).await.status.as_u16(), 403, "{path}");
        }
    }
}
