//! Folders of the project, and trees of files as maps from relative path to content.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Relative path with `/` between its parts → content.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// What `make build` leaves for the server beside its binary.
pub(crate) fn site() -> PathBuf {
    root().join("target/site")
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

pub(crate) fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("writing {}", path.display()))
}

/// Every file below `folder`; a folder that does not exist is empty.
pub(crate) fn tree(folder: &Path) -> Result<Tree> {
    let mut found = Tree::new();
    if folder.is_dir() {
        collect(folder, "", &mut found)?;
    }
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Tree) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.insert(name, read(&entry.path())?);
        }
    }
    Ok(())
}

/// Makes `folder` hold exactly `wanted`; files that are already right stay untouched.
///
/// `last` is written after everything it names, and old files go after that, so that a server
/// that starts in between finds a complete site.
pub(crate) fn synchronise(folder: &Path, wanted: &Tree, last: &str) -> Result<()> {
    let present = tree(folder)?;
    let differs = |name: &String| present.get(name) != wanted.get(name);
    for (name, content) in wanted {
        if name != last && differs(name) {
            write(&folder.join(name), content)?;
        }
    }
    if let Some(content) = wanted.get(last)
        && differs(&last.to_owned())
    {
        write(&folder.join(last), content)?;
    }
    for name in present.keys().filter(|name| !wanted.contains_key(*name)) {
        fs::remove_file(folder.join(name)).with_context(|| format!("removing {name}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_made_to_hold_exactly_what_is_wanted() {
        let folder = root().join("target/xtask-tests/synchronise");
        let _ = fs::remove_dir_all(&folder);
        write(&folder.join("pkg/old.css"), b"old").unwrap();
        write(&folder.join("same.svg"), b"same").unwrap();
        let wanted = Tree::from([
            ("hash.txt".to_owned(), b"css: new".to_vec()),
            ("pkg/new.css".to_owned(), b"new".to_vec()),
            ("same.svg".to_owned(), b"same".to_vec()),
        ]);
        synchronise(&folder, &wanted, "hash.txt").unwrap();
        assert_eq!(tree(&folder).unwrap(), wanted);
    }
}
