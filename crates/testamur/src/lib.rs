//! The program: configuration, commands, wiring. Nothing here decides.

pub mod cli;
pub mod command;
pub mod config;
pub mod demo;
pub mod serve;
pub mod world;
