//! Values in, rows out, and the errors of the database in our words.

use domain::ids::PersonId;
use jiff::Timestamp;
use store::{Store, StoreError, args};

use crate::{run, statement};

async fn table(store: &Store) {
    run(
        store,
        "CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, email TEXT, kind TEXT, parent BIGINT REFERENCES thing (id), code TEXT, UNIQUE (kind, code), CHECK (id < 1000))",
    )
    .await
    .unwrap();
    run(
        store,
        "CREATE UNIQUE INDEX thing_once ON thing (kind, email) WHERE email <> 'nobody'",
    )
    .await
    .unwrap();
}

async fn failure(store: &Store, sql: &'static str) -> StoreError {
    run(store, sql).await.unwrap_err()
}

testkit::each_database! {
    async fn every_sort_of_value_comes_back_as_it_went_in(store: Store) {
        let person: PersonId = "0198c0de-0000-7000-8000-000000000001".parse().unwrap();
        let at = Timestamp::from_microsecond(1_764_000_000_123_456).unwrap();
        store
            .write(move |tx| {
                let row = tx.one(
                    &statement(
                        "SELECT CAST($1 AS BIGINT) AS small, CAST($2 AS BIGINT) AS yes, $3 || '' AS words,
                                $4 || '' AS person, CAST($5 AS BIGINT) AS at, CAST($6 AS BIGINT) AS size,
                                CAST($7 AS BIGINT) AS absent",
                    ),
                    &args![-7i32, true, "Grüße, 世界", person, at, 42u64, None::<i64>],
                )?;
                assert_eq!(row.get::<i64>("small")?, -7);
                assert_eq!(row.get::<i32>("small")?, -7);
                assert!(row.get::<bool>("yes")?);
                assert_eq!(row.get::<String>("words")?, "Grüße, 世界");
                assert_eq!(row.get::<PersonId>("person")?, person);
                assert_eq!(row.get::<uuid::Uuid>("person")?.to_string(), person.to_string());
                assert_eq!(row.get::<Timestamp>("at")?, at);
                assert_eq!(row.get::<u64>("size")?, 42);
                assert_eq!(row.get::<usize>("size")?, 42);
                assert_eq!(row.get::<u32>("size")?, 42);
                assert_eq!(row.get::<Option<String>>("absent")?, None);
                assert_eq!(row.get::<Option<Timestamp>>("at")?, Some(at));
                Ok::<(), StoreError>(())
            })
            .await
            .unwrap();
    }

    async fn bytes_come_back_as_they_went_in(store: Store) {
        let all: Vec<u8> = (0..=255).collect();
        let organization: domain::ids::OrganizationId = "0198c0de-0000-7000-8000-000000000002".parse().unwrap();
        let sent = all.clone();
        let kept = store
            .write(move |tx| store::system::data_key::keep(tx, organization, &sent, Timestamp::UNIX_EPOCH))
            .await
            .unwrap();
        assert_eq!(kept, all);
    }

    async fn a_parameter_is_known_by_its_number_not_by_where_it_first_stands(store: Store) {
        let row = store
            .read(|tx| tx.one(&statement("SELECT $2 || '' AS second, $1 || $2 AS both"), &args!["one", "two"]))
            .await
            .unwrap();
        assert_eq!(row.get::<String>("second").unwrap(), "two");
        assert_eq!(row.get::<String>("both").unwrap(), "onetwo");
    }

    async fn a_value_of_another_type_is_named_inconsistent(store: Store) {
        let row = store
            .read(|tx| tx.one(&statement("SELECT 'blue' AS colour, CAST(-1 AS BIGINT) AS n"), &args![]))
            .await
            .unwrap();
        let error = row.get::<i64>("colour").unwrap_err();
        assert_eq!(
            error.to_string(),
            "inconsistent data: test, column colour: found text, expected a whole number"
        );
        for error in [
            row.get::<u32>("n").unwrap_err(),
            row.get::<bool>("n").unwrap_err(),
            row.get::<PersonId>("colour").unwrap_err(),
            row.get::<Timestamp>("colour").unwrap_err(),
            row.get::<i64>("missing").unwrap_err(),
        ] {
            assert!(matches!(error, StoreError::Inconsistent { .. }), "{error}");
        }
    }

    async fn one_row_means_exactly_one(store: Store) {
        let two = "SELECT 1 AS n UNION ALL SELECT 2 AS n";
        let none = "SELECT name FROM setting WHERE name = 'no such'";
        let several = store.read(move |tx| tx.optional(&statement(two), &[]).map(|_| ())).await;
        assert!(matches!(several, Err(StoreError::Inconsistent { .. })));
        let missing = store.read(move |tx| tx.one(&statement(none), &[]).map(|_| ())).await;
        assert!(matches!(missing, Err(StoreError::Inconsistent { .. })));
        let absent = store.read(move |tx| tx.optional(&statement(none), &[]).map(|row| row.is_none())).await;
        assert_eq!(absent, Ok(true));
    }

    async fn constraints_have_the_same_names_on_both_databases(store: Store) {
        table(&store).await;
        run(&store, "INSERT INTO thing (id, email, kind) VALUES (1, 'a', 'k')").await.unwrap();
        let key = failure(&store, "INSERT INTO thing (id) VALUES (1)").await;
        assert!(key.is_duplicate_of("thing_pkey"), "{key}");
        let pair = failure(&store, "INSERT INTO thing (id, email, kind) VALUES (2, 'a', 'k')").await;
        assert!(pair.is_duplicate_of("thing_once"), "{pair}");
        run(&store, "INSERT INTO thing (id, kind, code) VALUES (3, 'k', 'c')").await.unwrap();
        let unnamed = failure(&store, "INSERT INTO thing (id, kind, code) VALUES (4, 'k', 'c')").await;
        assert!(unnamed.is_duplicate_of("thing_kind_code_key"), "{unnamed}");
        let parent = failure(&store, "INSERT INTO thing (id, parent) VALUES (2, 99)").await;
        assert_eq!(parent, StoreError::ForeignKey { statement: "test" });
        let null = failure(&store, "INSERT INTO setting (name, value) VALUES ('a', NULL)").await;
        assert_eq!(null, StoreError::Check { constraint: "setting.value".to_owned(), statement: "test" });
        let check = failure(&store, "INSERT INTO thing (id) VALUES (1000)").await;
        assert!(matches!(check, StoreError::Check { .. }), "{check}");
    }

    async fn what_only_one_database_would_take_is_refused_by_both(store: Store) {
        let put = "INSERT INTO setting (name, value) VALUES ('a', $1)";
        let nul = store.write(move |tx| tx.execute(&statement(put), &args!["a\0b"])).await;
        assert!(nul.unwrap_err().to_string().contains("NUL"));
        let large = store.write(move |tx| tx.execute(&statement(put), &args![u64::MAX])).await;
        assert!(large.unwrap_err().to_string().contains("above"));
        let too_few = store.write(move |tx| tx.execute(&statement(put), &args![])).await;
        assert!(too_few.is_err());
        let too_many = store.write(move |tx| tx.execute(&statement(put), &args!["a", "b"])).await;
        assert!(too_many.is_err());
        assert_eq!(crate::number(&store, "SELECT count(*) AS n FROM setting").await, 0);
    }
}
