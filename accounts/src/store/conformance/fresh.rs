//! An empty, migrated database for one case.

use std::future::Future;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use crate::store::Store;

/// A database of a case.
pub(crate) struct Fresh {
    pub(crate) store: Store,
    pub(crate) url: String,
}

impl Fresh {
    /// The same database, opened a second time: what another process sees.
    pub(crate) async fn another(&self) -> Store {
        Store::open(&self.url).await.expect("opened a second time")
    }
}

/// Runs a case on SQLite.
pub(crate) async fn on_sqlite<F: Future<Output = ()>>(case: impl FnOnce(Fresh) -> F) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite://{}", folder.path().join("case.sqlite").display());
    run(case, url).await;
}

/// Databases that cases of this run have left. Making one takes longer than most cases, so the next case
/// gets an emptied one; what fails keeps its database. They end with the throw-away server.
static LEFT: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Runs a case on PostgreSQL. It may change rows, not tables.
pub(crate) async fn on_postgres<F: Future<Output = ()>>(case: impl FnOnce(Fresh) -> F) {
    let left = LEFT.lock().expect("no panic").pop();
    let url = match left {
        Some(url) => {
            empty(&url).await;
            url
        }
        None => create(&new_name()).await,
    };
    run(case, url.clone()).await;
    LEFT.lock().expect("no panic").push(url);
}

async fn run<F: Future<Output = ()>>(case: impl FnOnce(Fresh) -> F, url: String) {
    let store = Store::open(&url).await.expect("the database opens");
    store.migrate().await.expect("the database migrates");
    let kept = store.clone();
    case(Fresh { store, url }).await;
    kept.close().await;
}

/// A name no other case uses.
pub(super) fn new_name() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::SeqCst);
    format!("case_{}_{number}", std::process::id())
}

/// Makes an empty database; answers its address.
pub(super) async fn create(name: &str) -> String {
    let (server, url) = address(name);
    let mut connection = PgConnection::connect(&server)
        .await
        .expect("PostgreSQL answers");
    let statement = AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(statement)
        .execute(&mut connection)
        .await
        .expect("a database is made");
    connection.close().await.expect("closed");
    url
}

/// Deletes every row, whatever the tables are called. They come in any order: as a replica PostgreSQL does not ask which
/// of them lean on each other.
async fn empty(url: &str) {
    const EMPTY: &str = "DO $$ DECLARE name TEXT; BEGIN \
        PERFORM set_config('session_replication_role', 'replica', true); \
        FOR name IN SELECT tablename FROM pg_tables \
            WHERE schemaname = 'public' AND tablename <> '_sqlx_migrations' \
        LOOP EXECUTE format('DELETE FROM %I', name); END LOOP; END $$";
    let mut connection = PgConnection::connect(url)
        .await
        .expect("PostgreSQL answers");
    sqlx::query(EMPTY)
        .execute(&mut connection)
        .await
        .expect("a database is emptied");
    connection.close().await.expect("closed");
}

pub(super) async fn drop_database(name: &str) {
    let (server, _) = address(name);
    let mut connection = PgConnection::connect(&server)
        .await
        .expect("PostgreSQL answers");
    let statement = AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"));
    sqlx::query(statement)
        .execute(&mut connection)
        .await
        .expect("a database is dropped");
    connection.close().await.expect("closed");
}

/// Address of the server and of a database on it.
fn address(name: &str) -> (String, String) {
    #[expect(clippy::disallowed_methods, reason = "the tests' server is not a setting of the portal")]
    let server = std::env::var("STUPENI_TEST_POSTGRES")
        .expect("STUPENI_TEST_POSTGRES must hold the address of a PostgreSQL server; `make test` starts one");
    let (root, _) = server
        .rsplit_once('/')
        .expect("postgres://user:password@host:port/database");
    let url = format!("{root}/{name}");
    (server, url)
}
