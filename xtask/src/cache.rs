//! Results kept by the content they were made from: an unchanged input is not worked on twice.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// A folder of results, one sub-folder each, named `STEP-HASH`.
pub(crate) struct Cache {
    folder: PathBuf,
    used: RefCell<BTreeSet<String>>,
}

impl Cache {
    pub(crate) fn open(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Self {
            folder,
            used: RefCell::default(),
        })
    }

    /// The folder that `make` filled from these inputs, now or in an earlier run.
    ///
    /// `inputs` must hold everything the result depends on, versions and options of tools too.
    pub(crate) fn folder(
        &self,
        step: &str,
        inputs: &[&[u8]],
        make: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let name = format!("{step}-{}", key(inputs));
        let kept = self.folder.join(&name);
        if !kept.is_dir() {
            let unfinished = self.folder.join(format!("unfinished-{name}"));
            let _ = fs::remove_dir_all(&unfinished);
            fs::create_dir_all(&unfinished)?;
            make(&unfinished)?;
            fs::rename(&unfinished, &kept)?;
        }
        self.used.borrow_mut().insert(name);
        Ok(kept)
    }

    /// One file instead of a folder: `make` gives its content.
    pub(crate) fn file(
        &self,
        step: &str,
        inputs: &[&[u8]],
        make: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let folder = self.folder(step, inputs, |folder| {
            crate::files::write(&folder.join("result"), &make()?)
        })?;
        crate::files::read(&folder.join("result"))
    }

    /// Removes what this run did not use.
    pub(crate) fn prune(&self) -> Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !self.used.borrow().contains(&name) {
                fs::remove_dir_all(entry.path())?;
            }
        }
        Ok(())
    }
}

/// A short name for content: the first 64 bits of its SHA-256.
pub(crate) fn content_hash(content: &[u8]) -> String {
    Sha256::digest(content)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn key(inputs: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for input in inputs {
        hasher.update(input.len().to_le_bytes());
        hasher.update(input);
    }
    content_hash(&hasher.finalize())
}
