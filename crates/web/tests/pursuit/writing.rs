use axum::http::StatusCode;
use serde_json::json;
use store::Store;

use super::browser::House;
use super::fixture::{MARA, begun, write};

testkit::each_database! {
    async fn a_form_saves_every_text_that_was_touched(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let texts = format!("/pursuits/{pursuit}/texts");
        let fields = [("answer/start", "One\r\ntwo"), ("version/answer/start", "0"), ("note", ""), ("version/note", "0")];
        assert_eq!(mara.post(&texts, &fields).await.leads_to(), format!("/pursuits/{pursuit}?done=saved"));
        let page = mara.get(&format!("/pursuits/{pursuit}?done=saved")).await.text();
        assert!(page.contains("One\ntwo</textarea>") && page.contains("Saved."));
        assert!(page.contains("name=\"version/answer/start\" value=\"1\""));
    }

    async fn two_tabs_keep_both_texts_and_show_them(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        write(house.app(), MARA, pursuit, "ai-use", "from the first tab", 0).await.unwrap();
        let texts = format!("/pursuits/{pursuit}/texts");
        let fields = [("ai-use", "from the second tab"), ("version/ai-use", "0"), ("answer/end", "kept"), ("version/answer/end", "0")];
        let refused = mara.post(&texts, &fields).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let page = refused.text();
        assert!(page.contains("from the second tab</textarea>"), "what was typed is kept");
        assert!(page.contains("from the first tab"), "what is stored is shown");
        assert!(page.contains("kept</textarea>"), "the rest was saved");
        let again = [("ai-use", "from the second tab"), ("version/ai-use", "1")];
        mara.post(&texts, &again).await.leads_to();
    }

    async fn a_text_that_was_not_touched_is_left_alone_whatever_its_version(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        write(house.app(), MARA, pursuit, "ai-use", "old", 0).await.unwrap();
        let page = mara.get(&format!("/pursuits/{pursuit}")).await.text();
        let was = page.split("name=\"was/ai-use\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        write(house.app(), MARA, pursuit, "ai-use", "new", 1).await.unwrap();
        let fields = [("ai-use", "old"), ("version/ai-use", "1"), ("was/ai-use", was.as_str())];
        mara.post(&format!("/pursuits/{pursuit}/texts"), &fields).await.leads_to();
        assert!(mara.get(&format!("/pursuits/{pursuit}")).await.text().contains("new</textarea>"));
    }

    async fn the_script_gets_versions_and_what_is_in_its_way_as_json(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let texts = format!("/pursuits/{pursuit}/texts");
        let saved = mara.post_as(&texts, &[("note", "one"), ("version/note", "0")], "application/json").await;
        assert_eq!((saved.status, &saved.value()["versions"]), (StatusCode::OK, &json!({"note": 1})));
        assert!(saved.value()["saved_at"].is_string());
        let late = [("note", "two"), ("version/note", "0"), ("ai-use", "x"), ("version/ai-use", "0")];
        let refused = mara.post_as(&texts, &late, "application/json").await;
        assert_eq!((refused.status, refused.header("content-type")), (StatusCode::CONFLICT, "application/problem+json"));
        assert_eq!(refused.value()["conflicts"], json!({"note": {"text": "one", "version": 1}}));
        assert_eq!(refused.value()["versions"], json!({"ai-use": 1}));
    }

    async fn one_field_is_put_with_its_version_and_a_stale_one_is_answered_with_what_is_stored(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        for base in ["", "/api/v1"] {
            let path = format!("{base}/pursuits/{pursuit}/texts/answer/start");
            let based_on = u64::from(!base.is_empty());
            let saved = mara.json("PUT", &path, &json!({"text": format!("mine{base}"), "based_on": based_on})).await;
            assert_eq!((saved.status, &saved.value()["version"]), (StatusCode::OK, &json!(based_on + 1)));
            let stale = mara.json("PUT", &path, &json!({"text": "late", "based_on": 0})).await;
            assert_eq!(stale.status, StatusCode::CONFLICT);
            assert_eq!(stale.value()["code"], "stale-field");
            assert_eq!(stale.value()["current"], json!({"text": format!("mine{base}"), "version": based_on + 1}));
        }
        let nowhere = format!("/pursuits/{pursuit}/texts/answer/none");
        let unknown = mara.json("PUT", &nowhere, &json!({"text": "x", "based_on": 0})).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn of_two_texts_one_is_taken_or_both_are_joined_without_scripts(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        write(house.app(), MARA, pursuit, "ai-use", "stored", 0).await.unwrap();
        let texts = format!("/pursuits/{pursuit}/texts");
        let both = [("ai-use", "typed"), ("version/ai-use", "1"), ("stored/ai-use", "stored")];
        let taken = [&both[..], &[("take", "ai-use")]].concat();
        mara.post(&texts, &taken).await.leads_to();
        assert!(mara.get(&format!("/pursuits/{pursuit}")).await.text().contains("stored</textarea>"));
        let joined = [&both[..], &[("join", "ai-use")]].concat();
        mara.post(&texts, &joined).await.leads_to();
        assert!(mara.get(&format!("/pursuits/{pursuit}")).await.text().contains("stored\n\ntyped</textarea>"));
    }

    async fn an_earlier_text_is_read_and_taken_back_by_page_and_by_api(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let texts = format!("/pursuits/{pursuit}/texts");
        for (version, (words, sitting)) in [("On Monday", "a"), ("On Tuesday", "b")].iter().enumerate() {
            let version = version.to_string();
            let fields = [("answer/start", *words), ("version/answer/start", version.as_str()), ("sitting", *sitting)];
            mara.post(&texts, &fields).await.leads_to();
        }
        assert!(mara.get(&format!("/pursuits/{pursuit}")).await.text().contains("/history/answer/start"));
        let page = mara.get(&format!("/pursuits/{pursuit}/history/answer/start")).await.text();
        assert!(page.contains("On Monday") && page.contains("On Tuesday"), "{page}");
        let restorations = format!("/pursuits/{pursuit}/restorations");
        let stale = [("field", "answer/start"), ("version", "1"), ("based-on", "1")];
        assert_eq!(mara.post(&restorations, &stale).await.status, StatusCode::CONFLICT);
        let fields = [("field", "answer/start"), ("version", "1"), ("based-on", "2")];
        assert!(mara.post(&restorations, &fields).await.leads_to().starts_with(&format!("/pursuits/{pursuit}?done=saved#")));

        let api = format!("/api/v1/pursuits/{pursuit}");
        let kept = mara.get(&format!("{api}/history/answer/start")).await.value();
        assert_eq!((&kept["text"], &kept["version"], &kept["kept"][0]["text"]), (&json!("On Monday"), &json!(3), &json!("On Tuesday")));
        let back = mara.json("POST", &format!("{api}/restorations"), &json!({"field": "answer/start", "version": 2, "based_on": 3})).await;
        assert_eq!((back.status, &back.value()["version"]), (StatusCode::OK, &json!(4)));
        let late = mara.json("POST", &format!("{api}/restorations"), &json!({"field": "answer/start", "version": 1, "based_on": 3})).await;
        assert_eq!((late.status, &late.value()["current"]["version"]), (StatusCode::CONFLICT, &json!(4)));
    }
}
