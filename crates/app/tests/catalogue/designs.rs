//! Designs: written, read by a second person, published, and back again.

use app::App;
use app::catalogue::{
    BeginDesign, SaveDesign, Step, begin_design, import_design, list_designs, look, save_design,
    set_publishing_rule, step_design, view_design,
};
use domain::catalogue::Content;
use domain::catalogue::design::{Standing, TwoPeople, Typed};
use domain::ids::DesignId;
use domain::people::{Actor, Role};
use domain::refusal::Refuse;
use store::Store;

use crate::fixture::{ISSUERS, content, designer, holding, package_of, published, refused, world};

async fn begun(app: &App, actor: &Actor, next_of: Option<&str>) -> DesignId {
    let command = BeginDesign {
        organization: ISSUERS[0],
        next_of: next_of.map(str::to_owned),
        language: None,
    };
    begin_design(app, actor, command, None).await.unwrap()
}

fn saving(design: DesignId, edit: u32, place: &str, text: &str) -> SaveDesign {
    SaveDesign {
        design,
        edit,
        typed: Typed::from([(place.to_owned(), vec![text.to_owned()])]),
        act: None,
    }
}

async fn with_package(app: &App, it: &Content) -> DesignId {
    let design = begun(app, &designer(), None).await;
    let edit = import_design(app, &designer(), design, 1, package_of(it))
        .await
        .unwrap();
    assert_eq!(edit, 2);
    design
}

testkit::each_database! {
    async fn a_package_that_is_imported_is_exported_and_published_the_same(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let sample = content("WTW", "Wait Time");
        let design = with_package(app, &sample).await;
        let view = view_design(app, &designer(), design).await.unwrap();
        assert_eq!(view.checked, Ok(sample.clone()));
        let done = step_design(app, &designer(), design, Step::Publish, None).await.unwrap().unwrap();
        let looked = look(app, None, done.slug, None).await.unwrap();
        assert_eq!(looked.content, sample);
        let view = view_design(app, &designer(), design).await.unwrap();
        assert_eq!(view.kept.standing, Standing::Published);
        let closed = save_design(app, &designer(), saving(design, 2, "title", "x")).await;
        assert_eq!(refused(closed).code(), "design-closed");
    }

    async fn a_next_version_says_what_it_changes_and_keeps_its_code(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let first = published(app, &content("WTW", "Wait Time")).await;
        let design = begun(app, &designer(), Some(&first.slug)).await;
        let edit = save_design(app, &designer(), saving(design, 1, "title", "Long Pauses")).await.unwrap();
        let view = view_design(app, &designer(), design).await.unwrap();
        assert_eq!(view.changes.unwrap().fields, ["title"]);
        let edit = save_design(app, &designer(), saving(design, edit, "code", "OTHER")).await.unwrap();
        let changed = step_design(app, &designer(), design, Step::Publish, None).await;
        assert_eq!(refused(changed).code(), "code-changed");
        save_design(app, &designer(), saving(design, edit, "code", "WTW")).await.unwrap();
        let done = step_design(app, &designer(), design, Step::Publish, None).await.unwrap().unwrap();
        assert_eq!((done.slug, done.number), (first.slug, 2));
    }

    async fn a_stale_window_overwrites_nothing(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let design = begun(app, &designer(), None).await;
        assert_eq!(save_design(app, &designer(), saving(design, 1, "title", "Mine")).await.unwrap(), 2);
        // The same again changes nothing, and neither does an older window.
        assert_eq!(save_design(app, &designer(), saving(design, 2, "title", "Mine")).await.unwrap(), 2);
        let stale = save_design(app, &designer(), saving(design, 1, "title", "Old")).await;
        assert_eq!(refused(stale).code(), "design-stale");
        let view = view_design(app, &designer(), design).await.unwrap();
        assert_eq!(view.kept.design.title(), "Mine");
    }

    async fn where_the_issuer_asks_for_two_people_nobody_publishes_alone(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let (one, two) = (designer(), holding(2, Role::Designer));
        let denied = set_publishing_rule(app, &one, ISSUERS[0], TwoPeople::Needed).await;
        assert_eq!(refused(denied).code(), "not-allowed");
        let administrator = holding(4, Role::Administrator);
        set_publishing_rule(app, &administrator, ISSUERS[0], TwoPeople::Needed).await.unwrap();
        let design = with_package(app, &content("WTW", "Wait Time")).await;
        assert_eq!(refused(step_design(app, &two, design, Step::Publish, None).await).code(), "review-first");
        step_design(app, &one, design, Step::AskForReview, None).await.unwrap();
        assert_eq!(refused(step_design(app, &one, design, Step::Publish, None).await).code(), "second-person-needed");
        let closed = save_design(app, &two, saving(design, 2, "title", "x")).await;
        assert_eq!(refused(closed).code(), "design-closed");
        assert!(step_design(app, &two, design, Step::Publish, None).await.unwrap().is_some());
    }

    async fn an_unfinished_design_is_not_reviewed_and_says_everything_that_is_missing(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let design = begun(app, &designer(), None).await;
        let missing = refused(step_design(app, &designer(), design, Step::AskForReview, None).await);
        assert_eq!(missing.code(), "package-unusable");
        assert!(missing.places().iter().any(|it| it.field == "title"));
        let lines = list_designs(app, &designer()).await.unwrap();
        assert_eq!((lines[0].designs.len(), lines[1].designs.len()), (1, 0));
    }

    async fn a_design_of_others_does_not_exist(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let design = begun(app, &designer(), None).await;
        let stranger = holding(3, Role::Assessor);
        let seen = view_design(app, &stranger, design).await;
        assert_eq!(refused(seen.map(|_| ())).code(), "no-such-design");
    }
}
