//! What is shown once and the store never holds in clear.

use zeroize::Zeroizing;

use super::{OperatorLogin, Role, totp};
use crate::portal::Portal;
use crate::rng::Rng;

/// Signs of one-time passwords: none of them is taken for another. 32 of them: five bits each.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Signs of a one-time password: 100 bits.
const LENGTH: usize = 20;
/// Signs between two hyphens.
const GROUP: usize = 5;

/// One-time password and secret of an operator, wiped from memory when they have been printed.
pub struct Issued {
    /// The login.
    pub login: String,
    /// The role.
    pub role: Role,
    /// The password until the first sign-in: `abcde-fghij-kmnpq-rstuv`.
    pub password: Zeroizing<String>,
    /// The secret of the authenticator application, base32.
    pub totp_secret: Zeroizing<String>,
    /// The same as an `otpauth://` address.
    pub totp_uri: Zeroizing<String>,
}

impl Issued {
    /// New ones, and the secret as the store keeps it.
    pub(super) fn new(
        portal: &Portal,
        operator_id: &str,
        login: &OperatorLogin,
        role: Role,
    ) -> (Self, Vec<u8>) {
        let secret = totp::new_secret(&*portal.rng);
        let text = Zeroizing::new(secret.to_base32());
        let issued = Self {
            login: login.to_string(),
            role,
            password: password(&*portal.rng),
            totp_uri: Zeroizing::new(totp::uri(login.as_str(), &text)),
            totp_secret: text,
        };
        (issued, totp::seal(portal, operator_id, &secret))
    }
}

fn password(rng: &dyn Rng) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0; LENGTH]);
    rng.fill(&mut *bytes);
    let mut password = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
    for (place, byte) in bytes.iter().enumerate() {
        if place > 0 && place % GROUP == 0 {
            password.push('-');
        }
        password.push(char::from(SIGNS[usize::from(byte % 32)]));
    }
    password
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SeededRng;

    #[test]
    fn a_one_time_password_has_four_groups_and_never_repeats() {
        let rng = SeededRng::new(1);
        let (one, two) = (password(&rng), password(&rng));
        assert_ne!(one, two);
        let groups: Vec<_> = one.split('-').map(str::len).collect();
        assert_eq!(groups, [5, 5, 5, 5], "{}", &*one);
    }
}
