//! Log lines as JSON on standard error.

use tracing_subscriber::{EnvFilter, fmt};

/// Starts logging; the error names a filter that cannot be read.
pub(crate) fn start(filter: &str) -> Result<(), String> {
    let filter =
        EnvFilter::try_new(filter).map_err(|error| format!("[log] filter «{filter}»: {error}"))?;
    fmt()
        .json()
        .with_env_filter(filter)
        .with_current_span(true)
        .with_span_list(false)
        .with_writer(std::io::stderr)
        .init();
    // A panic's text may hold what a person typed: the place is enough.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "panic");
    }));
    Ok(())
}
