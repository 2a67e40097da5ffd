//! A copy of the built pages.

use std::fs;
use std::path::{Path, PathBuf};

use trials::Trouble;

/// The pages the portal is started with.
fn built() -> Result<PathBuf, Trouble> {
    let own = std::env::current_exe()?;
    own.ancestors()
        .nth(2)
        .map(|target| target.join("site"))
        .ok_or_else(|| Trouble::wrong("this binary stands in no target folder"))
}

/// Copies them into this folder.
pub(crate) fn copy_to(folder: &Path) -> Result<(), Trouble> {
    copy(&built()?, folder)
}

fn copy(from: &Path, to: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
