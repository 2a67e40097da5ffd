//! The outside world on loopback: SMS and voice gateways and state registries over HTTP, a mail
//! server over SMTP.
//!
//! What was received is kept in a file of its own before it is acknowledged; a page shows it,
//! `GET /outbox` gives it as JSON, `PUT /faults` makes a channel slow, down or forgetful,
//! `PUT /registries/rules` says how a registry answers.

mod extract;
mod fault;
mod file;
mod gateway;
mod html;
mod inbox;
mod letter;
mod message;
mod page;
mod registry;
mod smtp;

use std::net::SocketAddr;
use std::path::PathBuf;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use fault::Faults;
use inbox::Inbox;
use registry::Desk;

/// Where the sandbox listens and keeps what it received.
#[derive(Clone, Debug)]
pub struct Config {
    /// Page, gateways and JSON.
    pub addr: SocketAddr,
    /// Mail.
    pub smtp_addr: SocketAddr,
    /// SQLite file, made when absent.
    pub file: PathBuf,
}

/// Why the sandbox does not start.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// It shows every code: loopback only.
    #[error("{0} is not a loopback address")]
    NotLoopback(SocketAddr),
    /// The address is taken or not there.
    #[error("{0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    /// The file cannot be used.
    #[error("file: {0}")]
    File(#[from] sqlx::Error),
    /// What registries call with cannot be made: no certificates of this machine for TLS.
    #[error("caller: {0}")]
    Caller(reqwest::Error),
}

/// A sandbox that runs until it is stopped.
pub struct Running {
    /// Where the page, the gateways and the JSON are.
    pub addr: SocketAddr,
    /// Where mail is received.
    pub smtp_addr: SocketAddr,
    stop: CancellationToken,
    tasks: [JoinHandle<()>; 3],
}

impl Running {
    /// Ends the listeners and the registries' work.
    pub async fn stop(self) {
        self.stop.cancel();
        for task in self.tasks {
            task.await.ok();
        }
    }
}

/// Starts the sandbox.
///
/// # Errors
/// An address outside loopback or in use, a file that cannot be opened, a machine without
/// certificates.
pub async fn start(config: Config) -> Result<Running, SandboxError> {
    let listener = listen(config.addr).await?;
    let mail = listen(config.smtp_addr).await?;
    let (addr, smtp_addr) = (
        local(&listener, config.addr)?,
        local(&mail, config.smtp_addr)?,
    );
    let file = file::open(&config.file).await?;
    let inbox = Inbox::open(file.clone()).await?;
    let faults = Faults::default();
    let stop = CancellationToken::new();
    let desk = Desk::open(file, stop.clone()).await?;
    let router = gateway::router(inbox.clone(), faults.clone(), desk.clone());
    let stopped = stop.clone().cancelled_owned();
    let http = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router)
            .with_graceful_shutdown(stopped)
            .await
        {
            tracing::error!(%error, "sandbox");
        }
    });
    let smtp = tokio::spawn(smtp::serve(mail, inbox, faults, stop.clone()));
    let registries = tokio::spawn(registry::work(desk));
    Ok(Running {
        addr,
        smtp_addr,
        stop,
        tasks: [http, smtp, registries],
    })
}

async fn listen(addr: SocketAddr) -> Result<TcpListener, SandboxError> {
    if !addr.ip().is_loopback() {
        return Err(SandboxError::NotLoopback(addr));
    }
    TcpListener::bind(addr)
        .await
        .map_err(|error| SandboxError::Listen(addr, error))
}

fn local(listener: &TcpListener, addr: SocketAddr) -> Result<SocketAddr, SandboxError> {
    listener
        .local_addr()
        .map_err(|error| SandboxError::Listen(addr, error))
}
