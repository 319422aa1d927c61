//! Our compile-time check: every statement is prepared on both databases, and its plan looked at.

use std::collections::BTreeSet;

use store::{Address, registry};
use testkit::{
    Failure,
    database::{Kind, Scratch, options},
};
use tokio_postgres::types::Type;

async fn sqlite() -> Result<(Scratch, rusqlite::Connection), Failure> {
    let scratch = Scratch::open(Kind::Sqlite, options()).await?;
    let Address::Sqlite(path) = &scratch.address else {
        return Err(Failure::new("not SQLite"));
    };
    let connection =
        rusqlite::Connection::open(path).map_err(|error| Failure::of("opening", error))?;
    Ok((scratch, connection))
}

async fn postgres() -> Result<(Scratch, tokio_postgres::Client), Failure> {
    let scratch = Scratch::open(Kind::Postgres, options()).await?;
    let Address::Postgres(url) = &scratch.address else {
        return Err(Failure::new("not PostgreSQL"));
    };
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
        .await
        .map_err(|error| Failure::of("connecting", error))?;
    tokio::spawn(connection);
    Ok((scratch, client))
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_sqlite() -> Result<(), Failure> {
    let (scratch, connection) = sqlite().await?;
    let forked = registry::forks().map(|fork| &fork.sqlite);
    for statement in registry::all().chain(forked) {
        let prepared = connection.prepare(statement.sql);
        let prepared = prepared.map_err(|error| Failure::of(statement.name, error))?;
        for number in 1..=prepared.parameter_count() {
            let name = format!("${number}");
            let known = prepared.parameter_index(&name);
            assert!(
                matches!(known, Ok(Some(_))),
                "{}: no {name}",
                statement.name
            );
        }
    }
    scratch.close().await
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_postgres_and_uses_only_known_types()
-> Result<(), Failure> {
    let (scratch, client) = postgres().await?;
    let given = [Type::INT8, Type::TEXT, Type::VARCHAR, Type::BYTEA];
    let answered = [
        Type::INT8,
        Type::INT4,
        Type::BOOL,
        Type::TEXT,
        Type::VARCHAR,
        Type::BYTEA,
    ];
    let forked = registry::forks().map(|fork| &fork.postgres);
    for statement in registry::all().chain(forked) {
        let prepared = client.prepare(statement.sql).await;
        let prepared = prepared.map_err(|error| {
            let words = error.as_db_error().map(ToString::to_string);
            Failure::of(statement.name, words.unwrap_or_else(|| error.to_string()))
        })?;
        for kind in prepared.params() {
            assert!(
                given.contains(kind),
                "{}: a parameter is {kind}",
                statement.name
            );
        }
        for column in prepared.columns() {
            assert!(
                answered.contains(column.type_()),
                "{}: {} is {}",
                statement.name,
                column.name(),
                column.type_()
            );
        }
    }
    drop(client);
    scratch.close().await
}

/// Where the databases differ is a list that should stay short.
#[test]
fn only_full_text_search_forks() {
    let files: BTreeSet<&str> = registry::forks()
        .filter_map(|fork| fork.sqlite.name.rsplit_once("::"))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(files, BTreeSet::from(["store::catalogue::search::sql"]));
}

#[test]
fn every_statement_has_a_name_of_its_own() {
    let names: BTreeSet<&str> = registry::all().map(|statement| statement.name).collect();
    assert_eq!(names.len(), registry::all().count());
    assert!(names.len() > 20);
}

/// What a distributed engine that speaks PostgreSQL's protocol, or SQLite, does not have.
#[test]
fn no_statement_uses_what_is_not_everywhere() {
    const FORBIDDEN: [&str; 18] = [
        "for update",
        "for share",
        "skip locked",
        "nowait",
        "advisory",
        "nextval",
        "currval",
        "now(",
        "current_timestamp",
        "any(",
        "any (",
        "array",
        "trigger",
        "listen",
        "notify",
        " offset ",
        "random(",
        "int4",
    ];
    for statement in registry::all() {
        let text = statement.sql.to_lowercase();
        for word in FORBIDDEN {
            assert!(!text.contains(word), "{} uses {word}", statement.name);
        }
    }
}

#[tokio::test]
async fn no_statement_reads_a_growing_table_from_end_to_end() -> Result<(), Failure> {
    let (scratch, connection) = sqlite().await?;
    let mut scans = Vec::new();
    let forked = registry::forks().map(|fork| &fork.sqlite);
    for statement in registry::all().chain(forked) {
        for step in plan(&connection, statement.sql) {
            if let Some(table) = scanned(&step, statement.sql).filter(|table| is_growing(table)) {
                scans.push(format!("{}: {step} (table {table})", statement.name));
            }
        }
    }
    assert!(scans.is_empty(), "{scans:#?}");
    scratch.close().await
}

#[tokio::test]
async fn a_full_scan_would_be_noticed_under_an_alias_and_in_a_join() -> Result<(), Failure> {
    let (scratch, connection) = sqlite().await?;
    for sql in [
        "SELECT id FROM event WHERE detail = $1",
        "SELECT e.id FROM event AS e WHERE e.detail = $1",
        "SELECT e.id FROM setting AS s JOIN event e ON e.detail = s.value",
    ] {
        let mut found = plan(&connection, sql)
            .into_iter()
            .filter_map(|step| scanned(&step, sql));
        assert!(found.any(|table| table == "event"), "{sql}");
    }
    scratch.close().await
}

#[tokio::test]
async fn every_growing_table_exists() -> Result<(), Failure> {
    let (scratch, connection) = sqlite().await?;
    for table in registry::GROWING {
        let known = connection.prepare(&format!("SELECT 1 FROM {table}"));
        assert!(known.is_ok(), "{table}");
    }
    scratch.close().await
}

/// Every foreign key can be followed backwards without a scan, and deleting stays cheap.
#[tokio::test]
async fn every_foreign_key_has_an_index() -> Result<(), Failure> {
    let (scratch, client) = postgres().await?;
    let sql = "
        SELECT c.conrelid::regclass::text || ' (' || c.conname || ')' FROM pg_constraint c
        WHERE c.contype = 'f' AND NOT EXISTS (
          SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid
          AND (i.indkey::int2[])[0:array_length(c.conkey, 1) - 1] = c.conkey
        )";
    let missing = texts(&client, sql).await?;
    assert!(missing.is_empty(), "{missing:?}");
    drop(client);
    scratch.close().await
}

/// SQLite names no constraint in its errors. A unique index has the same name on both; what has
/// none in our text is named by table and columns, as PostgreSQL does unless the name is too long.
#[tokio::test]
async fn unique_constraints_have_one_name_on_both_databases() -> Result<(), Failure> {
    let (file, connection) = sqlite().await?;
    let (scratch, client) = postgres().await?;
    let sql = "
        SELECT i.relname || ' ' || expected.name
        FROM pg_index x
        JOIN pg_class i ON i.oid = x.indexrelid
        JOIN pg_class t ON t.oid = x.indrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
        CROSS JOIN LATERAL (
          SELECT CASE WHEN x.indisprimary THEN t.relname || '_pkey'
            ELSE t.relname || '_' || string_agg(a.attname, '_' ORDER BY k.place) || '_key' END AS name
          FROM unnest(x.indkey::int2[]) WITH ORDINALITY AS k (number, place)
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
        ) AS expected
        WHERE x.indisunique";
    let named = "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?1";
    for line in texts(&client, sql).await? {
        let (name, by_columns) = line.split_once(' ').unwrap();
        let on_sqlite = connection.query_row(named, [name], |_| Ok(())).is_ok();
        assert!(
            on_sqlite || name == by_columns,
            "{name} is {by_columns} on SQLite"
        );
    }
    drop(client);
    file.close().await?;
    scratch.close().await
}

async fn texts(client: &tokio_postgres::Client, sql: &str) -> Result<Vec<String>, Failure> {
    let rows = client.query(sql, &[]).await;
    let rows = rows.map_err(|error| {
        let words = error.as_db_error().map(ToString::to_string);
        Failure::of(
            "reading the catalogue",
            words.unwrap_or_else(|| error.to_string()),
        )
    })?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// The steps of SQLite's plan.
fn plan(connection: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let mut prepared = connection
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap();
    let mut steps = Vec::new();
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next().unwrap() {
        steps.push(row.get(3).unwrap());
    }
    steps
}

/// The table that a step reads from end to end, to scan it or to build an index for the occasion.
/// SQLite names it as the statement does, which may be by an alias.
fn scanned(step: &str, sql: &str) -> Option<String> {
    let rest = step.strip_prefix("SCAN ").or_else(|| {
        let rest = step.strip_prefix("SEARCH ")?;
        rest.contains(" USING AUTOMATIC ").then_some(rest)
    })?;
    let name = rest.split(' ').next()?;
    let words: Vec<&str> = sql
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let alias_of = words.windows(3).find_map(|three| match three {
        [table, between, alias] if between.eq_ignore_ascii_case("as") && *alias == name => {
            Some(*table)
        }
        [_, table, alias] if *alias == name && is_growing(table) => Some(*table),
        _ => None,
    });
    Some(
        alias_of
            .filter(|table| is_growing(table))
            .unwrap_or(name)
            .to_owned(),
    )
}

fn is_growing(table: &str) -> bool {
    registry::GROWING.contains(&table)
}
