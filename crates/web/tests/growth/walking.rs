use axum::http::StatusCode;
use store::Store;

use super::fixture::{catalogue, person, place};
use super::visit::{BROWSER, Product};

testkit::each_database! {
    async fn an_educator_plans_begins_learns_and_is_accompanied_without_scripts(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        catalogue(app, it.district).await;
        let otto = person(app, "Otto Lind", domain::people::Role::Mentor, it.district).await;
        let product = Product::over(app);
        let mara = product.sign_in(it.mara.person).await;
        let mentor = product.sign_in(otto.person).await;
        let stranger = product.sign_in(it.stranger.person).await;

        product.post("/growth/goals", "text=Ask+better.&competencies=Questioning", Some(&mara)).await;
        let plan = product.get("/growth", BROWSER, Some(&mara)).await;
        assert!(plan.body.contains("It answers your goal: Ask better."));
        let planned = product.post("/growth/plan", "micro_credential=wait-time", Some(&mara)).await;
        assert_eq!(planned.header("location"), "/growth#plan");
        let home = product.get("/home", BROWSER, Some(&mara)).await;
        assert!(home.body.contains("Next in your plan: Wait Time."));

        let begun = product.post("/micro-credentials/wait-time/pursuits", "way=learn", Some(&mara)).await;
        let log = begun.header("location").to_owned();
        assert!(log.ends_with("/learning"), "{log}");
        let refused = product.post(&log, "on=&kind=&what=", Some(&mara)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let line = "on=2026-03-01&kind=course&what=A+workshop&minutes=90";
        assert_eq!(product.post(&log, line, Some(&mara)).await.status, StatusCode::SEE_OTHER);
        let page = product.get(&log, BROWSER, Some(&mara)).await;
        assert!(page.body.contains("A workshop") && page.body.contains("You learn first."));

        let base = log.trim_end_matches("/learning").to_owned();
        let companions = format!("{base}/companions");
        let invited = product.post(&companions, "email=otto.lind%40example.org&role=mentor", Some(&mara)).await;
        assert_eq!(invited.status, StatusCode::SEE_OTHER);
        let page = product.get("/accompanying", BROWSER, Some(&mentor)).await;
        assert!(page.body.contains("You are invited") && page.body.contains("Mara Quinn"));
        let to = page.body.split("action=\"").filter_map(|it| it.split('"').next());
        let to = to.into_iter().find(|it| it.starts_with("/companion-invitations/")).unwrap().to_owned();
        let accepted = product.post(&to, "answer=accept", Some(&mentor)).await;
        let discussion = accepted.header("location").to_owned();
        assert_eq!(discussion, format!("{base}/discussion"));
        let said = product.post(&discussion, "about=draft&text=Begin+with+the+pauses.", Some(&mentor)).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER);
        let page = product.get(&discussion, BROWSER, Some(&mara)).await;
        assert!(page.body.contains("Begin with the pauses.") && page.body.contains("Otto Lind"));
        for path in [&log, &discussion, &companions] {
            assert_eq!(product.get(path, BROWSER, Some(&stranger)).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(product.get(&base, BROWSER, Some(&mentor)).await.status, StatusCode::NOT_FOUND, "the workspace is its educator's");
    }

    async fn a_program_plans_and_accompanies_as_well(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        catalogue(app, it.district).await;
        let product = Product::over(app);
        let mara = product.sign_in(it.mara.person).await;
        let mate = product.sign_in(it.stranger.person).await;
        let made = product.json("/api/v1/growth/plan", r#"{"micro_credential":"wait-time"}"#, Some(&mara)).await;
        assert_eq!(made.status, StatusCode::CREATED);
        let line = format!("/api/v1/growth/plan/{}", made.json()["id"].as_str().unwrap());
        let put = product.put(&line, r#"{"milestones":{"earn":"2026-06-01"}}"#, Some(&mara)).await;
        assert_eq!(put.status, StatusCode::NO_CONTENT, "{}", put.body);
        let plan = product.get("/api/v1/growth/plan", "application/json", Some(&mara)).await.json();
        assert_eq!(plan["plan"][0]["milestones"][0]["reached"], false);
        let begun = product.json("/api/v1/pursuits", r#"{"micro_credential":"wait-time"}"#, Some(&mara)).await.json();
        let base = format!("/api/v1/pursuits/{}", begun["id"].as_str().unwrap());
        let way = product.put(&format!("{base}/way"), r#"{"way":"show"}"#, Some(&mara)).await;
        assert_eq!(way.status, StatusCode::NO_CONTENT);
        let invited = product.json(&format!("{base}/companions"), r#"{"email":"sol.marsh@example.org","role":"team-mate"}"#, Some(&mara)).await;
        assert_eq!(invited.status, StatusCode::CREATED, "{}", invited.body);
        let seen = product.get("/api/v1/accompanying", "application/json", Some(&mate)).await.json();
        let answer = format!("/api/v1/companion-invitations/{}/answer", seen["invitations"][0]["id"].as_str().unwrap());
        let accepted = product.put(&answer, r#"{"accept":true}"#, Some(&mate)).await;
        assert_eq!(accepted.status, StatusCode::OK, "{}", accepted.body);
        let said = product.json(&format!("{base}/comments"), r#"{"about":"draft","text":"Good."}"#, Some(&mate)).await;
        assert_eq!(said.status, StatusCode::CREATED, "{}", said.body);
        let read = product.get(&format!("{base}/comments"), "application/json", Some(&mara)).await.json();
        assert_eq!(read["comments"][0]["text"], "Good.");
        let learning = product.get(&format!("{base}/learning"), "application/json", Some(&mate)).await.json();
        assert_eq!(learning["way"], "show");
    }
}
