//! The pages: components, messages, server functions.
#![allow(
    unreachable_pub,
    reason = "components and server functions make public types by macro, for this crate alone"
)]

#[cfg(feature = "ssr")]
mod api;
pub mod browser;
#[cfg(feature = "ssr")]
mod centres;
pub mod components;
#[cfg(feature = "ssr")]
mod context;
#[cfg(feature = "ssr")]
mod date;
#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod device;
#[cfg(feature = "ssr")]
mod display;
#[cfg(feature = "ssr")]
mod document;
#[cfg(feature = "ssr")]
pub mod error_page;
pub mod judge;
pub mod messages;
pub mod model;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod papers;
#[cfg(feature = "ssr")]
mod qr;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod render;
#[cfg(feature = "ssr")]
mod routes;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
pub mod wording;

#[cfg(feature = "ssr")]
pub use api::status;
#[cfg(feature = "ssr")]
pub use context::{Assets, Bundle, PageContext, SiteContext, Support, referring_page};
#[cfg(feature = "ssr")]
pub use display::Display;
#[cfg(feature = "ssr")]
pub use pages::checks::EVENTS as CHECK_EVENTS;
#[cfg(feature = "ssr")]
pub use papers::{
    PrintError, blank as print_blank, of_reception as print_of_reception, own as print_own,
};
#[cfg(feature = "ssr")]
pub use render::{
    add_operator, desk_page, document, page, reset_operator, save_centre, save_display,
};
#[cfg(feature = "ssr")]
pub use routes::{PageRoute, RouteKind};

use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Router;

use browser::navigation::Navigation;
use browser::{focus, pointer, submit};
use components::live::PageView;
use model::Page;

/// The part of every page that the browser takes over: the content of `main`.
#[component]
pub fn App(
    /// The page the server rendered.
    page: Page,
) -> impl IntoView {
    view! { <Router><Live page/></Router> }
}

#[component]
fn Live(page: Page) -> AnyView {
    let failed = page.failed;
    #[cfg(feature = "cabinet")]
    let signed_in = page.signed_in;
    let navigation = Navigation::start(page);
    provide_context(navigation);
    Effect::new(move |_| {
        pointer::watch();
        submit::watch(navigation);
        #[cfg(feature = "cabinet")]
        browser::upload::watch(navigation);
        if failed {
            focus::on("#summary");
        }
    });
    // Two kinds of the same view in turn: a page is built anew instead of being patched into the
    // one before, so that no input keeps what was typed into another.
    let view = move || {
        let (number, page) = navigation.page.get();
        let view = view! { <PageView page/> };
        if number % 2 == 0 {
            Either::Left(view)
        } else {
            Either::Right(view)
        }
    };
    #[cfg(feature = "cabinet")]
    if signed_in {
        use components::live::SessionDialog;
        return view! { {view}<SessionDialog navigation/> }.into_any();
    }
    view.into_any()
}

/// Every path that shows a page.
#[cfg(feature = "ssr")]
#[must_use]
pub fn routes() -> &'static [PageRoute] {
    routes::ROUTES
}

/// Endpoints of all server functions.
#[cfg(feature = "ssr")]
#[must_use]
pub fn endpoints() -> &'static [&'static str] {
    api::ENDPOINTS
}

/// Endpoints beside them.
#[cfg(feature = "ssr")]
#[must_use]
pub fn answered() -> &'static [&'static str] {
    api::ANSWERED
}
