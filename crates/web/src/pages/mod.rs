//! The page structs of every room: display data, with the templates in `templates/`.

pub mod assessors;
pub mod audit;
pub mod award;
pub mod catalogue;
pub mod error;
pub mod evidence;
pub mod front;
pub mod growth;
pub mod letters;
#[cfg(test)]
pub mod markup;
pub mod part;
pub mod people;
pub mod pursuit;
pub mod review;
pub mod running;
pub mod sample;
pub mod setup;

#[cfg(test)]
mod tests;
