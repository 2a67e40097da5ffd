//! Codes of the authenticator application: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which
//! is what every application understands.

use domain::field::confirmation_code::ConfirmationCode;
use totp_rs::{Builder, Secret, Totp};

use super::Operator;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::rng::Rng;
use crate::vault::Cell;

/// Bytes of a secret: as many as SHA-1 gives (RFC 4226, section 4).
const SECRET: usize = 20;
/// Steps before and after the present one in which a code is still, or already, right.
const SKEW: u16 = 1;

/// A new secret.
pub(super) fn new_secret(rng: &dyn Rng) -> Secret {
    let mut bytes = [0; SECRET];
    rng.fill(&mut bytes);
    Secret::from(bytes)
}

/// A secret as the store keeps it.
pub(super) fn seal(portal: &Portal, operator_id: &str, secret: &Secret) -> Vec<u8> {
    let key = portal.vault.operator_key();
    key.seal(cell(operator_id), secret.as_ref(), &*portal.rng)
}

/// `otpauth://totp/…`: what the application reads. A login needs no escaping there.
pub(super) fn uri(login: &str, secret: &str) -> String {
    format!(
        "otpauth://totp/Stupeni:{login}?secret={secret}&issuer=Stupeni&algorithm=SHA1&digits=6&period=30"
    )
}

/// The step whose code was typed, if it is one that may be used now: at most one step away, and later than
/// the newest that was used. Codes are compared in constant time.
pub(crate) fn fitting_step(
    portal: &Portal,
    operator: &Operator,
    typed: &str,
) -> Result<Option<i64>, PortalError> {
    let key = portal.vault.operator_key();
    let secret = key.open(cell(&operator.id), &operator.totp_secret)?;
    let Ok(code) = ConfirmationCode::parse(typed) else {
        return Ok(None);
    };
    let now = u64::try_from(portal.clock.now().seconds()).unwrap_or(0);
    let step = totp(&secret)?.check(code.as_str(), now);
    let step = step.and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| operator.totp_step.is_none_or(|used| *step > used)))
}

fn totp(secret: &[u8]) -> Result<Totp, PortalError> {
    Builder::new()
        .with_skew(SKEW)
        .with_secret(secret)
        .build()
        .map_err(|_| PortalError::Unavailable)
}

fn cell(operator_id: &str) -> Cell<'_> {
    Cell {
        table: "operator",
        column: "totp_secret",
        row: operator_id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, cut to six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let totp = totp(b"12345678901234567890").expect("a secret of 160 bits");
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(totp.generate(second).to_string(), code, "{second}");
            assert_eq!(totp.check(code, second), Some(second / 30));
            assert_eq!(totp.check(code, second + 30), Some(second / 30));
            assert_eq!(totp.check(code, second + 60), None);
        }
    }

    #[test]
    fn the_uri_names_login_and_secret() {
        assert_eq!(
            uri("anna.k", "ABC"),
            "otpauth://totp/Stupeni:anna.k?secret=ABC&issuer=Stupeni&algorithm=SHA1&digits=6&period=30"
        );
    }
}
