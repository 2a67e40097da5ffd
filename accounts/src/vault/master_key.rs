//! The master key: 32 bytes from a file or from the configuration.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::{Zeroize as _, Zeroizing};

use crate::rng::Rng;

/// Why there is no master key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text is not a key.
    #[error("not a master key: `stupeni key generate` makes one")]
    Text,
    /// The file cannot be read or made.
    #[error("the key's file: {0}")]
    File(io::ErrorKind),
}

impl From<io::Error> for KeyError {
    fn from(error: io::Error) -> Self {
        Self::File(error.kind())
    }
}

/// The key all others are drawn from or wrapped with.
pub struct MasterKey(Zeroizing<[u8; 32]>);

impl MasterKey {
    /// A new key.
    #[must_use]
    pub fn generate(rng: &dyn Rng) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill(&mut *bytes);
        Self(bytes)
    }

    /// Reads the text form: 43 characters of base64url.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn from_text(text: &str) -> Result<Self, KeyError> {
        let mut bytes = Zeroizing::new([0; 32]);
        let text = text.trim();
        if text.len() != 43 {
            return Err(KeyError::Text);
        }
        match URL_SAFE_NO_PAD.decode_slice(text, &mut *bytes) {
            Ok(32) => Ok(Self(bytes)),
            _ => Err(KeyError::Text),
        }
    }

    /// The text form.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(*self.0))
    }

    /// Reads a key from a file.
    ///
    /// # Errors
    /// When the file cannot be read or holds no key.
    pub fn from_file(path: &Path) -> Result<Self, KeyError> {
        if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            tracing::warn!("others than the portal's user may read the master key's file");
        }
        Self::from_text(&Zeroizing::new(fs::read_to_string(path)?))
    }

    /// Reads a key from a file; where there is none, a new one is written with mode 0600. Of two
    /// processes that start at once one writes, and both have its key.
    ///
    /// # Errors
    /// When the file can be neither read nor made, or holds no key.
    pub fn from_file_or_new(path: &Path, rng: &dyn Rng) -> Result<Self, KeyError> {
        match Self::from_file(path) {
            Err(KeyError::File(io::ErrorKind::NotFound)) => {}
            outcome => return outcome,
        }
        Self::generate(rng).write_first(path, rng)?;
        Self::from_file(path)
    }

    /// The key is written in full under another name and then linked: nobody ever sees half a key,
    /// and a link never replaces what another process has put there.
    fn write_first(&self, path: &Path, rng: &dyn Rng) -> Result<(), KeyError> {
        let mut suffix = [0; 8];
        rng.fill(&mut suffix);
        let draft = path.with_extension(format!("{:016x}", u64::from_be_bytes(suffix)));
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&draft)?;
        let mut line = self.to_text();
        line.push('\n');
        let linked = file
            .write_all(line.as_bytes())
            .and_then(|()| file.sync_all())
            .and_then(|()| fs::hard_link(&draft, path));
        line.zeroize();
        fs::remove_file(&draft)?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error.into()),
            _ => Ok(sync_folder(path)?),
        }
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

/// A new name in a folder lasts only when the folder is synced, too.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{SeededRng, SystemRng};

    #[test]
    fn the_text_form_comes_back() {
        let key = MasterKey::generate(&SeededRng::new(1));
        let text = key.to_text();
        let again = MasterKey::from_text(&format!(" {}\n", *text)).expect("its own text");
        assert_eq!(again.bytes(), key.bytes());
        for wrong in ["", "short", &text[1..], &format!("{}A", *text)] {
            assert_eq!(MasterKey::from_text(wrong).err(), Some(KeyError::Text));
        }
    }

    #[test]
    fn many_that_start_at_once_get_one_key_in_a_private_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("master.key");
        let keys: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| MasterKey::from_file_or_new(&path, &SystemRng)))
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().expect("no panic").expect("a key"))
                .collect()
        });
        assert!(keys.iter().all(|key| key.bytes() == keys[0].bytes()));
        let mode = fs::metadata(&path).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }

    #[test]
    fn a_file_without_a_key_is_left_alone() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("master.key");
        fs::write(&path, "nonsense").expect("written");
        let outcome = MasterKey::from_file_or_new(&path, &SystemRng);
        assert_eq!(outcome.err(), Some(KeyError::Text));
        assert_eq!(fs::read_to_string(&path).expect("still there"), "nonsense");
    }
}
