//! What the room `review` keeps.
