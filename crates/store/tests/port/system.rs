//! Settings, keys of organizations, events, letters, and answers kept under a key.

use domain::{
    audit::Fact,
    ids::{EventId, LetterId, PersonId, ordered},
    letters::Pace,
    people::Role,
};
use jiff::Timestamp;
use serde_json::json;
use store::letters::outbox::{self, Letter, NewLetter};
use store::{
    Store, StoreError,
    system::{
        data_key, event,
        idempotency::{self, Earlier, Request},
        setting,
    },
};

fn second(n: i64) -> Timestamp {
    Timestamp::from_second(n).unwrap()
}

fn person(n: i64) -> PersonId {
    ordered(second(n), [1; 10])
}

fn letter_of(n: i64, to: PersonId, pace: Pace) -> NewLetter<'static> {
    NewLetter {
        id: letter_id(n),
        person: Some(to),
        address: None,
        kind: "award-ready",
        language: "es",
        parameters: json!({"title": "Wait time"}),
        pace,
        created_at: second(n),
    }
}

fn letter_id(n: i64) -> LetterId {
    ordered(second(n), [2; 10])
}

fn request<'a>(person: Option<PersonId>, key: &'a str, hash: &'a str) -> Request<'a> {
    Request {
        person,
        use_case: "submit",
        key,
        hash,
    }
}

async fn write<T: Send + 'static>(
    store: &Store,
    work: impl Fn(&store::Tx) -> Result<T, StoreError> + Send + Sync + 'static,
) -> T {
    store.write(work).await.unwrap()
}

