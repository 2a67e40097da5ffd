//! Migrations: twin folders with equal numbers and names, embedded in the program.

use std::path::Path;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{Connection as _, SqlStr};

use super::error::StoreError;
use super::sqlite::connect;

struct Twin {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const ALL: &[Twin] = &[
    Twin {
        version: 1,
        name: "accounts",
        sqlite: include_str!("../../migrations/sqlite/0001_accounts.sql"),
        postgres: include_str!("../../migrations/postgres/0001_accounts.sql"),
    },
    Twin {
        version: 2,
        name: "profiles",
        sqlite: include_str!("../../migrations/sqlite/0002_profiles.sql"),
        postgres: include_str!("../../migrations/postgres/0002_profiles.sql"),
    },
    Twin {
        version: 3,
        name: "uploads",
        sqlite: include_str!("../../migrations/sqlite/0003_uploads.sql"),
        postgres: include_str!("../../migrations/postgres/0003_uploads.sql"),
    },
    Twin {
        version: 4,
        name: "operators",
        sqlite: include_str!("../../migrations/sqlite/0004_operators.sql"),
        postgres: include_str!("../../migrations/postgres/0004_operators.sql"),
    },
    Twin {
        version: 5,
        name: "appointments",
        sqlite: include_str!("../../migrations/sqlite/0005_appointments.sql"),
        postgres: include_str!("../../migrations/postgres/0005_appointments.sql"),
    },
    Twin {
        version: 6,
        name: "receptions",
        sqlite: include_str!("../../migrations/sqlite/0006_receptions.sql"),
        postgres: include_str!("../../migrations/postgres/0006_receptions.sql"),
    },
    Twin {
        version: 7,
        name: "administration",
        sqlite: include_str!("../../migrations/sqlite/0007_administration.sql"),
        postgres: include_str!("../../migrations/postgres/0007_administration.sql"),
    },
];

/// SQLite has no lock for migrations: one immediate transaction around all of them lets the second
/// of two processes wait and then find nothing to do.
pub(super) async fn sqlite(path: &Path) -> Result<(), StoreError> {
    let mut connection = connect(path).await?;
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    migrator(|twin| twin.sqlite)
        .run_direct(None, &mut *transaction, false)
        .await
        .map_err(|error| StoreError::Migration(error.to_string()))?;
    transaction.commit().await?;
    drop(connection.close().await);
    Ok(())
}

/// The migrator takes a session lock; the connection is its own, so that a failure frees it.
pub(super) async fn postgres(options: &PgConnectOptions) -> Result<(), StoreError> {
    let mut connection = PgConnection::connect_with(options).await?;
    let outcome = migrator(|twin| twin.postgres)
        .run_direct(None, &mut connection, false)
        .await
        .map_err(|error| StoreError::Migration(error.to_string()));
    drop(connection.close().await);
    outcome
}

fn migrator(text: fn(&Twin) -> &'static str) -> Migrator {
    let migrations = ALL
        .iter()
        .map(|twin| {
            Migration::new(
                twin.version,
                twin.name.into(),
                MigrationType::Simple,
                SqlStr::from_static(text(twin)),
                false,
            )
        })
        .collect();
    Migrator::with_migrations(migrations)
}
