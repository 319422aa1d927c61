use app::people::{
    AddOrganization, AddPerson, After, AskedMembership, GrantMembership, PAGE, add_organization,
    add_person, end_membership, grant_membership, list_organizations, list_people,
    organizations_to_choose, sign_in, view_organization,
};
use app::{App, IdempotencyKey};
use domain::ids::OrganizationId;
use domain::people::{Actor, Role};
use store::Store;
use testkit::World;

use crate::fixture::{actor, attempt, begun, district, organization, person, refused};

fn mara(at: OrganizationId) -> AddPerson {
    AddPerson {
        name: "Mara Quinn".to_owned(),
        email: "mara.quinn@example.org".to_owned(),
        memberships: vec![AskedMembership {
            organization: at,
            role: "educator".to_owned(),
        }],
        password: "first day of school".to_owned(),
    }
}

fn school(parent: Option<OrganizationId>) -> AddOrganization {
    AddOrganization {
        parent,
        slug: "alder-creek-middle".to_owned(),
        name: "Alder Creek Middle School".to_owned(),
        kind: "school".to_owned(),
        time_zone: "America/Denver".to_owned(),
        ..AddOrganization::default()
    }
}

/// An administrator of another district.
async fn neighbour(app: &App) -> (Actor, OrganizationId) {
    let there = organization(app, "brightwater-district", "district", None).await;
    let it = person(app, "Bea Waters", Role::Administrator, there).await;
    (actor(app, it).await, there)
}

fn granting(at: OrganizationId, role: &str) -> GrantMembership {
    GrantMembership {
        email: "mara.quinn@example.org".to_owned(),
        organization: at,
        role: role.to_owned(),
    }
}

