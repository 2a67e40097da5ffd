use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;

use super::{Storage, StorageError};
use crate::config::Uploads;

const FIRST: &str = "0198a000-0000-7000-8000-000000000001";
const SECOND: &str = "0198a000-0000-7000-8000-000000000002";

/// What the rest of the portal relies on, whatever the store.
async fn keeps_its_promises(storage: Storage) {
    assert_eq!(storage.ids().await, Ok(Vec::new()));
    storage.put(SECOND, vec![2; 100_000]).await.expect("put");
    storage.put(FIRST, vec![1]).await.expect("put");
    assert_eq!(storage.ids().await.expect("listed"), [FIRST, SECOND]);
    assert_eq!(storage.get(SECOND).await.expect("got"), vec![2; 100_000]);
    storage.delete(SECOND).await.expect("deleted");
    storage.delete(SECOND).await.expect("a repeat");
    assert!(storage.get(SECOND).await.is_err());
    assert_eq!(storage.ids().await.expect("listed"), [FIRST]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let uploads = folder.path().join("deep/uploads");
    let config = Uploads {
        url: format!("file://{}", uploads.display()),
        ..Uploads::default()
    };
    keeps_its_promises(Storage::open(&config).expect("opened")).await;
    let mode = std::fs::metadata(&uploads)
        .expect("made")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o700, "nobody else may look");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_s3_store() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    let bucket = Bucket::default();
    let objects = get(read).put(write).delete(remove);
    let router = Router::new()
        .route("/files", get(list))
        .route("/files/{*key}", objects)
        .with_state(bucket.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let config = Uploads {
        url: "s3://files/portal/".into(),
        endpoint,
        access_key: "name".into(),
        secret_key: "secret".into(),
        ..Uploads::default()
    };
    keeps_its_promises(Storage::open(&config).expect("opened")).await;
    let names: Vec<_> = bucket.0.lock().expect("no panic").keys().cloned().collect();
    assert_eq!(names, [format!("portal/{FIRST}")]);
}

#[derive(Clone, Default)]
struct Bucket(Arc<Mutex<BTreeMap<String, Bytes>>>);

fn is_signed(headers: &HeaderMap) -> bool {
    let signature = headers
        .get("authorization")
        .and_then(|value| value.to_str().ok());
    signature.is_some_and(|text| text.starts_with("AWS4-HMAC-SHA256 Credential=name/"))
}

async fn write(
    State(bucket): State<Bucket>,
    Path(key): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, [(&'static str, &'static str); 1]) {
    let tag = [("etag", "\"1\"")];
    if !is_signed(&headers) {
        return (StatusCode::FORBIDDEN, tag);
    }
    bucket.0.lock().expect("no panic").insert(key, body);
    (StatusCode::OK, tag)
}

async fn read(
    State(bucket): State<Bucket>,
    Path(key): Path<String>,
) -> Result<([(&'static str, &'static str); 2], Bytes), StatusCode> {
    let headers = [
        ("etag", "\"1\""),
        ("last-modified", "Mon, 02 Mar 2026 00:00:00 GMT"),
    ];
    let found = bucket.0.lock().expect("no panic").get(&key).cloned();
    found
        .map(|body| (headers, body))
        .ok_or(StatusCode::NOT_FOUND)
}

async fn remove(State(bucket): State<Bucket>, Path(key): Path<String>) -> StatusCode {
    bucket.0.lock().expect("no panic").remove(&key);
    StatusCode::NO_CONTENT
}

async fn list(State(bucket): State<Bucket>) -> String {
    let objects = bucket.0.lock().expect("no panic");
    let entries = objects.iter().map(|(key, body)| {
        format!(
            "<Contents><Key>{key}</Key><LastModified>2026-03-02T00:00:00.000Z</LastModified>\
             <ETag>1</ETag><Size>{}</Size></Contents>",
            body.len()
        )
    });
    format!(
        "<ListBucketResult><IsTruncated>false</IsTruncated>{}</ListBucketResult>",
        entries.collect::<String>()
    )
}

#[test]
fn what_cannot_be_used_is_told() {
    let open = |url: &str| {
        let config = Uploads {
            url: url.into(),
            ..Uploads::default()
        };
        Storage::open(&config).map(drop)
    };
    for url in ["", "file://", "ftp://x", "/uploads"] {
        assert_eq!(open(url), Err(StorageError::Address), "{url:?}");
    }
    assert_eq!(open("s3://files"), Err(StorageError::Keys));
    assert!(matches!(
        open("file:///proc/nowhere"),
        Err(StorageError::Folder(_))
    ));
}
