//! What administrators have changed in the directory: kept in the database and laid over the files.

use super::record::CentreRecord;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::statement::centre_change as sql;
use crate::store::{Connection, Row, StoreError};

/// More changes than a directory has centres.
const MOST: u32 = 100_000;

/// Lays every change over the files, for this process. Other processes do so when they start, and from time to time.
///
/// # Errors
/// Those of the store.
pub async fn load_changes(portal: &Portal) -> Result<(), StoreError> {
    portal
        .renew_centres(async || {
            let rows = portal
                .store
                .read(|c| Box::pin(async move { c.fetch_all(sql::LIST, &[MOST.into()]).await }));
            let rows: Vec<Row> = rows.await?;
            let mut records: Vec<CentreRecord> = Vec::with_capacity(rows.len());
            for row in rows {
                let record = serde_json::from_str(&row.text(1)?);
                records.push(record.map_err(|_| StoreError::Corrupt("changed centre"))?);
            }
            Ok(portal.config.centres.with(records))
        })
        .await
}

/// Keeps a change in the transaction of the act.
pub(crate) async fn save(
    c: &mut Connection,
    portal: &Portal,
    operator_id: &str,
    record: &CentreRecord,
) -> Result<(), PortalError> {
    let json = serde_json::to_string(record).map_err(|_| PortalError::Unavailable)?;
    let values = [
        record.id.as_str().into(),
        json.into(),
        portal.clock.now().into(),
        operator_id.into(),
    ];
    c.execute(sql::SAVE, &values).await?;
    Ok(())
}
