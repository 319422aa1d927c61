//! What the room `award` keeps.
