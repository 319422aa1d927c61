//! Use cases of the room `award`: what a decision leads to, how it is signed, who sees it.

mod make;

pub use make::{Awarding, make};
