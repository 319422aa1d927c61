//! Use cases of the room `award`.
