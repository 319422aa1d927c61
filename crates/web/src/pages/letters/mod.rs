//! Reading letters, and choosing what comes how often.

mod choices;
mod list;
mod one;

pub use choices::{LetterChoices, Stopped};
pub use list::{LetterLine, LetterList};
pub use one::LetterPage;
