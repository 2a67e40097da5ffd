//! The portal's cookies: one function decides their names and attributes.

/// What a cookie holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CookieName {
    /// Session of a signed-in citizen.
    Session,
    /// Registration draft.
    Draft,
    /// Recovery draft.
    Recovery,
    /// Draft of «continue on this device».
    Resume,
    /// Known device.
    Device,
    /// Sealed outcome of the last submission.
    Flash,
    /// Session of an operator at the desk.
    Desk,
    /// How the pages are to look.
    Display,
}

impl CookieName {
    /// Every cookie of the portal.
    pub const ALL: [Self; 8] = [
        Self::Session,
        Self::Draft,
        Self::Recovery,
        Self::Resume,
        Self::Device,
        Self::Flash,
        Self::Desk,
        Self::Display,
    ];

    /// The name on the wire. Behind https the prefix binds the cookie to the host; over plain http
    /// browsers would drop a cookie with that prefix.
    #[must_use]
    pub fn on_the_wire(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-stupeni-session",
            (Self::Session, false) => "stupeni-session",
            (Self::Draft, true) => "__Host-stupeni-draft",
            (Self::Draft, false) => "stupeni-draft",
            (Self::Recovery, true) => "__Host-stupeni-recovery",
            (Self::Recovery, false) => "stupeni-recovery",
            (Self::Resume, true) => "__Host-stupeni-resume",
            (Self::Resume, false) => "stupeni-resume",
            (Self::Device, true) => "__Host-stupeni-device",
            (Self::Device, false) => "stupeni-device",
            (Self::Flash, true) => "__Host-stupeni-flash",
            (Self::Flash, false) => "stupeni-flash",
            (Self::Desk, true) => "__Host-stupeni-desk",
            (Self::Desk, false) => "stupeni-desk",
            (Self::Display, true) => "__Host-stupeni-display",
            (Self::Display, false) => "stupeni-display",
        }
    }

    /// The cookie with this name on the wire.
    #[must_use]
    pub fn parse(name: &str, secure: bool) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|cookie| cookie.on_the_wire(secure) == name)
    }
}

/// One change of the browser's cookies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CookieChange {
    /// Sets a cookie. Without an age it ends with the browser.
    Set {
        /// Which one.
        name: CookieName,
        /// Its value: base64url text.
        value: String,
        /// How long the browser keeps it, in seconds.
        max_age_s: Option<i64>,
    },
    /// Removes a cookie.
    Clear {
        /// Which one.
        name: CookieName,
    },
}

impl CookieChange {
    /// Sets a cookie.
    #[must_use]
    pub fn set(name: CookieName, value: &impl ToString, max_age_s: Option<i64>) -> Self {
        Self::Set {
            name,
            value: value.to_string(),
            max_age_s,
        }
    }

    /// Removes a cookie.
    #[must_use]
    pub fn clear(name: CookieName) -> Self {
        Self::Clear { name }
    }

    /// The value of the `Set-Cookie` header.
    #[must_use]
    pub fn header(&self, secure: bool) -> String {
        let (name, value, age) = match self {
            Self::Set {
                name,
                value,
                max_age_s,
            } => (*name, value.as_str(), *max_age_s),
            Self::Clear { name } => (*name, "", Some(0)),
        };
        let mut header = format!(
            "{}={value}; Path=/; HttpOnly; SameSite=Lax",
            name.on_the_wire(secure)
        );
        if let Some(age) = age {
            header.push_str(&format!("; Max-Age={age}"));
        }
        if secure {
            header.push_str("; Secure");
        }
        header
    }
}

/// Whether cookies of a portal with this public address are for https alone.
#[must_use]
pub fn is_secure(public_url: &str) -> bool {
    public_url
        .get(..8)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("https://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_alone_decides_prefix_and_secure() {
        for name in CookieName::ALL {
            let set = CookieChange::set(name, &"value", Some(60));
            let clear = CookieChange::clear(name);
            let (https, http) = (set.header(true), set.header(false));
            assert!(
                https.starts_with("__Host-stupeni-") && https.ends_with("; Secure"),
                "{https}"
            );
            assert!(
                http.starts_with("stupeni-") && !http.contains("Secure"),
                "{http}"
            );
            for header in [https, http, clear.header(true)] {
                assert!(
                    header.contains("; Path=/; HttpOnly; SameSite=Lax; Max-Age="),
                    "{header}"
                );
            }
            assert_eq!(CookieName::parse(name.on_the_wire(true), true), Some(name));
            assert_eq!(CookieName::parse(name.on_the_wire(false), true), None);
        }
        assert!(is_secure("HTTPS://portal.example") && !is_secure("http://127.0.0.1:3000"));
    }
}