testkit::each_database! {
    async fn an_administrator_adds_a_school_and_a_person_who_can_sign_in(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let school = add_organization(app, &it.actor, school(Some(district(&it))), None).await.unwrap();
        let added = add_person(app, &it.actor, mara(school.organization), None).await.unwrap();
        let signed_in = sign_in(app, attempt("mara.quinn@example.org", "first day of school")).await.unwrap();
        assert_eq!(signed_in.actor.person, added.person);
        assert!(signed_in.actor.holds_in(Role::Educator, &[school.organization]));
    }

    async fn a_form_that_comes_twice_adds_one_person(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let key = IdempotencyKey::parse("form-0001");
        let first = add_person(app, &it.actor, mara(district(&it)), key.clone()).await.unwrap();
        let second = add_person(app, &it.actor, mara(district(&it)), key).await.unwrap();
        assert_eq!(first.person, second.person);
    }

    async fn an_address_belongs_to_one_person_and_a_short_name_to_one_organization(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        add_person(app, &it.actor, mara(district(&it)), None).await.unwrap();
        assert_eq!(refused(add_person(app, &it.actor, mara(district(&it)), None).await), "address-taken");
        add_organization(app, &it.actor, school(Some(district(&it))), None).await.unwrap();
        let again = add_organization(app, &it.actor, school(Some(district(&it))), None).await;
        assert_eq!(refused(again), "slug-taken");
    }

    async fn everything_to_mend_is_said_at_once(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let mut empty = mara(district(&it));
        empty.name.clear();
        empty.email = "mara".to_owned();
        empty.password = "short".to_owned();
        empty.memberships[0].role = "queen".to_owned();
        let outcome = format!("{:?}", add_person(app, &it.actor, empty, None).await);
        for code in ["name-missing", "address-unusable", "password-too-short", "role-unknown"] {
            assert!(outcome.contains(code), "{code} in {outcome}");
        }
    }

    async fn the_neighbour_does_not_even_learn_what_there_is(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let here = district(&it);
        let (neighbour, there) = neighbour(app).await;
        assert_eq!(refused(add_person(app, &neighbour, mara(here), None).await), "no-such-organization");
        assert_eq!(refused(add_organization(app, &neighbour, school(Some(here)), None).await), "no-such-organization");
        assert_eq!(refused(view_organization(app, &neighbour, here, None).await), "no-such-organization");
        add_person(app, &it.actor, mara(here), None).await.unwrap();
        assert_eq!(refused(grant_membership(app, &neighbour, granting(here, "mentor"), None).await), "no-such-organization");
        let held = grant_membership(app, &it.actor, granting(here, "mentor"), None).await.unwrap();
        assert_eq!(refused(end_membership(app, &neighbour, held.membership).await), "no-such-person");
        let listed = list_people(app, &neighbour, None).await.unwrap();
        assert_eq!(listed.people.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Bea Waters"]);
        let (listed, _) = list_organizations(app, &neighbour, None).await.unwrap();
        assert_eq!(listed.iter().map(|it| it.id).collect::<Vec<_>>(), [there]);
    }

    async fn whoever_administers_nothing_is_refused(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let here = district(&it);
        for role in Role::ALL.into_iter().filter(|it| *it != Role::Administrator) {
            let other = person(app, &format!("Person {}", role.as_str()), role, here).await;
            let other = actor(app, other).await;
            assert_eq!(refused(add_person(app, &other, mara(here), None).await), "not-allowed");
            assert_eq!(refused(add_organization(app, &other, school(None), None).await), "not-allowed");
            assert_eq!(refused(grant_membership(app, &other, granting(here, "mentor"), None).await), "not-allowed");
            assert_eq!(refused(list_people(app, &other, None).await), "not-allowed");
            assert_eq!(refused(list_organizations(app, &other, None).await), "not-allowed");
        }
    }

    async fn a_root_is_added_by_whoever_administers_a_root(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let below = organization(app, "larch-street", "school", Some(district(&it))).await;
        let head = person(app, "Head Teacher", Role::Administrator, below).await;
        let head = actor(app, head).await;
        assert_eq!(refused(add_organization(app, &head, school(None), None).await), "not-allowed");
        let added = add_organization(app, &it.actor, school(None), None).await.unwrap();
        let now = actor(app, it.actor.person).await;
        assert!(now.holds_in(Role::Administrator, &[added.organization]));
    }

    async fn a_role_is_given_once_ended_and_given_again(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let here = district(&it);
        let mara = add_person(app, &it.actor, mara(here), None).await.unwrap().person;
        let first = grant_membership(app, &it.actor, granting(here, "mentor"), None).await.unwrap();
        let second = grant_membership(app, &it.actor, granting(here, "mentor"), None).await.unwrap();
        assert_eq!(first.membership, second.membership);
        assert!(actor(app, mara).await.holds(Role::Mentor));
        end_membership(app, &it.actor, first.membership).await.unwrap();
        assert!(!actor(app, mara).await.holds(Role::Mentor));
        grant_membership(app, &it.actor, granting(here, "mentor"), None).await.unwrap();
        assert!(actor(app, mara).await.holds(Role::Mentor));
    }

    async fn nobody_ends_their_own_administration(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let held = list_people(app, &it.actor, None).await.unwrap().people.remove(0).held.remove(0);
        assert_eq!(refused(end_membership(app, &it.actor, held.membership).await), "not-allowed");
    }

    async fn lists_go_on_by_key_and_cost_the_same_however_many_there_are(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let here = district(&it);
        for n in 0..PAGE + 5 {
            person(app, &format!("Person {n:03}"), Role::Educator, here).await;
        }
        let before = app.store.statements_run();
        let first = list_people(app, &it.actor, None).await.unwrap();
        assert_eq!(app.store.statements_run() - before, 2);
        assert_eq!(first.people.len(), PAGE as usize);
        let next: After = first.next.unwrap();
        let second = list_people(app, &it.actor, Some(next)).await.unwrap();
        assert_eq!(second.people.len(), 6);
        assert_eq!(second.next, None);
        assert_eq!(second.people[5].held[0].role, Role::Educator);
    }

    async fn an_organization_shows_its_way_up_and_what_is_below(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let here = district(&it);
        let region = organization(app, "north", "district", Some(here)).await;
        let school = organization(app, "larch-street", "school", Some(region)).await;
        let before = app.store.statements_run();
        let page = view_organization(app, &it.actor, region, None).await.unwrap();
        assert_eq!(app.store.statements_run() - before, 3);
        assert_eq!(page.path.iter().map(|it| it.id).collect::<Vec<_>>(), [region, here]);
        assert_eq!(page.children.iter().map(|it| it.id).collect::<Vec<_>>(), [school]);
        let head = person(app, "Head Teacher", Role::Administrator, region).await;
        let head = actor(app, head).await;
        let page = view_organization(app, &head, school, None).await.unwrap();
        assert_eq!(page.path.iter().map(|it| it.id).collect::<Vec<_>>(), [school, region]);
        let offered = organizations_to_choose(app, &head, Some(school)).await.unwrap();
        assert_eq!(offered.len(), 2);
    }

    async fn schools_and_districts_follow_from_what_a_person_holds(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let it = begun(app).await;
        let school = organization(app, "larch-street", "school", Some(district(&it))).await;
        let mara = person(app, "Mara Quinn", Role::Educator, school).await;
        let places = app.read(move |unit| Ok(store::people::membership::places_of(unit.tx, mara, unit.now)?)).await.unwrap();
        let mut found: Vec<_> = places.iter().map(|it| (it.kind.as_str(), it.organization)).collect();
        found.sort_unstable_by_key(|it| it.0);
        assert_eq!(found, [("district", district(&it)), ("school", school)]);
    }
}
