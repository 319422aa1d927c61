//! What the room `catalogue` keeps.
