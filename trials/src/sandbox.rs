//! The sandbox as a process of its own: it outlives a killed portal.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::answer::client;
use crate::process::{Process, Settings};
use crate::{Log, Outbox, Trouble, port};

const PATIENCE: Duration = Duration::from_secs(20);
const TRIES: usize = 5;

/// A running sandbox with a folder of its own; both end with this value.
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    smtp_address: SocketAddr,
    folder: TempDir,
    process: Process,
    log: Log,
}

impl Sandbox {
    /// Starts `stupeni sandbox`.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] with the end of its log, when it does not answer.
    pub async fn start() -> Result<Self, Trouble> {
        let mut tries = 0;
        loop {
            tries += 1;
            match Self::start_once().await {
                Err(Trouble::Wrong(why)) if tries < TRIES && why.contains("in use") => {}
                outcome => return outcome,
            }
        }
    }

    async fn start_once() -> Result<Self, Trouble> {
        let folder = tempfile::tempdir()?;
        let (address, smtp_address) = (port::free(), port::free());
        let mut settings = Settings::new();
        let mut set = |key: &str, value: String| settings.insert(key.to_owned(), value);
        set("sandbox.addr", address.to_string());
        set("sandbox.smtp_addr", smtp_address.to_string());
        set("data.dir", folder.path().display().to_string());
        let log = Log::default();
        let process = Process::start("sandbox", &settings, &log)?;
        let mut sandbox = Self {
            address,
            smtp_address,
            folder,
            process,
            log,
        };
        sandbox.answers().await?;
        Ok(sandbox)
    }

    async fn answers(&mut self) -> Result<(), Trouble> {
        let (client, begun) = (client(), Instant::now());
        while begun.elapsed() < PATIENCE && !self.process.has_ended() {
            if client
                .get(format!("http://{}/outbox", self.address))
                .send()
                .await
                .is_ok()
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        Err(Trouble::wrong(format!(
            "the sandbox does not answer:\n{}",
            self.log.tail()
        )))
    }

    /// Id of its process.
    #[must_use]
    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Page, gateways and JSON.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Mail.
    #[must_use]
    pub fn smtp_address(&self) -> SocketAddr {
        self.smtp_address
    }

    /// Where it keeps what it received.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// What it received.
    #[must_use]
    pub fn outbox(&self) -> Outbox {
        Outbox::new(client(), self.address)
    }
}
