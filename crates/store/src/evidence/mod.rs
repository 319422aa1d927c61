//! What the room `evidence` keeps.