testkit::each_database! {
    async fn a_setting_is_put_found_and_removed(store: Store) {
        assert_eq!(write(&store, |tx| setting::find(tx, "name")).await, None);
        write(&store, |tx| setting::put(tx, "name", "one")).await;
        write(&store, |tx| setting::put(tx, "name", "two")).await;
        assert!(!write(&store, |tx| setting::put_once(tx, "name", "three")).await);
        assert!(write(&store, |tx| setting::put_once(tx, "other", "three")).await);
        assert_eq!(write(&store, |tx| setting::find(tx, "name")).await.as_deref(), Some("two"));
        assert!(write(&store, |tx| setting::remove(tx, "name")).await);
        assert!(!write(&store, |tx| setting::remove(tx, "name")).await);
        assert_eq!(write(&store, |tx| setting::find(tx, "name")).await, None);
    }

    async fn the_first_key_of_an_organization_stays(store: Store) {
        let organization = ordered(second(1), [3; 10]);
        assert_eq!(write(&store, move |tx| data_key::find(tx, organization)).await, None);
        let first = write(&store, move |tx| data_key::keep(tx, organization, b"first", second(1))).await;
        let second_try = write(&store, move |tx| data_key::keep(tx, organization, b"second", second(2))).await;
        assert_eq!((first.as_slice(), second_try.as_slice()), (&b"first"[..], &b"first"[..]));
        assert_eq!(write(&store, move |tx| data_key::find(tx, organization)).await, Some(b"first".to_vec()));
    }

    async fn events_are_read_in_the_order_of_their_ids(store: Store) {
        write(&store, |tx| {
            for n in [3, 1, 2] {
                let fact = Fact::of("submission-made", "pursuit", "p1")
                    .by(person(7), Some(Role::Educator))
                    .with(json!({"attempt": n}));
                event::append(tx, ordered(second(n), [4; 10]), second(n), &fact, "abc")?;
            }
            let other = Fact::of("list-folded", "status-list", "s1");
            event::append(tx, ordered(second(9), [4; 10]), second(9), &other, "")
        })
        .await;
        let mine = write(&store, |tx| event::of_subject(tx, "pursuit", "p1", None, 10)).await;
        let attempts: Vec<_> = mine.iter().map(|event| event.detail["attempt"].as_i64().unwrap()).collect();
        assert_eq!(attempts, [1, 2, 3]);
        assert_eq!(mine[0].person, Some(person(7)));
        assert_eq!(mine[0].role, Some(Role::Educator));
        assert_eq!((mine[0].at, mine[0].kind.as_str(), mine[0].state_hash.as_str()), (second(1), "submission-made", "abc"));
        let after: EventId = mine[0].id;
        let rest = write(&store, move |tx| event::of_subject(tx, "pursuit", "p1", Some(after), 1)).await;
        assert_eq!(rest, mine[1..2]);
        let all = write(&store, |tx| event::after(tx, None, 10)).await;
        assert_eq!(all.len(), 4);
        assert_eq!((all[3].person, all[3].role), (None, None));
        let last = write(&store, move |tx| event::after(tx, Some(all[2].id), 10)).await;
        assert_eq!(last.len(), 1);
    }

    async fn a_letter_stays_in_the_outbox_until_it_is_sent(store: Store) {
        write(&store, |tx| {
            for n in 1..=3 {
                outbox::append(tx, &letter_of(n, person(n % 2), Pace::AtOnce))?;
            }
            outbox::append(tx, &letter_of(4, person(0), Pace::Daily))
        })
        .await;
        assert!(write(&store, |tx| outbox::mark_sent(tx, letter_id(1), second(10))).await);
        assert!(!write(&store, |tx| outbox::mark_sent(tx, letter_id(1), second(11))).await);
        assert_eq!(write(&store, |tx| outbox::unsent(tx, None, 10)).await, [letter_id(2), letter_id(3)]);
        assert_eq!(write(&store, |tx| outbox::unsent(tx, Some(letter_id(2)), 10)).await, [letter_id(3)]);
        let ids = |letters: Vec<Letter>| letters.iter().map(|letter| letter.id).collect::<Vec<_>>();
        assert_eq!(ids(write(&store, |tx| outbox::before(tx, None, 2)).await), [letter_id(4), letter_id(3)]);
        let oldest = write(&store, |tx| outbox::before(tx, Some(letter_id(2)), 2)).await;
        assert_eq!((oldest[0].sent_at, oldest[0].tries), (Some(second(10)), 1));
        assert_eq!(ids(write(&store, |tx| outbox::of_person(tx, person(1), None, 10)).await), [letter_id(3), letter_id(1)]);
        assert_eq!(ids(write(&store, |tx| outbox::for_digest(tx, person(0), Pace::Daily, 10)).await), [letter_id(4)]);
    }

    async fn a_letter_that_cannot_be_sent_keeps_its_error(store: Store) {
        write(&store, |tx| outbox::append(tx, &letter_of(1, person(1), Pace::AtOnce))).await;
        write(&store, |tx| outbox::note_error(tx, letter_id(1), "nobody answers")).await;
        let waiting = write(&store, |tx| outbox::find(tx, letter_id(1))).await.unwrap();
        assert_eq!((waiting.tries, waiting.error.as_deref(), waiting.given_up_at), (1, Some("nobody answers"), None));
        assert!(write(&store, |tx| outbox::give_up(tx, letter_id(1), "no such mailbox", second(9))).await);
        assert!(!write(&store, |tx| outbox::give_up(tx, letter_id(1), "again", second(9))).await);
        let kept = write(&store, |tx| outbox::find(tx, letter_id(1))).await.unwrap();
        assert_eq!((kept.error.as_deref(), kept.given_up_at), (Some("no such mailbox"), Some(second(9))));
        assert!(write(&store, |tx| outbox::unsent(tx, None, 10)).await.is_empty());
    }

    async fn an_answer_is_kept_under_its_key(store: Store) {
        let find = |person, key: &'static str, hash: &'static str| {
            write(&store, move |tx| idempotency::find(tx, &request(person, key, hash)))
        };
        let me = Some(person(1));
        assert_eq!(find(me, "k", "h").await, Earlier::New);
        write(&store, move |tx| idempotency::remember(tx, &request(me, "k", "h"), "{}", second(1))).await;
        assert_eq!(find(me, "k", "h").await, Earlier::Answered("{}".to_owned()));
        assert_eq!(find(me, "k", "another request").await, Earlier::KeyReused);
        assert_eq!(find(None, "k", "h").await, Earlier::New);
        assert_eq!(find(Some(person(2)), "k", "h").await, Earlier::New);
    }

    async fn a_key_answered_by_another_unit_is_not_answered_twice(store: Store) {
        write(&store, |tx| idempotency::remember(tx, &request(None, "k", "h"), "first", second(1))).await;
        let blind = store
            .write(|tx| idempotency::remember(tx, &request(None, "k", "h"), "second", second(1)))
            .await;
        assert_eq!(blind, Err(StoreError::Conflict));
        let long = "k".repeat(idempotency::LONGEST_KEY + 1);
        let refused = store
            .write(move |tx| idempotency::remember(tx, &request(None, &long, "h"), "x", second(1)))
            .await;
        assert!(matches!(refused, Err(StoreError::Other(_))));
    }

    async fn old_answers_are_forgotten_a_few_at_a_time(store: Store) {
        write(&store, |tx| {
            for n in 1..=6 {
                let key = format!("k{n}");
                idempotency::remember(tx, &request(None, &key, "h"), "x", second(n))?;
            }
            Ok(())
        })
        .await;
        assert_eq!(write(&store, |tx| idempotency::forget(tx, second(5), 3)).await, 3);
        assert_eq!(write(&store, |tx| idempotency::forget(tx, second(5), 3)).await, 1);
        assert_eq!(write(&store, |tx| idempotency::forget(tx, second(5), 3)).await, 0);
        let last = write(&store, |tx| idempotency::find(tx, &request(None, "k5", "h"))).await;
        assert_eq!(last, Earlier::Answered("x".to_owned()));
    }
}
