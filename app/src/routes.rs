//! Every path of the portal that shows a page.

/// Who renders a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteKind {
    /// Rendered by the server, taken over by the browser.
    Hydrated,
    /// Rendered by the server alone.
    Document,
    /// The same for operators, who sign in at a door of their own.
    Desk,
}

/// A route.
#[derive(Clone, Copy, Debug)]
pub struct PageRoute {
    /// Its path; a name in braces stands for one segment.
    pub path: &'static str,
    /// Who renders it.
    pub kind: RouteKind,
}

impl PageRoute {
    /// A path of this route, with `segment` in the place of what varies.
    #[must_use]
    pub fn with(&self, segment: &str) -> String {
        match (self.path.find('{'), self.path.find('}')) {
            (Some(from), Some(to)) => [&self.path[..from], segment, &self.path[to + 1..]].concat(),
            _ => self.path.to_owned(),
        }
    }
}

impl PageRoute {
    /// Whether a path is one of this route.
    pub(crate) fn leads_to(&self, path: &str) -> bool {
        match self.path.split_once('{') {
            Some((begin, _)) => path
                .strip_prefix(begin)
                .is_some_and(|rest| !rest.is_empty() && !rest.contains('/')),
            None => self.path == path,
        }
    }
}

const fn hydrated(path: &'static str) -> PageRoute {
    PageRoute {
        path,
        kind: RouteKind::Hydrated,
    }
}

const fn document(path: &'static str) -> PageRoute {
    PageRoute {
        path,
        kind: RouteKind::Document,
    }
}

const fn desk(path: &'static str) -> PageRoute {
    PageRoute {
        path,
        kind: RouteKind::Desk,
    }
}

/// All routes.
pub(crate) const ROUTES: &[PageRoute] = &[
    hydrated("/"),
    hydrated("/register"),
    hydrated("/register/code"),
    hydrated("/register/password"),
    hydrated("/register/exists"),
    hydrated("/register/done"),
    hydrated("/register/resume"),
    hydrated("/register/resume/code"),
    hydrated("/login"),
    hydrated("/login/snils"),
    hydrated("/recover"),
    hydrated("/recover/code"),
    hydrated("/recover/password"),
    hydrated("/cabinet"),
    hydrated("/cabinet/data"),
    hydrated("/cabinet/documents"),
    hydrated("/cabinet/documents/{document}"),
    hydrated("/cabinet/feed"),
    hydrated("/cabinet/identity"),
    hydrated("/cabinet/identity/visit"),
    hydrated("/cabinet/notifications"),
    hydrated("/cabinet/security"),
    hydrated("/cabinet/personal-data"),
    hydrated("/cabinet/personal-data/person"),
    hydrated("/cabinet/personal-data/document"),
    hydrated("/cabinet/personal-data/address"),
    hydrated("/cabinet/personal-data/residence"),
    hydrated("/cabinet/personal-data/numbers"),
    hydrated("/cabinet/personal-data/check"),
    hydrated("/cabinet/checks"),
    hydrated("/cabinet/contacts/phone"),
    hydrated("/cabinet/contacts/phone/code"),
    hydrated("/cabinet/contacts/email"),
    hydrated("/cabinet/contacts/email/code"),
    hydrated("/confirm/{token}"),
    document("/centres"),
    document("/display"),
    document("/help"),
    document("/help/password"),
    document("/help/contacts"),
    document("/help/identity"),
    document("/help/inn"),
    document("/terms"),
    document("/privacy"),
    document("/design"),
    desk("/desk"),
    desk("/desk/login"),
    desk("/desk/password"),
    desk("/desk/reviews/{id}"),
    desk("/desk/visits"),
    desk("/desk/visits/{id}"),
    desk("/desk/registration"),
    desk("/desk/workplace"),
    desk("/desk/journal"),
    desk("/desk/operators"),
    desk("/desk/operators/{login}"),
    desk("/desk/centres"),
    desk("/desk/centres/{id}"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_tests_visit_these_routes_and_no_others() {
        let listed: Vec<String> =
            serde_json::from_str(include_str!("../../end2end/routes.json")).unwrap();
        let own: Vec<&str> = ROUTES.iter().map(|route| route.path).collect();
        assert_eq!(listed, own);
    }

    #[test]
    fn what_varies_is_filled_in() {
        let filled = |path| document(path).with("x");
        assert_eq!(filled("/desk/reviews/{id}"), "/desk/reviews/x");
        assert_eq!(filled("/a/{b}/c"), "/a/x/c");
        assert_eq!(filled("/help"), "/help");
    }

    #[test]
    fn every_step_of_the_table_has_its_route() {
        for step in domain::flow::Step::all() {
            assert!(
                ROUTES.iter().any(|route| route.path == step.path()),
                "{}",
                step.path()
            );
        }
    }
}
