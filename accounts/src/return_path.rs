//! Where a sign-in leads: only to a path of this portal.

use crate::sign_in::LoginKind;

/// Longest path that is followed.
const LONGEST: usize = 512;

/// Whether the path is a local one that a header can carry: at most 512 visible ASCII characters.
#[must_use]
pub fn is_local(path: &str) -> bool {
    path.len() <= LONGEST
        && path.starts_with('/')
        && !path.starts_with("//")
        && path
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// The path, if it is a local one that is worth returning to.
pub(crate) fn local_path(path: &str) -> Option<&str> {
    let page = path.split(['?', '#']).next().unwrap_or_default();
    let page_of_its_own = !matches!(page, "/" | "/login" | "/login/snils")
        && !page.starts_with("/api/")
        && !page.starts_with("/recover");
    (is_local(path) && page_of_its_own).then_some(path)
}

/// The path, if it is one of the desk that is worth returning to.
pub(crate) fn desk_path(path: &str) -> Option<&str> {
    let page = path.split(['?', '#']).next().unwrap_or_default();
    let inside = match page.strip_prefix("/desk") {
        Some("") => true,
        Some("/login" | "/password") | None => false,
        Some(rest) => rest.starts_with('/') && !rest.starts_with("/files/") && !rest.contains(".."),
    };
    local_path(path).filter(|_| inside)
}

/// The sign-in page that leads on to `return_to` afterwards.
pub(crate) fn login_path(kind: LoginKind, return_to: &str) -> String {
    let page = match kind {
        LoginKind::Contact => "/login",
        LoginKind::Snils => "/login/snils",
    };
    leading_on(page, local_path(return_to))
}

/// The desk's sign-in page that leads on to `return_to` afterwards.
pub(crate) fn desk_login_path(return_to: &str) -> String {
    leading_on("/desk/login", desk_path(return_to))
}

fn leading_on(page: &str, path: Option<&str>) -> String {
    let Some(path) = path else {
        return page.to_owned();
    };
    let mut login = format!("{page}?return_to=");
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
    use super::{desk_login_path, local_path, login_path};
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
        let desk = "/desk/login?return_to=/desk%3Fpage%3D2";
        assert_eq!(desk_login_path("/desk?page=2"), desk);
        let journal = "/desk/login?return_to=/desk/journal%3Fbefore%3D7";
        assert_eq!(desk_login_path("/desk/journal?before=7"), journal);
        for elsewhere in [
            "/cabinet",
            "/desks",
            "/desk/files/1",
            "/desk/login",
            "/desk/password",
            "//desk",
            "/desk/../x",
        ] {
            assert_eq!(desk_login_path(elsewhere), "/desk/login", "{elsewhere}");
        }
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
