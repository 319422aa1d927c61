//! What the room `pursuit` keeps.
