use app::Mode;
use app::people::{Device, list_demo_people, sign_in_to_demo, visitor};
use domain::people::Role;
use store::Store;
use testkit::World;

use crate::fixture::{organization, person, refused};

testkit::each_database! {
    async fn in_the_demo_everybody_may_be_anybody(store: Store) {
        let world = World::in_mode(store, Mode::Demo).unwrap();
        let app = &world.app;
        let school = organization(app, "alder-creek-middle", "school", None).await;
        let noor = person(app, "Noor Abellard", Role::Assessor, school).await;
        let mara = person(app, "Mara Quinn", Role::Educator, school).await;
        let before = app.store.statements_run();
        let people = list_demo_people(app).await.unwrap();
        assert_eq!(app.store.statements_run() - before, 2);
        assert_eq!(people.iter().map(|it| it.person).collect::<Vec<_>>(), [mara, noor]);
        assert_eq!(people[0].roles, [Role::Educator]);
        assert_eq!(people[0].organization, "alder creek middle");
        let it = sign_in_to_demo(app, mara, Device::default(), None).await.unwrap();
        assert_eq!(visitor(app, &it.secret).await.unwrap().unwrap().actor.person, mara);
    }

    async fn when_serving_nobody_is_anybody(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let school = organization(app, "alder-creek-middle", "school", None).await;
        let mara = person(app, "Mara Quinn", Role::Educator, school).await;
        assert_eq!(refused(list_demo_people(app).await), "no-such-page");
        assert_eq!(refused(sign_in_to_demo(app, mara, Device::default(), None).await), "no-such-page");
    }
}
