//! An assessor's pages: the desk, one review, and decisions that wait to be released.

mod desk;
mod door;
mod releases;
mod scoring;
mod scoring_sample;

pub use desk::{Desk, Qualified, ReviewLine};
pub use door::{Door, Entry, OwnMark};
pub use releases::{Release, Releases};
pub use scoring::{LevelChoice, Review, Score, Shelf, Shown};
