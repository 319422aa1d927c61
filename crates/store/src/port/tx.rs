//! A unit of work's view of the database.

use super::{Row, Statement, StoreError, Value};

/// The transaction of one unit of work. Synchronous.
pub struct Tx {
    _private: std::cell::Cell<()>,
}

impl Tx {
    /// All rows that a statement answers.
    pub fn rows(&self, _s: &Statement, _args: &[Value]) -> Result<Vec<Row>, StoreError> {
        Err(StoreError::Unavailable("not connected".to_owned()))
    }

    /// The only row, if there is one.
    pub fn optional(&self, s: &Statement, args: &[Value]) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(s, args)?.pop())
    }

    /// The only row, which must be there.
    pub fn one(&self, s: &Statement, args: &[Value]) -> Result<Row, StoreError> {
        self.optional(s, args)?.ok_or(StoreError::Conflict)
    }

    /// Runs a statement and answers how many rows it touched.
    pub fn execute(&self, s: &Statement, args: &[Value]) -> Result<u64, StoreError> {
        self.rows(s, args).map(|rows| rows.len() as u64)
    }
}
