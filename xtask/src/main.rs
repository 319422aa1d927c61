//! Everything that is not shipped: `cargo xtask test | lint | bench`.
fn main() {}
