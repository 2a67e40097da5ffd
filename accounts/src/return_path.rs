//! Where a sign-in leads: only to a path of this portal.

use crate::sign_in::LoginKind;

/// Longest path that is followed.
const LONGEST: usize = 512;

/// The path, if it is a local one that a header can carry and that is worth returning to.
pub(crate) fn local_path(path: &str) -> Option<&str> {
    let local = path.len() <= LONGEST
        && path.starts_with('/')
        && !path.starts_with("//")
        && path
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let page = path.split(['?', '#']).next().unwrap_or_default();
    let page_of_its_own = !matches!(page, "/" | "/login" | "/login/snils")
        && !page.starts_with("/api/")
        && !page.starts_with("/recover");
    (local && page_of_its_own).then_some(path)
}

/// The sign-in page that leads on to `return_to` afterwards.
pub(crate) fn login_path(kind: LoginKind, return_to: &str) -> String {
    let mut login = match kind {
        LoginKind::Contact => "/login",
        LoginKind::Snils => "/login/snils",
    }
    .to_owned();
    let Some(path) = local_path(return_to) else {
        return login;
    };
    login.push_str("?return_to=");
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                login.push(char::from(byte));
            }
            _ => login.push_str(&format!("%{byte:02X}")),
        }
    }
    login
}

#[cfg(test)]
mod tests {
    use super::{local_path, login_path};
    use crate::sign_in::LoginKind;

    #[test]
    fn the_way_back_travels_through_the_sign_in_page() {
        assert_eq!(
            login_path(LoginKind::Contact, "/cabinet"),
            "/login?return_to=/cabinet"
        );
        assert_eq!(
            login_path(LoginKind::Contact, "/cabinet?a=1&b=2#c"),
            "/login?return_to=/cabinet%3Fa%3D1%26b%3D2%23c"
        );
        assert_eq!(login_path(LoginKind::Contact, "//evil.example"), "/login");
        assert_eq!(login_path(LoginKind::Contact, ""), "/login");
    }

    #[test]
    fn only_local_paths_are_followed() {
        for good in [
            "/cabinet",
            "/cabinet/security",
            "/cabinet?tab=1",
            "/cabinet/contacts/email/code#top",
        ] {
            assert_eq!(local_path(good), Some(good));
        }
        for bad in [
            "",
            "cabinet",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "/cabinet\r\nSet-Cookie: a=b",
            "/кабинет",
            "/cab inet",
            "/",
            "/login",
            "/login?return_to=/cabinet",
            "/api/sign-out",
            "/recover/password",
        ] {
            assert_eq!(local_path(bad), None, "{bad:?}");
        }
        assert_eq!(local_path(&format!("/{}", "a".repeat(600))), None);
    }
}
