//! The ways that the frame of every page offers: which pages, to whom, in which order.
//!
//! A page that people look for has its line in [`WAYS`]. A test compares them with the route table: nobody is offered a
//! page that turns them away, and no page is left without a way to it.

use domain::people::{Actor, Role};

use crate::route::{Who, admit};

/// Where a way stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the header's row, always seen: what somebody does most days.
    Row,
    /// In the menu behind the person's name, for those who are signed in.
    Menu,
}

/// One way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Where it leads.
    pub address: &'static str,
    /// Id of its words, in `words/*/frame.ftl`.
    pub word: &'static str,
    /// To whom it is offered.
    pub who: Who,
    /// Where it stands.
    pub place: Place,
}

const fn row(address: &'static str, word: &'static str, who: Who) -> Way {
    Way {
        address,
        word,
        who,
        place: Place::Row,
    }
}

const fn menu(address: &'static str, word: &'static str, who: Who) -> Way {
    Way {
        address,
        word,
        who,
        place: Place::Menu,
    }
}

const CATALOGUE: &str = "/catalogue";
const EDUCATORS: Who = Who::Holds(&[Role::Educator]);
const ASSESSORS: Who = Who::Holds(&[Role::Assessor, Role::LeadAssessor]);
const LEADS: Who = Who::Holds(&[Role::LeadAssessor]);
const RELEASERS: Who = Who::Holds(&[Role::LeadAssessor, Role::ProgrammeManager]);
const MANAGERS: Who = Who::Holds(&[Role::ProgrammeManager]);
const MENTORS: Who = Who::Holds(&[Role::Mentor]);
const LEADERS: Who = Who::Holds(&[Role::Leader]);
const REVOKERS: Who = Who::Holds(&[
    Role::LeadAssessor,
    Role::ProgrammeManager,
    Role::Administrator,
]);
const ADMINISTRATORS: Who = Who::Holds(&[Role::Administrator]);

/// Every way, in its order. The first that is open to somebody is where they begin. A page that stands in somebody's row
/// is not repeated in their menu.
pub const WAYS: &[Way] = &[
    row("/home", "nav-home", EDUCATORS),
    row("/growth", "nav-growth", EDUCATORS),
    row("/my-awards", "nav-my-awards", EDUCATORS),
    row("/desk", "nav-desk", ASSESSORS),
    row("/qualifications", "nav-qualifications", LEADS),
    row("/board", "nav-board", RELEASERS),
    row("/programme", "nav-programme", MANAGERS),
    row("/releases", "nav-releases", RELEASERS),
    row("/accompanying", "nav-accompanying", MENTORS),
    row("/needs", "nav-needs", LEADERS),
    row(CATALOGUE, "nav-catalogue", Who::Anyone),
    row("/people", "nav-people", ADMINISTRATORS),
    menu("/organizations", "nav-organizations", ADMINISTRATORS),
    menu("/revocations", "nav-revocations", REVOKERS),
    menu("/outbox", "nav-outbox", ADMINISTRATORS),
    menu("/jobs", "nav-jobs", ADMINISTRATORS),
    menu("/audit", "nav-audit", ADMINISTRATORS),
    menu("/my-awards", "nav-my-awards", Who::SignedIn),
    menu("/letters", "nav-letters", Who::SignedIn),
    menu("/account", "nav-account", Who::SignedIn),
];

/// The ways that are open to this visitor, in their order, each page once.
pub fn open_to(visitor: Option<&Actor>) -> Vec<Way> {
    let mut open: Vec<Way> = Vec::new();
    for way in WAYS.iter().filter(|it| admit(it.who, visitor).is_ok()) {
        if open.iter().all(|it| it.address != way.address) {
            open.push(*way);
        }
    }
    open
}

