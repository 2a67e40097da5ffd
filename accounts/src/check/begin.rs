//! A new version of a profile goes to the registries: only what changed is asked again (D-29).

use domain::check::Stage;
use domain::profile::{Values, subject, value};
use domain::registry::{Outcome, Registry};

use super::row::{self, Check};
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::{registry_check as sql, review as review_sql};

/// Begins the checks of a version. A check of the version before that matched the same data, or that still waits
/// for them, becomes the new version's; the others end.
pub(crate) async fn begin(
    c: &mut Connection,
    portal: &Portal,
    profile_id: &str,
    former: Option<&str>,
    values: &Values,
) -> Result<(), PortalError> {
    let mut earlier = match former {
        Some(former) => row::list(c, former).await?,
        None => Vec::new(),
    };
    for registry in Registry::ALL
        .into_iter()
        .filter(|&registry| asks(registry, values))
    {
        let mac = subject_mac(portal, registry, values);
        let same = earlier.iter().position(|check| {
            check.registry == registry && check.subject_mac == mac && serves(check)
        });
        match same {
            Some(place) => {
                let check = earlier.swap_remove(place);
                c.execute(sql::MOVE, &[check.id.into(), profile_id.into()])
                    .await?;
            }
            None => row::insert(c, portal, profile_id, registry, &mac).await?,
        }
    }
    if let Some(former) = former {
        let now = portal.clock.now();
        c.execute(
            review_sql::CLOSE_PAPERS_OF_PROFILE,
            &[former.into(), now.into()],
        )
        .await?;
        c.execute(review_sql::CLOSE_OF_PROFILE, &[former.into(), now.into()])
            .await?;
        c.execute(sql::SUPERSEDE, &[former.into()]).await?;
    }
    Ok(())
}

/// A number is asked about only where it is given: INN is voluntary (R-PRS-15), and an operator may serve a person
/// without SNILS (D-22).
fn asks(registry: Registry, values: &Values) -> bool {
    registry == Registry::Passport || !value(values, subject(registry)[0]).is_empty()
}

/// Whether a check can be the next version's, if its data are the same.
fn serves(check: &Check) -> bool {
    matches!(
        check.stage,
        Some(Stage::Asking | Stage::Waiting | Stage::Review | Stage::Answered(Outcome::Match))
    )
}

/// Digest of what a registry is asked about.
fn subject_mac(portal: &Portal, registry: Registry, values: &Values) -> Vec<u8> {
    let mut text = registry.code().to_owned();
    for &field in subject(registry) {
        text.push('\n');
        text.push_str(value(values, field));
    }
    portal.vault.mac("subject", text.as_bytes()).to_vec()
}
