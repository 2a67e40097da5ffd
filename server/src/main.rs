//! The binary `stupeni`: configuration, router, layers, subcommands.

fn main() {}
