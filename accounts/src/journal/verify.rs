//! Walking the chain.

use super::chain::{Link, START};
use crate::store::statement::journal as sql;
use crate::store::{Connection, Row, Store, StoreError};

/// Entries read at once.
const PAGE: i64 = 1000;

/// Why the chain is not proven.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The first entry that was changed, removed, or put where it does not belong.
    #[error("the chain is broken at entry {0}")]
    BrokenAt(i64),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Proves that no entry was changed, removed or moved; answers how many there are.
///
/// # Errors
/// The first entry that is not what it was.
pub async fn verify(store: &Store) -> Result<u64, VerifyError> {
    let (mut last, mut previous) = (0, START.to_vec());
    loop {
        let page = store
            .read(move |c| Box::pin(async move { read_page(c, last).await }))
            .await?;
        let full = i64::try_from(page.links.len()) == Ok(PAGE);
        for (link, hash) in page.links {
            let expected = last + 1;
            if link.seq != expected || link.previous != previous || link.hash()[..] != hash[..] {
                return Err(VerifyError::BrokenAt(expected));
            }
            (last, previous) = (link.seq, hash);
        }
        if full {
            continue;
        }
        // The page and the head are of one snapshot: entries missing at the end show here.
        let (seq, hash) = page.head.unwrap_or((0, START.to_vec()));
        if (seq, hash) != (last, previous) {
            return Err(VerifyError::BrokenAt(last + 1));
        }
        return Ok(u64::try_from(last).unwrap_or(0));
    }
}

struct Page {
    links: Vec<(Link, Vec<u8>)>,
    head: Option<(i64, Vec<u8>)>,
}

async fn read_page(c: &mut Connection, after: i64) -> Result<Page, StoreError> {
    let mut links = Vec::new();
    for row in c.fetch_all(sql::PAGE, &[after.into(), PAGE.into()]).await? {
        links.push(read_link(&row)?);
    }
    let head = match c.fetch_optional(sql::HEAD, &[]).await? {
        Some(row) => Some((row.int(0)?, row.blob(1)?)),
        None => None,
    };
    Ok(Page { links, head })
}

fn read_link(row: &Row) -> Result<(Link, Vec<u8>), StoreError> {
    let link = Link {
        seq: row.int(0)?,
        at: row.int(1)?,
        account_id: row.opt_text(2)?,
        event: row.text(3)?,
        detail: row.text(4)?,
        origin: row.opt_text(5)?,
        previous: row.blob(6)?,
    };
    Ok((link, row.blob(7)?))
}
