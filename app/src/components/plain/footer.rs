//! The foot of every page: help is always in the same place (A6).

use leptos::prelude::*;

use crate::context::Support;

/// Help, documents, address.
#[component]
pub fn Footer(
    /// Where help is to be had.
    support: Support,
) -> impl IntoView {
    let phones = support.phones.into_iter().map(|phone| {
        let digits: String = phone
            .chars()
            .take_while(|sign| *sign != '(')
            .filter(|sign| sign.is_ascii_digit() || *sign == '+')
            .collect();
        view! { <li><a href=format!("tel:{digits}")>{phone}</a></li> }
    });
    let email = support.email.clone();
    view! {
        <footer class="footer">
            <div class="footer__inner">
                <section class="footer__help" aria-labelledby="footer-help">
                    <h2 id="footer-help" class="footer__title">"Помощь"</h2>
                    <ul class="footer__phones">{phones.collect_view()}</ul>
                    <p>{support.hours}</p>
                    <p>"Написать нам: " <a href=format!("mailto:{email}")>{support.email}</a></p>
                    <p>{support.address}</p>
                </section>
                <nav class="footer__links" aria-label="Документы и справка">
                    <a href="/centres" rel="external">"Центры обслуживания"</a>
                    <a href="/help" rel="external">"Справка"</a>
                    <a href="/terms" rel="external">"Условия использования"</a>
                    <a href="/privacy" rel="external">"Политика конфиденциальности"</a>
                </nav>
            </div>
        </footer>
    }
}
