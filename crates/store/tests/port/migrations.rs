//! Migrations: forward only, under a lock, unchanged once applied.

use store::{Address, Dialect, MIGRATIONS, Store, StoreError, args};
use testkit::{
    Failure,
    database::{Kind, Scratch, options, start_of_time},
};

use crate::{number, run, statement};

testkit::each_database! {
    async fn a_migration_runs_twice_without_harm(store: Store) {
        let report = store.migrate(start_of_time()).await.unwrap();
        assert_eq!(report, store::MigrationReport::default());
        let applied = number(&store, "SELECT count(*) AS n FROM migration WHERE number > 0").await;
        assert_eq!(applied, MIGRATIONS.len() as i64);
    }

    async fn a_migration_whose_text_has_changed_is_refused(store: Store) {
        run(&store, "UPDATE migration SET hash = 'another' WHERE number = 1").await.unwrap();
        let refused = store.migrate(start_of_time()).await.unwrap_err();
        assert!(matches!(refused, StoreError::Migration(_)), "{refused}");
        assert!(refused.to_string().contains("1 (system) was changed"), "{refused}");
    }

    async fn a_database_newer_than_the_program_is_reported(store: Store) {
        let newer = "INSERT INTO migration (number, name, hash, applied_at) VALUES (9999, 'later', 'h', 0)";
        run(&store, newer).await.unwrap();
        assert_eq!(store.migrate(start_of_time()).await.unwrap().unknown, [9999]);
    }
}

#[tokio::test]
async fn several_programs_that_migrate_at_once_wait_for_each_other() -> Result<(), Failure> {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let scratch = Scratch::open(kind, options()).await?;
        empty(&scratch).await?;
        let mut programs = Vec::new();
        for _ in 0..4 {
            let store = Store::open(&scratch.address, options()).await?;
            programs.push(tokio::spawn(async move {
                let report = store.migrate(start_of_time()).await;
                store.close().await;
                report
            }));
        }
        let mut applied = Vec::new();
        for program in programs {
            applied.extend(program.await.unwrap()?.applied);
        }
        applied.sort_unstable();
        let all: Vec<u32> = MIGRATIONS
            .iter()
            .map(|migration| migration.number)
            .collect();
        assert_eq!(applied, all, "{kind:?}");
        scratch.close().await?;
    }
    Ok(())
}

/// Back to a database without tables.
async fn empty(scratch: &Scratch) -> Result<(), Failure> {
    match &scratch.address {
        Address::Postgres(_) => {
            run(&scratch.store, "DROP SCHEMA public CASCADE").await?;
            run(&scratch.store, "CREATE SCHEMA public").await?;
        }
        Address::Sqlite(_) => {
            // Tables of the index of words go with it.
            let list = "SELECT name FROM sqlite_schema WHERE type = 'table'
                        AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search!_%' ESCAPE '!'";
            let rows = scratch
                .store
                .read(move |tx| tx.rows(&statement(list), &args![]))
                .await?;
            let connection = match &scratch.address {
                Address::Sqlite(path) => rusqlite::Connection::open(path),
                Address::Postgres(_) => rusqlite::Connection::open_in_memory(),
            };
            let connection = connection.map_err(|error| Failure::of("opening", error))?;
            connection
                .execute_batch("PRAGMA foreign_keys = OFF")
                .map_err(|error| Failure::of("emptying", error))?;
            for row in rows {
                let name: String = row.get("name")?;
                connection
                    .execute_batch(&format!("DROP TABLE {name}"))
                    .map_err(|error| Failure::of("emptying", error))?;
            }
        }
    }
    Ok(())
}

#[test]
fn migrations_are_listed_in_the_order_of_their_numbers() {
    assert_eq!(MIGRATIONS[0].number, 1);
    for pair in MIGRATIONS.windows(2) {
        assert!(pair[0].number < pair[1].number, "{}", pair[1].name);
    }
}

#[test]
fn migrations_use_the_placeholders_and_nothing_that_only_one_database_knows() {
    const FOREIGN: [&str; 14] = [
        "INTEGER",
        "BIGINT",
        "INT",
        "TEXT",
        "BLOB",
        "BYTEA",
        "SERIAL",
        "AUTOINCREMENT",
        "TRIGGER",
        "SEQUENCE",
        "DEFERRABLE",
        "JSONB",
        "NOW",
        "CURRENT_TIMESTAMP",
    ];
    for migration in MIGRATIONS {
        let text = without_comments(migration.text).to_uppercase();
        let own = text
            .replace("{TEXT}", "")
            .replace("{INT}", "")
            .replace("{BYTES}", "");
        let words: Vec<_> = own
            .split(|it: char| !it.is_alphanumeric() && it != '_')
            .collect();
        for word in FOREIGN {
            assert!(!words.contains(&word), "{}: {word}", migration.name);
        }
        for table in text.split("CREATE TABLE").skip(1) {
            let end = table.split(';').next().unwrap();
            assert!(end.ends_with("){STRICT}"), "{}: {end}", migration.name);
        }
        for dialect in [Dialect::Sqlite, Dialect::Postgres] {
            assert!(
                !migration.text_for(dialect).contains('{'),
                "{}",
                migration.name
            );
        }
    }
}

fn without_comments(sql: &str) -> String {
    sql.lines()
        .map(|line| line.split("--").next().unwrap_or(""))
        .collect::<Vec<&str>>()
        .join("\n")
}
