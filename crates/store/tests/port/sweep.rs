//! Nothing that names bytes is forgotten by the sweep.

use store::MIGRATIONS;
use store::evidence::sweep::HOLDERS;

/// Tables that name bytes without needing them: marks of the sweep, and hashes of other things.
const NO_HOLDERS: [&str; 1] = ["swept"];

/// The tables with a column for the hash of bytes.
fn naming_bytes() -> Vec<String> {
    let mut found = Vec::new();
    for migration in MIGRATIONS {
        let mut table = "";
        for line in migration.text.lines() {
            if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                table = rest.trim_end_matches(" (");
            }
            let rest = line.strip_prefix("ALTER TABLE ");
            let (name, column) = match rest.and_then(|it| it.split_once(" ADD COLUMN ")) {
                Some((name, column)) => (name, column),
                None => (table, line.trim()),
            };
            let column = column.split(' ').next().unwrap_or_default();
            if column.ends_with("sha256") {
                found.push(name.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_table_that_names_bytes_is_asked_before_they_go() {
    let tables = naming_bytes();
    assert!(tables.contains(&"evidence".to_owned()), "{tables:?}");
    for table in tables {
        let asked = HOLDERS
            .iter()
            .any(|it| it.sql.split_whitespace().any(|word| word == table));
        assert!(
            asked || NO_HOLDERS.contains(&table.as_str()),
            "{table} names bytes: add a statement to HOLDERS, or its bytes are swept"
        );
    }
}
