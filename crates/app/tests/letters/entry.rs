use app::people::{
    AskSignInLink, Device, UseLink, add_address, ask_sign_in_link, choose_address, end_sessions_of,
    give_address, list_addresses, list_people, make_password_link, open_link, remove_address,
    sign_in, use_link, view_person, visitor,
};
use domain::people::{LinkPurpose, Role};
use jiff::SignedDuration;
use store::Store;

use crate::fixture::{actor, attempt, begun, district, organization, person, refused};
use crate::post::Office;
use testkit::World;

const MARA: &str = "mara.quinn@example.org";

fn asking(email: &str) -> AskSignInLink {
    AskSignInLink {
        email: email.to_owned(),
        network: None,
        language: "en".to_owned(),
    }
}

fn using(token: &str, password: &str) -> UseLink {
    UseLink {
        token: token.to_owned(),
        password: password.to_owned(),
        device: Device::named("Firefox"),
        replaces: None,
    }
}

/// The token of the link in the letter that was sent last.
fn token(it: &Office) -> String {
    let taken = it.server.taken.lock().unwrap();
    let text = &taken.last().unwrap().words.text;
    text.rsplit('/').next().unwrap().to_owned()
}

testkit::each_database! {
    async fn a_link_signs_in_once_and_within_a_quarter_of_an_hour(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        ask_sign_in_link(app, asking(" Mara.Quinn@Example.org ")).await.unwrap();
        it.work().await;
        let first = token(&it);
        assert_eq!(open_link(app, &first).await.unwrap().purpose, LinkPurpose::SignIn);
        let signed_in = use_link(app, using(&first, "")).await.unwrap().unwrap();
        assert_eq!(signed_in.actor.person, it.mara);
        assert_eq!(refused(use_link(app, using(&first, "")).await), "link-unusable");
        ask_sign_in_link(app, asking(MARA)).await.unwrap();
        it.work().await;
        let late = token(&it);
        it.world.clock.advance(SignedDuration::from_mins(15));
        assert_eq!(refused(open_link(app, &late).await), "link-unusable");
        assert_eq!(refused(use_link(app, using(&late, "")).await), "link-unusable");
    }

    async fn a_newer_link_replaces_the_one_before_and_no_link_can_be_made_up(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        ask_sign_in_link(app, asking(MARA)).await.unwrap();
        it.work().await;
        let first = token(&it);
        ask_sign_in_link(app, asking(MARA)).await.unwrap();
        it.work().await;
        assert_eq!(refused(use_link(app, using(&first, "")).await), "link-unusable");
        let mut forged = token(&it);
        let last = if forged.ends_with('0') { "1" } else { "0" };
        forged.replace_range(63..64, last);
        assert_eq!(refused(use_link(app, using(&forged, "")).await), "link-unusable");
        assert!(use_link(app, using(&token(&it), "")).await.is_ok());
    }

    async fn whether_somebody_has_an_address_is_not_told(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        for n in 0..9 {
            let known = ask_sign_in_link(app, asking(MARA)).await;
            let unknown = ask_sign_in_link(app, asking("nobody@example.org")).await;
            match n {
                0..8 => assert!(known.is_ok() && unknown.is_ok(), "{n}"),
                _ => assert_eq!((refused(known), refused(unknown)), ("too-many-sign-ins", "too-many-sign-ins")),
            }
        }
        it.work().await;
        let to: Vec<String> = it.server.taken.lock().unwrap().iter().map(|it| it.to.clone()).collect();
        assert!(to.iter().all(|it| it == MARA), "{to:?}");
    }

    async fn an_administrator_sends_a_link_and_never_sees_the_password(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        let session = {
            ask_sign_in_link(app, asking(MARA)).await.unwrap();
            it.work().await;
            use_link(app, using(&token(&it), "")).await.unwrap().unwrap().secret
        };
        let made = make_password_link(app, &it.ada.actor, it.mara).await.unwrap();
        assert_eq!(made.shown, None, "it goes to her alone");
        it.work().await;
        let token = token(&it);
        assert_eq!(refused(use_link(app, using(&token, "short")).await), "people-fields");
        use_link(app, using(&token, "a summer in the hills")).await.unwrap().unwrap();
        assert!(sign_in(app, attempt(MARA, "a summer in the hills")).await.is_ok());
        assert_eq!(visitor(app, &session).await.unwrap(), None, "other sessions have ended");
        it.work().await;
        assert_eq!(it.server.subjects().last().map(String::as_str), Some("password-changed"));
    }

    async fn without_mail_the_link_is_shown_once_to_whoever_looks_after_everything(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let ada = begun(app).await;
        let mara = person(app, "Mara Quinn", Role::Educator, district(&ada)).await;
        let shown = make_password_link(app, &ada.actor, mara).await.unwrap().shown.unwrap();
        let token = shown.strip_prefix("http://localhost:8080/links/").unwrap();
        assert!(use_link(app, using(token, "a summer in the hills")).await.unwrap().is_some());
        assert_eq!(refused(ask_sign_in_link(app, asking(MARA)).await), "no-mail");
        let elsewhere = organization(app, "brightwater", "district", None).await;
        let boss = person(app, "Bea Waters", Role::Administrator, elsewhere).await;
        let bea = actor(app, boss).await;
        assert_eq!(refused(make_password_link(app, &bea, mara).await), "no-such-person");
        let at = domain::people::Membership { organization: district(&ada), role: Role::Educator };
        app.write(move |unit| Ok(store::people::membership::grant(unit.tx, unit.id(), boss, at, unit.now)?)).await.unwrap();
        assert_eq!(refused(make_password_link(app, &ada.actor, boss).await), "beyond-reach");
        assert_eq!(refused(give_address(app, &ada.actor, boss, "ada@evil.example").await), "beyond-reach");
        give_address(app, &ada.actor, mara, "mara@home.example").await.unwrap();
        assert!(sign_in(app, attempt("mara@home.example", "a summer in the hills")).await.is_ok());
    }

    async fn an_address_counts_once_it_is_proved_and_any_of_them_signs_in(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        let mara = actor(app, it.mara).await;
        make_password_link(app, &it.ada.actor, it.mara).await.unwrap();
        it.work().await;
        use_link(app, using(&token(&it), "a summer in the hills")).await.unwrap();
        it.work().await;
        add_address(app, &mara, "Mara@Home.example").await.unwrap();
        it.work().await;
        assert_eq!(it.server.taken.lock().unwrap().last().unwrap().to, "mara@home.example");
        assert_eq!(refused(sign_in(app, attempt("mara@home.example", "a summer in the hills")).await), "wrong-address-or-password");
        assert!(use_link(app, using(&token(&it), "")).await.unwrap().is_none(), "it signs nobody in");
        assert!(sign_in(app, attempt("mara@home.example", "a summer in the hills")).await.is_ok());
        assert!(sign_in(app, attempt(MARA, "a summer in the hills")).await.is_ok());
        it.world.clock.advance(SignedDuration::from_secs(1));
        choose_address(app, &mara, "mara@home.example").await.unwrap();
        it.tell("K7Q2").await;
        it.work().await;
        assert_eq!(it.server.taken.lock().unwrap().last().unwrap().to, "mara@home.example");
        remove_address(app, &mara, MARA).await.unwrap();
        assert_eq!(refused(remove_address(app, &mara, "mara@home.example").await), "last-address");
        assert_eq!(refused(remove_address(app, &mara, "ada@district.example.org").await), "people-fields");
        let left: Vec<_> = list_addresses(app, &mara).await.unwrap().into_iter().map(|it| it.address.as_str().to_owned()).collect();
        assert_eq!(left, ["mara@home.example"]);
    }

    async fn an_address_of_somebody_else_is_not_given_away(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        let mara = actor(app, it.mara).await;
        add_address(app, &mara, "ada@district.example.org").await.unwrap();
        it.work().await;
        assert_eq!(refused(use_link(app, using(&token(&it), "")).await), "address-taken");
        assert_eq!(list_addresses(app, &it.ada.actor).await.unwrap().len(), 1);
    }

    async fn the_page_of_a_person_takes_six_statements_and_ends_their_sessions(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        ask_sign_in_link(app, asking(MARA)).await.unwrap();
        it.work().await;
        let secret = use_link(app, using(&token(&it), "")).await.unwrap().unwrap().secret;
        let before = app.store.statements_run();
        let page = view_person(app, &it.ada.actor, it.mara, None).await.unwrap();
        assert_eq!(app.store.statements_run() - before, 6);
        assert_eq!((page.name.as_str(), page.sessions.len(), page.held.len()), ("Mara Quinn", 1, 1));
        assert_eq!(page.history[0].kind, "signed-in");
        assert!(page.history[0].is_own);
        assert_eq!(end_sessions_of(app, &it.ada.actor, it.mara).await.unwrap(), 1);
        assert_eq!(visitor(app, &secret).await.unwrap(), None);
        let mara = actor(app, it.mara).await;
        assert_eq!(refused(view_person(app, &mara, it.mara, None).await), "not-allowed");
        assert_eq!(list_people(app, &it.ada.actor, None).await.unwrap().people.len(), 2);
    }
}
