//! A statement is SQL with a name.

/// SQL that runs on both databases, with parameters `$1`, `$2`, ... Made by [`statements!`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// Module and constant, for messages and measurements.
    pub name: &'static str,
    /// The text.
    pub sql: &'static str,
}

/// SQL that differs between the databases, with the same parameters and columns. Made by
/// [`forks!`]; allowed where no common text exists, which is full-text search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fork {
    /// For SQLite.
    pub sqlite: Statement,
    /// For PostgreSQL.
    pub postgres: Statement,
}

/// Declares the forks of a file, and `FORKS`, their list for the registry.
#[macro_export]
macro_rules! forks {
    ($($(#[$doc:meta])* $name:ident = sqlite $sqlite:expr, postgres $postgres:expr;)*) => {
        $(
            $(#[$doc])*
            pub static $name: $crate::Fork = $crate::Fork {
                sqlite: $crate::Statement {
                    name: concat!(module_path!(), "::", stringify!($name)),
                    sql: $sqlite,
                },
                postgres: $crate::Statement {
                    name: concat!(module_path!(), "::", stringify!($name)),
                    sql: $postgres,
                },
            };
        )*
        /// Every fork of this module.
        pub static FORKS: &[&$crate::Fork] = &[$(&$name),*];
    };
}

/// Declares the statements of a room, and `ALL`, their list for the registry.
///
/// ```
/// mod sql {
///     store::statements! {
///         /// One setting by its name.
///         FIND = "SELECT value FROM setting WHERE name = $1";
///     }
/// }
/// assert_eq!(sql::ALL.len(), 1);
/// assert!(sql::FIND.name.ends_with("sql::FIND"));
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $(
            $(#[$doc])*
            pub static $name: $crate::Statement = $crate::Statement {
                name: concat!(module_path!(), "::", stringify!($name)),
                sql: $sql,
            };
        )*
        /// Every statement of this module.
        pub static ALL: &[&$crate::Statement] = &[$(&$name),*];
    };
}
