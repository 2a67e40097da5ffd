//! Log lines as JSON on standard error.

use tracing_subscriber::filter::{Directive, LevelFilter};
use tracing_subscriber::{EnvFilter, fmt};

/// Reads documents of strangers and tells what it finds in them: that is nobody's business.
const SILENT: &str = "lopdf";

/// Starts logging; the error names a filter that cannot be read.
pub(crate) fn start(filter: &str) -> Result<(), String> {
    let filter =
        EnvFilter::try_new(filter).map_err(|error| format!("[log] filter «{filter}»: {error}"))?;
    let silence: Directive = format!("{SILENT}={}", LevelFilter::OFF)
        .parse()
        .map_err(|error| format!("[log] filter: {error}"))?;
    fmt()
        .json()
        .with_env_filter(filter.add_directive(silence))
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
