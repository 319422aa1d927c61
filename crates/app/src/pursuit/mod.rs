//! Use cases of the room `pursuit`.
