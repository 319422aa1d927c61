//! Pages and API of each room: what a person sees of the product.
//!
//! A page is a struct with display data ([`pages`]), an askama template beside it (`templates/`), words in every
//! language (`words/`), and samples of itself that the tests render. Handlers fill the struct and answer with
//! [`page::Shown`]. Nothing here decides or names a table.

pub mod accent;
pub mod asked;
pub mod assessors;
pub mod assets;
pub mod award;
pub mod catalogue;
pub mod cookies;
pub mod dates;
pub mod evidence;
pub mod form;
pub mod guard;
pub mod icon;
pub mod negotiation;
pub mod page;
pub mod pages;
pub mod people;
pub mod preferences;
pub mod pursuit;
pub mod range;
pub mod refused;
pub mod review;
pub mod route;
pub mod running;
pub mod seal;
pub mod shell;
pub mod site;
pub mod trouble;
pub mod words;
