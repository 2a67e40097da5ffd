//! Builds the site and does small chores.

fn main() {}
