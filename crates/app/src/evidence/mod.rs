//! Use cases of the room `evidence`.
