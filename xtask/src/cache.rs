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

#[cfg(test)]
mod tests {
    use super::*;

    fn empty(name: &str) -> PathBuf {
        let folder = crate::files::root().join("target/xtask-tests").join(name);
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn the_same_inputs_are_worked_on_once() {
        let cache = Cache::open(empty("once")).unwrap();
        let first = cache.file("step", &[b"a", b"b"], || Ok(b"made".to_vec()));
        let again = cache.file("step", &[b"a", b"b"], || panic!("made twice"));
        assert_eq!(first.unwrap(), again.unwrap());
    }

    #[test]
    fn inputs_are_not_run_together() {
        assert_ne!(key(&[b"a", b"bc"]), key(&[b"ab", b"c"]));
    }

    #[test]
    fn a_failure_leaves_nothing_behind() {
        let cache = Cache::open(empty("failure")).unwrap();
        let failed = cache.file("step", &[b"a"], || anyhow::bail!("no"));
        assert!(failed.is_err());
        let made = cache.file("step", &[b"a"], || Ok(b"made".to_vec()));
        assert_eq!(made.unwrap(), b"made");
    }

    #[test]
    fn what_a_run_does_not_use_goes() {
        let folder = empty("prune");
        let earlier = Cache::open(folder.clone()).unwrap();
        earlier.file("step", &[b"old"], || Ok(Vec::new())).unwrap();
        let now = Cache::open(folder.clone()).unwrap();
        now.file("step", &[b"new"], || Ok(Vec::new())).unwrap();
        now.prune().unwrap();
        assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
    }
}
