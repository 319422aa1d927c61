//! Use cases of the room `review`.
