//! The binary `stupeni`: configuration, router, layers, subcommands.

mod command;
mod http;
mod logging;
mod settings;

use std::process::ExitCode;

use clap::Parser;

use command::{Command, Failure};

/// Portal on which citizens register.
#[derive(Parser)]
#[command(name = "stupeni", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

fn main() -> ExitCode {
    let command = Arguments::parse().command.unwrap_or(Command::Serve);
    match command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure { message, code }) => {
            if !message.is_empty() {
                command::complain(&message);
            }
            ExitCode::from(code)
        }
    }
}