/// Where a person begins: the first of their ways that is not everybody's; else the catalogue.
pub fn home_of(actor: &Actor) -> &'static str {
    let own = |it: &Way| it.place == Place::Row && it.who != Who::Anyone;
    let first = open_to(Some(actor)).into_iter().find(own);
    first.map_or(CATALOGUE, |it| it.address)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use axum::http::Method;
    use domain::ids::{OrganizationId, PersonId};
    use domain::people::Membership;

    use super::*;
    use crate::route::{Route, table};

    /// Pages with an address of their own that the frame need not offer, and from where people come to them.
    const REACHED_OTHERWISE: &[(&str, &str)] = &[
        ("/", "the name of the product, at the left"),
        ("/sign-in", "the header, for those who are not signed in"),
        ("/setup", "the address printed at the first start"),
        ("/demo", "the foot of every page of a demonstration"),
        ("/demo/people.json", "for programs"),
        ("/sign-in/link", "the page for signing in"),
        ("/stacks", "the catalogue"),
        ("/account/addresses", "one's account"),
        ("/account/letters", "the list of one's letters"),
        ("/account/relations", "the page about one's reviewing"),
        ("/desk/reviewing", "the desk"),
        ("/board/holidays", "the board"),
        ("/growth/goals/new", "the growth plan"),
        ("/growth/recommendations", "the growth plan"),
        ("/growth/self-assessment", "the growth plan"),
        ("/growth/wishes", "the growth plan"),
        ("/needs/new", "the list of needs"),
        ("/people/new", "the list of people"),
        ("/invitations", "the list of people"),
        ("/invitations/new", "the list of invitations"),
        ("/invitations/table", "the list of invitations"),
        ("/memberships/new", "the list of people"),
        ("/organizations/new", "the list of organizations"),
        ("/healthz", "for programs"),
        ("/readyz", "for programs"),
        ("/metrics", "for programs"),
    ];

    fn holding(roles: &[Role]) -> Actor {
        let organization = OrganizationId::from_u128(1);
        Actor {
            person: PersonId::from_u128(1),
            memberships: roles
                .iter()
                .map(|&role| Membership { organization, role })
                .collect(),
        }
    }

    fn addresses(actor: &Actor, place: Place) -> Vec<&'static str> {
        open_to(Some(actor))
            .into_iter()
            .filter(|it| it.place == place)
            .map(|it| it.address)
            .collect()
    }

    fn page_at(routes: &[Route], address: &str) -> Option<Who> {
        let found = routes
            .iter()
            .find(|it| it.method == Method::GET && it.path == address);
        found.map(|it| it.who)
    }

    #[test]
    fn nobody_is_offered_a_page_that_turns_them_away() {
        let routes = table();
        let mut visitors: Vec<Option<Actor>> = vec![None, Some(holding(&[]))];
        visitors.extend(Role::ALL.iter().map(|&role| Some(holding(&[role]))));
        for visitor in &visitors {
            for way in open_to(visitor.as_ref()) {
                let who = page_at(&routes, way.address);
                let who = who.unwrap_or_else(|| panic!("{} is no page", way.address));
                let answer = admit(who, visitor.as_ref());
                assert_eq!(answer, Ok(()), "{} for {visitor:?}", way.address);
            }
        }
    }

    #[test]
    fn every_page_that_has_an_address_of_its_own_can_be_found_from_the_frame() {
        let pages: BTreeSet<&str> = table()
            .iter()
            .filter(|it| it.method == Method::GET)
            .map(|it| it.path)
            .filter(|it| !it.contains('{') && !it.starts_with("/api/"))
            .collect();
        let offered: BTreeSet<&str> = WAYS.iter().map(|it| it.address).collect();
        let others: BTreeSet<&str> = REACHED_OTHERWISE.iter().map(|(it, _)| *it).collect();
        let known: BTreeSet<&str> = offered.union(&others).copied().collect();
        let lost: Vec<_> = pages.difference(&known).collect();
        assert!(lost.is_empty(), "add a line to WAYS for each of {lost:?}");
        let gone: Vec<_> = known.difference(&pages).collect();
        assert!(gone.is_empty(), "no page answers at {gone:?}");
    }

    #[test]
    fn each_begins_at_the_first_page_of_their_own() {
        assert_eq!(
            home_of(&holding(&[Role::Educator, Role::Assessor])),
            "/home"
        );
        assert_eq!(home_of(&holding(&[Role::Assessor])), "/desk");
        assert_eq!(home_of(&holding(&[Role::LeadAssessor])), "/desk");
        assert_eq!(home_of(&holding(&[Role::Administrator])), "/people");
        assert_eq!(home_of(&holding(&[Role::Mentor])), "/accompanying");
        assert_eq!(home_of(&holding(&[Role::Designer])), "/catalogue");
        assert_eq!(home_of(&holding(&[])), "/catalogue");
    }

    #[test]
    fn what_stands_in_the_row_is_not_repeated_in_the_menu() {
        let educator = holding(&[Role::Educator]);
        assert_eq!(
            addresses(&educator, Place::Row),
            ["/home", "/growth", "/my-awards", "/catalogue"]
        );
        assert_eq!(addresses(&educator, Place::Menu), ["/letters", "/account"]);
        assert_eq!(
            addresses(&holding(&[]), Place::Menu),
            ["/my-awards", "/letters", "/account"]
        );
    }

    #[test]
    fn a_stranger_finds_the_catalogue_alone() {
        let open = open_to(None);
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].address, CATALOGUE);
    }
}
