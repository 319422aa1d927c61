//! Use cases of the room `people`.
