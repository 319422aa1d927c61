//! An assessor's pages: the desk, and one review.

mod desk;
mod scoring;
mod scoring_sample;

pub use desk::{Desk, Qualified, ReviewLine};
pub use scoring::{LevelChoice, Review, Score, Shelf, Shown};
