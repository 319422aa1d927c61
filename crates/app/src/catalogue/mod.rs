//! Use cases of the room `catalogue`.
