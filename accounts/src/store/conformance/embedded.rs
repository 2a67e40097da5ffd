//! What is true of the embedded database alone.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::fresh;
use crate::store::{Store, StoreError, create_private_folder};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_else_may_read_its_files() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path().join("a/b/data");
    create_private_folder(&data).expect("made");
    create_private_folder(&data).expect("it is there already");
    let store = Store::open(&format!("sqlite://{}", data.join("x.sqlite").display()))
        .await
        .expect("opened");
    store.migrate().await.expect("migrated");
    store.ping().await.expect("it answers");
    let mode = |path: &Path| {
        fs::metadata(path)
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode(&data), 0o700);
    let mut names = Vec::new();
    for file in fs::read_dir(&data).expect("the folder") {
        let path = file.expect("a file").path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        names.push(
            path.file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
        );
    }
    assert!(names.iter().any(|name| name == "x.sqlite-wal"), "{names:?}");
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_in_a_write_ends_that_write_alone() {
    fresh::on_sqlite(|fresh| async move {
        let outcome: Result<(), StoreError> = fresh
            .store
            .write(|c| {
                Box::pin(async move {
                    c.execute("DELETE FROM throttle WHERE key = $1", &[Vec::new().into()])
                        .await?;
                    panic!("on purpose")
                })
            })
            .await;
        assert!(
            matches!(outcome, Err(StoreError::Refused { .. })),
            "{outcome:?}"
        );
        let next: Result<_, StoreError> = fresh
            .store
            .write(|c| Box::pin(async move { c.fetch_optional("SELECT 1", &[]).await.map(|_| ()) }))
            .await;
        assert_eq!(next, Ok(()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_written_is_on_the_disk() {
    fresh::on_sqlite(|fresh| async move {
        const MODE: &str = "PRAGMA journal_mode";
        const SYNCHRONOUS: &str = "PRAGMA synchronous";
        const FOREIGN_KEYS: &str = "PRAGMA foreign_keys";
        let read: Result<_, StoreError> = fresh
            .store
            .write(|c| {
                Box::pin(async move {
                    let mode = c.fetch_optional(MODE, &[]).await?;
                    let synchronous = c.fetch_optional(SYNCHRONOUS, &[]).await?;
                    let keys = c.fetch_optional(FOREIGN_KEYS, &[]).await?;
                    Ok((
                        mode.map(|row| row.text(0)),
                        synchronous.map(|row| row.int(0)),
                        keys.map(|row| row.int(0)),
                    ))
                })
            })
            .await;
        let expected = (Some(Ok("wal".to_owned())), Some(Ok(2)), Some(Ok(1)));
        assert_eq!(read, Ok(expected));
    })
    .await;
}

#[tokio::test]
async fn addresses_that_are_none_are_refused() {
    for url in [
        "",
        "sqlite://",
        "mysql://x",
        "postgres//x",
        "sqlite://x?mode=memory",
    ] {
        assert_eq!(
            Store::open(url).await.err(),
            Some(StoreError::Address),
            "{url}"
        );
    }
    let missing = Store::open("sqlite:///nowhere/at/all.sqlite").await.err();
    assert!(matches!(missing, Some(StoreError::File(_))), "{missing:?}");
}
