//! What can go wrong between the product and its database.

/// A failure of the store. None of these is a refusal: refusals are values of the use case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Other units of work kept winning the race for the same rows. Nothing was changed; the
    /// caller may try again in a moment (HTTP 503 with `Retry-After`).
    #[error("the database was too busy with the same rows; nothing was changed, please try again")]
    Conflict,
    /// A unique constraint was hit. Both databases give the name that PostgreSQL would:
    /// `person_email_key`, or `person_pkey` for the primary key.
    #[error("{statement}: already there, says {constraint}")]
    Duplicate {
        /// Name of the constraint.
        constraint: String,
        /// Name of the statement.
        statement: &'static str,
    },
    /// A row points at another that is not there, or is still pointed at.
    #[error("{statement}: a row that this one needs is missing, or one that needs it is left")]
    ForeignKey {
        /// Name of the statement.
        statement: &'static str,
    },
    /// A CHECK or NOT NULL constraint was hit.
    #[error("{statement}: a value is outside its limits, says {constraint}")]
    Check {
        /// Name of the constraint, or `table.column` for NOT NULL.
        constraint: String,
        /// Name of the statement.
        statement: &'static str,
    },
    /// What is stored cannot be what was stored by this product.
    #[error("inconsistent data: {statement}, column {column}: {found}")]
    Inconsistent {
        /// Name of the statement that read it.
        statement: &'static str,
        /// Column, or `row` when the number of rows is wrong.
        column: String,
        /// What was found and what was expected, without the value of a person's data.
        found: String,
    },
    /// The connection was lost while the COMMIT was under way: it may or may not have happened.
    /// Asking again with the same idempotency key is safe.
    #[error(
        "the connection broke during the commit, its outcome is unknown; ask again with the same key"
    )]
    Unknown,
    /// The database cannot be reached, or all its connections are taken.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A unit of work panicked; its changes were undone.
    #[error("a unit of work panicked: {0}")]
    Panicked(String),
    /// A migration does not fit the database.
    #[error("migration: {0}")]
    Migration(String),
    /// Anything else, with the database's own words.
    #[error("database: {0}")]
    Other(String),
}

impl StoreError {
    /// Whether this is the unique constraint of that name.
    pub fn is_duplicate_of(&self, name: &str) -> bool {
        matches!(self, StoreError::Duplicate { constraint, .. } if constraint == name)
    }
}
