//! The cabinet's tabs: pages of their own, linked (C1, R-CAB-03).

use leptos::prelude::*;

/// The tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// «Персональная информация»
    Personal,
    /// «Лента уведомлений»
    Feed,
    /// «Настройка уведомлений»
    Notifications,
}

impl Tab {
    const ALL: [Self; 3] = [Self::Personal, Self::Feed, Self::Notifications];

    fn link(self) -> (&'static str, &'static str) {
        match self {
            Self::Personal => ("/cabinet", "Персональная информация"),
            Self::Feed => ("/cabinet/feed", "Лента уведомлений"),
            Self::Notifications => ("/cabinet/notifications", "Настройка уведомлений"),
        }
    }
}

/// The tabs, the current one marked.
#[component]
pub fn Tabs(
    /// The tab this page is.
    current: Tab,
) -> impl IntoView {
    let links = Tab::ALL.map(|tab| {
        let (path, text) = tab.link();
        let here = (tab == current).then_some("page");
        view! { <a class="tabs__link" href=path aria-current=here>{text}</a> }
    });
    view! { <nav class="tabs" aria-label="Разделы кабинета">{links.into_iter().collect_view()}</nav> }
}
