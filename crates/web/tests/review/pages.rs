use domain::ids::ReviewId;
use domain::pursuit::StateName;
use domain::review::Seat;
use store::Store;

use super::fixture::{COLLEAGUE, EDUCATOR, FIRST, LEAD, SECOND, SECRETS, Small, number, person};
use super::visit::{BROWSER, Product};

/// A submission that waits, and its first assessor, signed in.
async fn begun(small: &Small) -> (Product, ReviewId, String) {
    let (_, submission) = small.submitted().await;
    let review = small.holder(submission, Seat::First).await.seated;
    let product = Product::over(small.app());
    let secret = product.sign_in(review.assessor).await;
    (product, review.id, secret)
}

fn form(pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", value.replace(' ', "+")))
        .collect();
    pairs.join("&")
}

testkit::each_database! {
    async fn an_assessor_reads_scores_and_hands_in_without_scripts(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        let product = Product::over(small.app());
        for seat in [Seat::First, Seat::Second] {
            let review = small.holder(submission, seat).await.seated;
            let secret = product.sign_in(review.assessor).await;
            let (address, secret) = (format!("/reviews/{}", review.id), Some(secret.as_str()));
            let desk = product.get("/desk", BROWSER, secret).await;
            assert!(desk.body.contains(&address), "{}", desk.body);
            let door = product.get(&address, BROWSER, secret).await;
            assert!(door.body.contains("Open the review") && !door.body.contains("Turn one took"));
            let opened = product.post(&format!("{address}/opening"), "", secret).await;
            assert_eq!((opened.status.as_u16(), opened.header("location")), (303, address.as_str()));
            let page = product.get(&address, BROWSER, secret).await;
            assert!(page.body.contains("Turn one took two seconds."));
            let half = form(&[("version", "0"), ("version/timing", "0"), ("level/timing", "2"), ("feedback/timing", "Wait longer <now>"), ("version/discomfort", "0")]);
            let refused = product.post(&format!("{address}/scorecard"), &half, secret).await;
            assert_eq!(refused.status.as_u16(), 422);
            assert!(refused.body.contains("Wait longer &#60;now&#62;") && refused.body.contains("Choose a level for Discomfort"), "{}", refused.body);
            let whole = form(&[("version/timing", "1"), ("level/timing", "3"), ("feedback/timing", ""), ("version/discomfort", "0"), ("level/discomfort", "3"), ("confidence/discomfort", "sure"), ("key", &format!("key-of-{}", review.id))]);
            for _ in 0..2 {
                let sent = product.post(&format!("{address}/scorecard"), &whole, secret).await;
                assert_eq!((sent.status.as_u16(), sent.header("location")), (303, "/desk?done=sent"), "{}", sent.body);
            }
            let locked = product.get(&address, BROWSER, secret).await;
            assert!(locked.body.contains("your scores are locked") && !locked.body.contains("Turn one took"));
        }
        small.work().await;
        assert_eq!(small.state(pursuit).await, StateName::Awarded);
    }

    async fn no_page_of_an_assessor_names_the_educator(store: Store) {
        let small = Small::ready(store).await;
        let (product, review, secret) = begun(&small).await;
        let (address, secret) = (format!("/reviews/{review}"), Some(secret.as_str()));
        let mut all = product.get(&address, BROWSER, secret).await.body;
        product.post(&format!("{address}/opening"), "", secret).await;
        for path in ["/desk", &address, "/api/v1/reviews", &format!("/api/v1{address}")] {
            let answer = product.get(path, BROWSER, secret).await;
            assert_eq!(answer.status.as_u16(), 200, "{path}");
            all.push_str(&answer.body);
        }
        for told in SECRETS.into_iter().chain([person(EDUCATOR).to_string().as_str()]) {
            assert!(!all.contains(told), "{told}");
        }
        assert!(all.contains("Turn one took two seconds."));
    }

    async fn a_review_does_not_exist_for_anybody_else(store: Store) {
        let small = Small::ready(store).await;
        let (product, review, _) = begun(&small).await;
        let colleague = product.sign_in(person(COLLEAGUE)).await;
        let address = format!("/reviews/{review}");
        assert_eq!(product.get(&address, BROWSER, Some(&colleague)).await.status.as_u16(), 404);
        for way in ["opening", "draft", "scorecard", "recusal"] {
            let answer = product.post(&format!("{address}/{way}"), "", Some(&colleague)).await;
            assert_eq!(answer.status.as_u16(), 404, "{way}");
        }
        let educator = product.sign_in(person(EDUCATOR)).await;
        for path in ["/desk", "/qualifications", "/releases", &address] {
            assert_eq!(product.get(path, BROWSER, Some(&educator)).await.status.as_u16(), 403, "{path}");
        }
    }

    async fn who_recognises_the_person_is_told_and_rid_of_it(store: Store) {
        let small = Small::ready(store).await;
        let (product, review, secret) = begun(&small).await;
        let secret = Some(secret.as_str());
        let answer = product.post(&format!("/reviews/{review}/recusal"), "", secret).await;
        assert_eq!(answer.header("location"), "/desk?done=recused");
        let desk = product.get("/desk?done=recused", BROWSER, secret).await;
        assert!(desk.body.contains("You gave the review back") && !desk.body.contains(&review.to_string()));
        assert_eq!(product.get(&format!("/reviews/{review}"), BROWSER, secret).await.status.as_u16(), 409);
    }

    async fn a_lead_grants_by_form_and_sees_why_something_waits(store: Store) {
        let small = Small::with(store, &[]).await;
        small.qualify(&[FIRST]).await;
        small.submitted().await;
        let product = Product::over(small.app());
        let lead = product.sign_in(person(LEAD)).await;
        let page = product.get("/qualifications", BROWSER, Some(&lead)).await;
        assert!(page.body.contains("Joel Haverford") && page.body.contains("Seat 2: 1 qualified"), "{}", page.body);
        let offer = small.published.micro_credential.to_string();
        let second = person(SECOND).to_string();
        let fields = |reason| form(&[("person", &second), ("micro_credential", &offer), ("reason", reason)]);
        let refused = product.post("/qualifications", &fields(""), Some(&lead)).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.body.contains("Say what your judgement is based on"));
        let done = product.post("/qualifications", &fields("Scored with me"), Some(&lead)).await;
        assert_eq!(done.status.as_u16(), 303);
        let page = product.get(done.header("location"), BROWSER, Some(&lead)).await;
        assert!(page.body.contains("Ines Okonkwo may now assess it.") && page.body.contains("Scored with me"));
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM qualification").await, 2);
    }
}
