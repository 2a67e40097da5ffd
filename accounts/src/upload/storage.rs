//! The object store: a folder, or S3 and what speaks like it. It holds sealed bytes under an upload's id.

use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectStore, ObjectStoreExt as _, RetryConfig};

use crate::config::Uploads as Config;
use crate::store::create_private_folder;

/// Longest time one call to a distant store may take.
const TIMEOUT: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
/// A call that failed is repeated so often, within this time.
const RETRIES: usize = 2;

/// Why the object store cannot be used. Codes alone: a store's own texts can hold keys.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The address is neither `file://` nor `s3://`.
    #[error("the address is neither file://folder nor s3://bucket/prefix")]
    Address,
    /// The folder cannot be made.
    #[error("the folder: {0}")]
    Folder(std::io::ErrorKind),
    /// An S3 store without its keys.
    #[error("an S3 store needs access_key and secret_key")]
    Keys,
    /// The store does not answer, or refuses.
    #[error("the object store does not answer")]
    Unavailable,
}

impl From<object_store::Error> for StorageError {
    fn from(_: object_store::Error) -> Self {
        Self::Unavailable
    }
}

/// The object store.
pub(super) struct Storage(Arc<dyn ObjectStore>);

impl Storage {
    pub(super) fn open(config: &Config) -> Result<Self, StorageError> {
        if let Some(folder) = config.url.strip_prefix("file://") {
            open_folder(folder)
        } else if let Some(place) = config.url.strip_prefix("s3://") {
            let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
            open_s3(config, bucket, prefix)
        } else {
            Err(StorageError::Address)
        }
    }

    /// Puts sealed bytes under a new id; they are there for good when this returns.
    pub(super) async fn put(&self, id: &str, sealed: Vec<u8>) -> Result<(), StorageError> {
        self.0.put(&Path::from(id), sealed.into()).await?;
        Ok(())
    }

    pub(super) async fn get(&self, id: &str) -> Result<Vec<u8>, StorageError> {
        let found = self.0.get(&Path::from(id)).await?;
        Ok(found.bytes().await?.to_vec())
    }

    /// Removes an object; one that is not there is no error.
    pub(super) async fn delete(&self, id: &str) -> Result<(), StorageError> {
        match self.0.delete(&Path::from(id)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Every id there is an object for, sorted.
    pub(super) async fn ids(&self) -> Result<Vec<String>, StorageError> {
        let found = self
            .0
            .list(None)
            .map_ok(|object| object.location.to_string());
        let mut ids: Vec<String> = found.try_collect().await?;
        ids.sort_unstable();
        Ok(ids)
    }
}

fn open_folder(folder: &str) -> Result<Storage, StorageError> {
    if folder.is_empty() {
        return Err(StorageError::Address);
    }
    create_private_folder(folder.as_ref()).map_err(|error| StorageError::Folder(error.kind()))?;
    // The row that is written next must not outlive the object in a power cut.
    let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
    Ok(Storage(Arc::new(store)))
}

fn open_s3(config: &Config, bucket: &str, prefix: &str) -> Result<Storage, StorageError> {
    if config.access_key.is_empty() || config.secret_key.is_empty() {
        return Err(StorageError::Keys);
    }
    // The second call of a process changes nothing and says so.
    drop(rustls::crypto::ring::default_provider().install_default());
    let client = ClientOptions::new()
        .with_timeout(TIMEOUT)
        .with_connect_timeout(CONNECT_TIMEOUT)
        .with_allow_http(config.endpoint.starts_with("http://"));
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(&config.region)
        .with_access_key_id(&config.access_key)
        .with_secret_access_key(&config.secret_key)
        .with_client_options(client)
        // Not every store that speaks S3 knows how to delete many at once, and one at a time is enough.
        .with_disable_bulk_delete(true)
        .with_retry(RetryConfig {
            max_retries: RETRIES,
            retry_timeout: TIMEOUT,
            ..RetryConfig::default()
        });
    if !config.endpoint.is_empty() {
        builder = builder.with_endpoint(&config.endpoint);
    }
    let store = builder.build().map_err(|_| StorageError::Address)?;
    Ok(match prefix.trim_matches('/') {
        "" => Storage(Arc::new(store)),
        prefix => Storage(Arc::new(PrefixStore::new(store, prefix))),
    })
}

#[cfg(test)]
#[path = "storage_tests.rs"]
mod tests;
