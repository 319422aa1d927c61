//! One connection to SQLite: how a statement is run and what its errors mean.

use std::{path::Path, sync::Arc, time::Duration};

use rusqlite::{CachedStatement, OpenFlags, ffi, types::ValueRef};

use crate::port::{Row, Statement, StoreError, Value, row::Shape, tx::Failed};

/// Bounded, since statements are constants: larger than their number.
const CACHED_STATEMENTS: usize = 1024;

pub(in crate::port) struct SqliteConnection {
    driver: rusqlite::Connection,
}

impl SqliteConnection {
    pub(super) fn open(path: &Path, flags: OpenFlags) -> Result<SqliteConnection, StoreError> {
        connect(path, flags)
            .map(|driver| SqliteConnection { driver })
            .map_err(|error| {
                let path = path.display();
                StoreError::Unavailable(format!(
                    "cannot open the SQLite file {path}: {error}; its folder must exist and be writable"
                ))
            })
    }

    /// Whether no transaction is open: SQLite gives up the whole one on some errors.
    pub(super) fn is_idle(&self) -> bool {
        self.driver.is_autocommit()
    }

    /// Folds the log into the file as far as readers allow.
    pub(super) fn checkpoint(&self) {
        // A busy database is folded next time; nothing is lost meanwhile.
        let _ = self.driver.execute_batch("PRAGMA wal_checkpoint(PASSIVE)");
    }

    pub(in crate::port) fn rows(
        &self,
        statement: &Statement,
        args: &[Value],
    ) -> Result<Vec<Row>, Failed> {
        self.read(statement, args)
            .map_err(|error| self.meaning(&error, statement.name))
    }

    fn read(&self, statement: &Statement, args: &[Value]) -> rusqlite::Result<Vec<Row>> {
        let mut prepared = self.prepare(statement, args)?;
        let shape = Arc::new(Shape {
            statement: statement.name,
            columns: prepared.column_names().map(str::to_owned).collect(),
        });
        let mut rows = Vec::new();
        let mut cursor = prepared.raw_query();
        while let Some(row) = cursor.next()? {
            let values = (0..shape.columns.len()).map(|at| value_of(row.get_ref(at)?));
            rows.push(Row {
                values: values.collect::<rusqlite::Result<Vec<Value>>>()?,
                shape: Arc::clone(&shape),
            });
        }
        Ok(rows)
    }

    pub(in crate::port) fn execute(
        &self,
        statement: &Statement,
        args: &[Value],
    ) -> Result<u64, Failed> {
        self.prepare(statement, args)
            .and_then(|mut prepared| prepared.raw_execute())
            .map(|touched| touched as u64)
            .map_err(|error| self.meaning(&error, statement.name))
    }

    pub(in crate::port) fn batch(&self, sql: &str) -> Result<(), Failed> {
        self.driver
            .execute_batch(sql)
            .map_err(|error| self.meaning(&error, "batch"))
    }

    /// One word of transaction control, prepared once.
    pub(super) fn control(&self, sql: &'static str) -> Result<(), Failed> {
        self.driver
            .prepare_cached(sql)
            .and_then(|mut prepared| prepared.raw_execute())
            .map(|_| ())
            .map_err(|error| self.meaning(&error, sql))
    }

    /// `$2` is the second parameter wherever it stands. SQLite numbers `$n` by first appearance,
    /// so each is bound by its name.
    fn prepare(
        &self,
        statement: &Statement,
        args: &[Value],
    ) -> rusqlite::Result<CachedStatement<'_>> {
        let mut prepared = self.driver.prepare_cached(statement.sql)?;
        let wanted = prepared.parameter_count();
        if wanted != args.len() {
            return Err(rusqlite::Error::InvalidParameterCount(args.len(), wanted));
        }
        for (at, value) in args.iter().enumerate() {
            let name = format!("${}", at + 1);
            prepared.raw_bind_parameter(name.as_str(), value)?;
        }
        Ok(prepared)
    }

    fn meaning(&self, error: &rusqlite::Error, statement: &'static str) -> Failed {
        let words = error.to_string();
        let Some(code) = error.sqlite_error().map(|error| error.extended_code) else {
            return Failed::for_good(StoreError::Other(format!("{statement}: {words}")));
        };
        if code & 0xff == ffi::SQLITE_BUSY {
            return Failed::for_now(StoreError::Conflict);
        }
        let subject = subject_of(&words);
        Failed::for_good(match code {
            ffi::SQLITE_CONSTRAINT_UNIQUE => StoreError::Duplicate {
                constraint: self.unique_name(subject),
                statement,
            },
            ffi::SQLITE_CONSTRAINT_PRIMARYKEY => StoreError::Duplicate {
                constraint: format!("{}_pkey", table_of(subject)),
                statement,
            },
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::ForeignKey { statement },
            ffi::SQLITE_CONSTRAINT_CHECK | ffi::SQLITE_CONSTRAINT_NOTNULL => StoreError::Check {
                constraint: subject.to_owned(),
                statement,
            },
            _ => StoreError::Other(format!("{statement}: {words}")),
        })
    }

    /// SQLite names the columns, `member.a, member.b`; the name is that of the unique index on
    /// them, or the one that PostgreSQL would give to a constraint without a name.
    fn unique_name(&self, columns: &str) -> String {
        const INDEX: &str = "SELECT name FROM pragma_index_list(?1) AS list
            WHERE \"unique\" = 1 AND origin = 'c' AND (
              SELECT group_concat(name, ', ') FROM (
                SELECT ?1 || '.' || name AS name FROM pragma_index_info(list.name) ORDER BY seqno
              )
            ) = ?2";
        let table = table_of(columns);
        let named = self
            .driver
            .query_row(INDEX, [table, columns], |row| row.get(0));
        named.unwrap_or_else(|_| {
            let parts = columns
                .split(", ")
                .filter_map(|column| column.split_once('.'));
            let parts: String = parts.map(|(_, column)| format!("_{column}")).collect();
            format!("{table}{parts}_key")
        })
    }
}

fn connect(path: &Path, flags: OpenFlags) -> rusqlite::Result<rusqlite::Connection> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let driver = rusqlite::Connection::open_with_flags(path, flags)?;
    driver.busy_timeout(Duration::from_secs(5))?;
    driver.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    driver.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cache_size = -8000;
         PRAGMA mmap_size = 268435456;
         PRAGMA temp_store = MEMORY;",
    )?;
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        driver.execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA wal_autocheckpoint = 4000;
             PRAGMA journal_size_limit = 67108864;",
        )?;
    }
    Ok(driver)
}

fn value_of(value: ValueRef<'_>) -> rusqlite::Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Text(_) => Value::Text(value.as_str()?.to_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => Err(rusqlite::types::FromSqlError::InvalidType)?,
    })
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null | Value::TooLarge(_) => rusqlite::types::Null.into(),
            Value::Int(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
            Value::Bytes(bytes) => bytes.as_slice().into(),
        })
    }
}

/// What SQLite says after its last colon: `person.email`, or the name of a CHECK.
fn subject_of(words: &str) -> &str {
    words.rsplit_once(": ").map_or("", |(_, rest)| rest)
}

fn table_of(columns: &str) -> &str {
    columns.split_once('.').map_or(columns, |(table, _)| table)
}
