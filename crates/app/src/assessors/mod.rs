//! Use cases of the room `assessors`.
