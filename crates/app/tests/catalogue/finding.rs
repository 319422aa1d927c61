//! Words, choices, numbers and pages of the list.

use app::catalogue::{ListAsked, Publish, Retire, list, list_unlisted, look, publish, retire};
use domain::catalogue::Refusal as CatalogueRefusal;
use domain::catalogue::facets::{Chosen, Facet};
use domain::people::Role;
use domain::refusal::{Refusal, Refuse};
use store::{Store, args};

use crate::fixture::{
    ISSUERS, codes, content, count, designer, found, holding, package_of, published, published_by,
    refused, run, text, world,
};

testkit::each_database! {
    async fn a_hit_in_the_title_comes_first_then_the_competency_then_the_rest(store: Store) {
        let world = world(store).await;
        let mut rest = content("REST", "Something Else");
        rest.summary = "Feedback feedback feedback feedback, and feedback about feedback.".repeat(9);
        let mut competency = content("COMP", "Another Thing");
        competency.competency = "You give feedback that is used.".to_owned();
        let title = content("TITLE", "Feedback that Moves");
        for it in [&rest, &competency, &title] {
            published(&world.app, it).await;
        }
        assert_eq!(codes(&found(&world.app, "feedback", &[]).await), "TITLE COMP REST");
    }

    async fn the_last_word_may_be_unfinished_and_accents_do_not_matter(store: Store) {
        let world = world(store).await;
        published(&world.app, &content("EVF", "Evaluación Formativa")).await;
        published(&world.app, &content("LQP", "Lo que piensa el niño")).await;
        for (words, expected) in [
            ("evaluacion", "EVF"),
            ("EVALUACIÓN form", "EVF"),
            ("niño", "LQP"),
            ("eval formativa", ""),
            ("' OR \"x\" * ) : -", ""),
        ] {
            assert_eq!(codes(&found(&world.app, words, &[]).await), expected, "{words}");
        }
        assert_eq!(found(&world.app, " … ", &[]).await.total, 2);
    }

    async fn where_nothing_has_every_word_those_with_some_are_offered(store: Store) {
        let world = world(store).await;
        published(&world.app, &content("WTW", "Wait Time")).await;
        let page = found(&world.app, "wait zeppelin", &[]).await;
        assert_eq!((page.total, page.offers.len()), (0, 0));
        assert_eq!(page.near[0].card.code.as_str(), "WTW");
        assert!(found(&world.app, "zeppelin", &[]).await.near.is_empty());
    }

    async fn every_number_is_what_the_list_then_holds(store: Store) {
        let world = world(store).await;
        for n in 0..12_u16 {
            let mut it = content(&format!("C{n}"), &format!("Title {n}"));
            it.level = ["novice", "foundation", "advanced"][usize::from(n % 3)].parse().unwrap();
            it.hours = 3 + n;
            it.time = Vec::new();
            it.students_needed = n % 2 == 0;
            it.roles = [vec!["teacher".to_owned()], vec![], vec!["coach".to_owned()]][usize::from(n / 4)].clone();
            if n % 5 == 0 {
                it.summary = "About questions.".to_owned();
            }
            published_by(&world.app, ISSUERS[usize::from(n % 2)], &it).await.unwrap();
        }
        for words in ["", "title", "questions", "zeppelin"] {
            for chosen in [&[][..], &[("level", "novice")], &[("students", "needed"), ("role", "coach")]] {
                let page = found(&world.app, words, chosen).await;
                assert_eq!(page.total, page.offers.len() as u64, "{words} {chosen:?}");
                for (facet, options) in &page.facets {
                    for option in options {
                        let others = chosen.iter().filter(|it| it.0 != facet.as_str());
                        let mut then: Vec<_> = others.copied().collect();
                        then.push((facet.as_str(), &option.value));
                        let held = found(&world.app, words, &then).await;
                        assert_eq!(held.total, option.count, "{words} {then:?}");
                        assert_eq!(held.offers.len() as u64, option.count, "{words} {then:?}");
                    }
                }
            }
        }
    }

    async fn a_new_version_takes_the_place_of_the_one_before(store: Store) {
        let world = world(store).await;
        let mut it = content("WTW", "Wait Time");
        published(&world.app, &it).await;
        it.title = "Long Pauses".to_owned();
        it.level = "advanced".parse().unwrap();
        published(&world.app, &it).await;
        assert_eq!(found(&world.app, "wait", &[]).await.total, 0);
        let page = found(&world.app, "pauses", &[]).await;
        assert_eq!((page.total, codes(&page).as_str()), (1, "WTW"));
        assert_eq!(count(&page, Facet::Level, "advanced"), Some(1));
        assert_eq!(count(&page, Facet::Level, "foundation"), None);
    }

    async fn what_was_published_before_there_was_an_index_is_listed_at_start(store: Store) {
        let world = world(store).await;
        published(&world.app, &content("WTW", "Wait Time")).await;
        for sql in ["DELETE FROM listing", "DELETE FROM search", "DELETE FROM profile"] {
            run(&world.app, sql, args![]).await;
        }
        assert_eq!(found(&world.app, "", &[]).await.total, 0);
        assert_eq!(list_unlisted(&world.app).await.unwrap(), 1);
        assert_eq!(list_unlisted(&world.app).await.unwrap(), 0);
        assert_eq!(codes(&found(&world.app, "wait", &[]).await), "WTW");
        assert_eq!(codes(&found(&world.app, "", &[]).await), "WTW");
    }

    async fn what_is_retired_is_neither_listed_nor_begun_and_its_page_stays(store: Store) {
        let world = world(store).await;
        let it = published(&world.app, &content("WTW", "Wait Time")).await;
        let asked = |reason: &str| Retire { slug: it.slug.clone(), reason: reason.to_owned() };
        let stranger = holding(2, Role::Assessor);
        let refusal = refused(retire(&world.app, &stranger, asked("No."), None).await);
        assert_eq!(refusal.code(), "not-allowed");
        let refusal = refused(retire(&world.app, &designer(), asked(" "), None).await);
        assert_eq!(refusal.code(), "retirement-reason-missing");
        retire(&world.app, &designer(), asked("Nobody asks for it."), None).await.unwrap();
        assert_eq!(found(&world.app, "wait", &[]).await.total, 0);
        assert_eq!(found(&world.app, "", &[]).await.total, 0);
        let looked = look(&world.app, None, it.slug.clone(), None).await.unwrap();
        assert_eq!(looked.version.state, "retired");
        // Its next version brings it back.
        let mut next = content("WTW", "Wait Time");
        next.hours += 1;
        next.time = Vec::new();
        assert_eq!(published(&world.app, &next).await.number, 2);
        assert_eq!(codes(&found(&world.app, "wait", &[]).await), "WTW");
        let looked = look(&world.app, None, it.slug, None).await.unwrap();
        let changes = looked.versions[0].changes.clone().unwrap();
        assert!(changes.fields.contains(&"hours".to_owned()));
        assert!(changes.criteria.is_empty() && looked.versions[1].changes.is_none());
    }

    async fn publishing_is_recorded_under_the_role_that_allowed_it(store: Store) {
        let world = world(store).await;
        let files = package_of(&content("WTW", "Wait Time"));
        let command = Publish { organization: ISSUERS[0], files };
        let administrator = holding(4, Role::Administrator);
        publish(&world.app, &administrator, command, None).await.unwrap();
        let role = text(&world.app, "SELECT role AS t FROM event WHERE kind = 'version-published'").await;
        assert_eq!(role, "administrator");
    }

    async fn a_search_that_is_too_long_is_refused(store: Store) {
        let world = world(store).await;
        let asked = ListAsked { words: "a".repeat(201), ..ListAsked::default() };
        let expected = Refusal::Catalogue(CatalogueRefusal::SearchTooLong);
        assert_eq!(refused(list(&world.app, asked).await), expected);
    }

    async fn every_line_is_on_one_page_and_one_alone(store: Store) {
        let world = world(store).await;
        for n in 0..30 {
            let title = ["Wait Time", "Time to Wait"][n % 2];
            published(&world.app, &content(&format!("C{n}"), title)).await;
        }
        for words in ["", "wait"] {
            let (mut seen, mut after) = (Vec::new(), None);
            loop {
                let asked = ListAsked { words: words.to_owned(), chosen: Chosen::default(), after };
                let page = list(&world.app, asked).await.unwrap();
                assert_eq!(page.total, 30);
                seen.extend(page.offers.iter().map(|it| it.card.code.to_string()));
                match page.next {
                    Some(next) => after = Some(next),
                    None => break,
                }
            }
            assert_eq!(seen.len(), 30, "{words}");
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 30, "{words}");
        }
    }
}
