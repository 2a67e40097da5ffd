//! From page to page without loading the portal again.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::UrlSearchParams;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};

use super::focus::{self, FAILURE_PREFIX};
use super::request::{self, Failed};
use crate::model::{Page, Screen, SessionEnd};

/// More redirects than any flow has steps.
const MOST_REDIRECTS: usize = 8;

/// The page that is shown, and the way to another.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The page and its number: every page is built anew, even at the same path.
    pub page: RwSignal<(u32, Page)>,
    /// When the session ends.
    pub session: RwSignal<Option<SessionEnd>>,
    shown: StoredValue<String>,
    /// How often something was to be shown: what was asked for before the newest comes too late.
    asked: StoredValue<u32>,
    move_to: StoredValue<MoveTo>,
}

/// Tells the router where the page is now.
type MoveTo = Box<dyn Fn(&str) + Send + Sync>;

impl Navigation {
    /// Starts with the page the server rendered. Call inside the router.
    pub fn start(page: Page) -> Self {
        let location = use_location();
        let here = move || match location.search.get() {
            search if search.is_empty() => location.pathname.get(),
            search => [&location.pathname.get(), "?", &search].concat(),
        };
        let navigate = use_navigate();
        let browser = use_context::<BrowserUrl>();
        let navigation = Self {
            session: RwSignal::new(page.session),
            page: RwSignal::new((0, page)),
            shown: StoredValue::new(untrack(here)),
            asked: StoredValue::new(0),
            move_to: StoredValue::new(Box::new(move |path| {
                navigate(path, NavigateOptions::default());
            })),
        };
        Effect::new(move |_| {
            let path = here();
            if navigation.shown.get_value() == path {
                return;
            }
            let browser = browser.clone();
            spawn_local(async move {
                // The address bar changes when the page is there.
                let ready = move || {
                    if let Some(browser) = browser {
                        browser.ready_to_complete();
                    }
                };
                if navigation.fetch(path.clone(), ready).await.is_err() {
                    let _ = window().location().assign(&path);
                }
            });
        });
        navigation
    }

    /// Fetches the page at `path` and shows it.
    ///
    /// # Errors
    /// No answer, or none of use; the page stays.
    pub async fn show(self, path: String) -> Result<(), Failed> {
        self.fetch(path, || {}).await
    }

    async fn fetch(self, asked: String, ready: impl FnOnce()) -> Result<(), Failed> {
        let mut path = asked.clone();
        for _ in 0..MOST_REDIRECTS {
            match screen(&path).await? {
                Screen::Redirect(to) => path = to,
                Screen::Page(page)
                    if page.header != self.page.with_untracked(|(_, page)| page.header) =>
                {
                    let _ = window().location().assign(&path);
                    return Ok(());
                }
                Screen::Page(page) => {
                    self.shown.set_value(path.clone());
                    ready();
                    if path != asked || untrack(|| self.is_elsewhere(&path)) {
                        self.move_to.with_value(|move_to| move_to(&path));
                    }
                    self.put(page);
                    return Ok(());
                }
            }
        }
        Err(Failed::Status(0))
    }

    fn is_elsewhere(self, path: &str) -> bool {
        let location = window().location();
        let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
        here != path
    }

    fn put(self, page: Page) {
        self.asked.update_value(|asked| *asked += 1);
        let failed = page.failed;
        let prefix = if failed { FAILURE_PREFIX } else { "" };
        document().set_title(&[prefix, &page.title].concat());
        self.session.set(page.session);
        self.page.update(|(number, shown)| {
            *number += 1;
            *shown = page;
        });
        focus::on_new_page(failed);
    }

    /// Fetches the page that is shown again, and puts it in place without moving focus. No answer leaves it as it is,
    /// and so does a form on it that is being filled in; what was shown meanwhile is newer.
    #[cfg(feature = "cabinet")]
    pub async fn refresh(self) {
        if focus::is_in_form() {
            return;
        }
        self.asked.update_value(|asked| *asked += 1);
        let own = self.asked.get_value();
        if let Ok(Screen::Page(page)) = screen(&self.shown.get_value()).await
            && self.asked.get_value() == own
            && !focus::is_in_form()
        {
            let held = focus::held();
            self.page.update(|(number, shown)| {
                *number += 1;
                *shown = page;
            });
            if let Some(held) = held {
                focus::on_held(held);
            }
        }
    }

    /// Shows the server that somebody is here, and learns when the session ends now.
    #[cfg(feature = "cabinet")]
    pub async fn keep_session(self) {
        let path = self.shown.get_value();
        if let Ok(Screen::Page(page)) = screen(&path).await {
            self.session.set(page.session);
        }
    }
}

async fn screen(path: &str) -> Result<Screen, Failed> {
    let query = UrlSearchParams::new().map_err(|_| Failed::Offline)?;
    query.append("path", path);
    request::json(&["/api/screen?", &String::from(query.to_string())].concat()).await
}
