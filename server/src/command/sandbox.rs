//! `stupeni sandbox`: the sandbox alone, so that it outlives a killed portal.

use crate::settings::Settings;
use crate::{command::say, logging};

use super::Failure;

pub(crate) async fn run(settings: Settings) -> Result<(), Failure> {
    logging::start(&settings.log.filter).map_err(|error| Failure::new(2, error))?;
    let running = start(&settings).await?;
    say(&format!(
        "Песочница: http://{}, почта: {}",
        running.addr, running.smtp_addr
    ));
    super::serve::stop_signal().await;
    running.stop().await;
    Ok(())
}

/// Starts the sandbox with its file in the data folder.
pub(crate) async fn start(settings: &Settings) -> Result<sandbox::Running, Failure> {
    accounts::store::create_private_folder(&settings.data.dir)
        .map_err(|error| Failure::new(1, format!("[data] dir: {error}")))?;
    sandbox::start(sandbox::Config {
        addr: settings.sandbox.addr,
        smtp_addr: settings.sandbox.smtp_addr,
        file: settings.data.dir.join("sandbox.sqlite"),
    })
    .await
    .map_err(|error| Failure::new(1, format!("sandbox: {error}")))
}
