//! Attributes of accounts, each sealed under the account's key.

/// A new attribute.
pub(crate) const INSERT: &str =
    "INSERT INTO attribute (account_id, name, value, updated_at) VALUES ($1, $2, $3, $4)";

/// All attributes of an account.
pub(crate) const LIST: &str = "SELECT name, value FROM attribute WHERE account_id = $1";

/// Takes away what registries verify of an account, to give it what they have verified; further documents stay.
pub(crate) const DELETE_VERIFIED: &str = "DELETE FROM attribute WHERE account_id = $1 AND name NOT IN \
     ('travel_passport', 'oms_policy', 'driver_licence', 'vehicle_plate', 'vehicle_sts', 'military_id', 'birth_certificate')";

/// Keeps one attribute, in place of the one it was.
pub(crate) const SAVE: &str = "INSERT INTO attribute (account_id, name, value, updated_at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at";

/// Takes one attribute away.
pub(crate) const DELETE: &str = "DELETE FROM attribute WHERE account_id = $1 AND name = $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, LIST, DELETE_VERIFIED, SAVE, DELETE];

#[cfg(test)]
mod tests {
    use domain::further_document::FurtherDocument;

    #[test]
    fn every_further_document_stays() {
        let kept = super::DELETE_VERIFIED.matches('\'').count() / 2;
        assert_eq!(kept, FurtherDocument::ALL.len());
        for kind in FurtherDocument::ALL {
            let name = format!("'{}'", kind.code());
            assert!(super::DELETE_VERIFIED.contains(&name), "{name}");
        }
    }
}
