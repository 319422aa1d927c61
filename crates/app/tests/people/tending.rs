use app::people::{
    EditOrganization, GrantMembership, close_organization, edit_organization, grant_membership,
    search_people, tend_organization, view_organization,
};
use domain::people::Role;
use store::Store;
use testkit::World;

use crate::fixture::{actor, begun, district, organization, person, refused};

fn changed(parent: Option<domain::ids::OrganizationId>) -> EditOrganization {
    EditOrganization {
        parent,
        name: "Alder Creek Academy".to_owned(),
        kind: "school".to_owned(),
        time_zone: "America/Denver".to_owned(),
        issues: false,
        aliases: vec!["ACA".to_owned(), " ".to_owned(), "The Creek".to_owned()],
    }
}

testkit::each_database! {
    async fn an_organization_changes_its_names_and_its_place_and_never_stands_below_itself(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let ada = begun(app).await;
        let here = district(&ada);
        let school = organization(app, "alder-creek", "school", Some(here)).await;
        let other = organization(app, "birch", "school", Some(here)).await;
        let below = organization(app, "alder-annex", "school", Some(school)).await;
        edit_organization(app, &ada.actor, school, changed(Some(other))).await.unwrap();
        let it = tend_organization(app, &ada.actor, school).await.unwrap();
        assert_eq!((it.organization.name.as_str(), it.organization.parent), ("Alder Creek Academy", Some(other)));
        assert_eq!(it.organization.slug.as_str(), "alder-creek", "its short name stays");
        assert_eq!(it.aliases, ["ACA", "The Creek"]);
        assert_eq!(refused(edit_organization(app, &ada.actor, school, changed(Some(below))).await), "organization-circle");
        assert_eq!(refused(edit_organization(app, &ada.actor, school, changed(None)).await), "not-allowed");
        let far = organization(app, "brightwater", "district", None).await;
        assert_eq!(refused(edit_organization(app, &ada.actor, school, changed(Some(far))).await), "no-such-organization");
        let mut wrong = changed(Some(other));
        (wrong.name, wrong.time_zone) = (String::new(), "Mars/Olympus".to_owned());
        let outcome = format!("{:?}", edit_organization(app, &ada.actor, school, wrong).await);
        assert!(outcome.contains("name-missing") && outcome.contains("time-zone-unknown"), "{outcome}");
    }

    async fn a_closed_organization_takes_nobody_and_its_custodian_looks_after_it(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let ada = begun(app).await;
        let school = organization(app, "alder-creek", "school", Some(district(&ada))).await;
        let custodian = organization(app, "birch", "school", Some(district(&ada))).await;
        let keeper = person(app, "Kit Moor", Role::Administrator, custodian).await;
        person(app, "Mara Quinn", Role::Educator, school).await;
        assert_eq!(refused(close_organization(app, &ada.actor, school, school).await), "organization-circle");
        let keeper = actor(app, keeper).await;
        assert_eq!(refused(view_organization(app, &keeper, school, None).await), "no-such-organization");
        close_organization(app, &ada.actor, school, custodian).await.unwrap();
        assert!(view_organization(app, &keeper, school, None).await.unwrap().closed_at.is_some());
        let command = GrantMembership { email: "mara.quinn@example.org".to_owned(), organization: school, role: "mentor".to_owned() };
        assert_eq!(refused(grant_membership(app, &ada.actor, command, None).await), "organization-closed");
        assert_eq!(refused(close_organization(app, &ada.actor, school, custodian).await), "organization-closed");
        assert_eq!(refused(edit_organization(app, &ada.actor, school, changed(Some(custodian))).await), "organization-closed");
        assert_eq!(refused(close_organization(app, &ada.actor, custodian, school).await), "organization-circle");
    }

    async fn people_are_found_by_the_beginnings_of_their_names_and_addresses(store: Store) {
        let world = World::over(store).unwrap();
        let app = &world.app;
        let ada = begun(app).await;
        for name in ["Mara Delgado-Quinn", "Marcus Quill", "Zoë Martin"] {
            person(app, name, Role::Educator, district(&ada)).await;
        }
        let far = organization(app, "brightwater", "district", None).await;
        person(app, "Mara Elsewhere", Role::Educator, far).await;
        for (text, found) in [
            ("mar", &["Mara Delgado-Quinn", "Marcus Quill", "Zoë Martin"][..]),
            ("MAR qui", &["Mara Delgado-Quinn", "Marcus Quill"]),
            ("quinn", &["Mara Delgado-Quinn"]),
            ("ZOË", &["Zoë Martin"]),
            ("marcus.quill@", &["Marcus Quill"]),
            ("elsewhere", &[]),
            ("%", &[]),
        ] {
            let before = app.store.statements_run();
            let page = search_people(app, &ada.actor, text, None).await.unwrap();
            let names: Vec<_> = page.people.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(names, found, "{text}");
            assert!(app.store.statements_run() - before <= 2, "{text}");
            assert!(page.people.iter().all(|it| it.held.len() == 1), "{text}");
        }
        assert_eq!(search_people(app, &ada.actor, " ", None).await.unwrap().people.len(), 4);
    }
}
