//! SCSS → one CSS file.

use anyhow::{Result, ensure};

use crate::cache::Cache;
use crate::site::Mode;
use crate::{files, npm};

const MAIN: &str = "style/main.scss";

/// The style sheet of every page.
pub(crate) fn build(mode: Mode, cache: &Cache) -> Result<Vec<u8>> {
    ensure!(
        files::root().join(MAIN).is_file(),
        "{MAIN} does not exist: the site has no styles yet"
    );
    let options: &[&str] = match mode {
        Mode::Release => &["--no-source-map", "--style=compressed", MAIN],
        Mode::Development => &["--no-source-map", MAIN],
    };
    let versions = npm::versions()?;
    let sources = files::tree(&files::root().join("style"))?;
    let options_key = options.join(" ");
    let mut inputs: Vec<&[u8]> = vec![&versions, options_key.as_bytes()];
    for (name, content) in &sources {
        inputs.push(name.as_bytes());
        inputs.push(content);
    }
    cache.file("style", &inputs, || npm::capture("sass", options))
}
