//! Every path of the portal that shows a page.

/// Who renders a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteKind {
    /// Rendered by the server, taken over by the browser.
    Hydrated,
    /// Rendered by the server alone.
    Document,
}

/// A route.
#[derive(Clone, Copy, Debug)]
pub struct PageRoute {
    /// Its path; `{token}` stands for one segment.
    pub path: &'static str,
    /// Who renders it.
    pub kind: RouteKind,
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
    hydrated("/cabinet/feed"),
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
    document("/help"),
    document("/help/password"),
    document("/help/contacts"),
    document("/help/inn"),
    document("/terms"),
    document("/privacy"),
    document("/design"),
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
