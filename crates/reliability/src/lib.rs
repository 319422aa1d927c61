//! Judgements by several people: who judges what.
//!
//! Pure: no clock, no randomness, no storage, and nothing of any product. What is here takes
//! numbers and gives numbers, so that it can be checked against other software and used alone.

pub mod assignment;
