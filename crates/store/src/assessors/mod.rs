//! What the room `assessors` keeps.
