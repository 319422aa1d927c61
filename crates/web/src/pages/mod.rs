//! The page structs of every room: display data, with the templates in `templates/`.

pub mod catalogue;
pub mod error;
pub mod front;
#[cfg(test)]
pub mod markup;
pub mod part;
pub mod people;
pub mod pursuit;
pub mod sample;

#[cfg(test)]
mod tests;
