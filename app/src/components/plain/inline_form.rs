//! A form of one button: it works without scripts, and every browser sends it the same way.

use leptos::prelude::*;

/// The form.
#[component]
pub fn InlineForm(
    /// Endpoint of the server function.
    action: &'static str,
    /// The button's text.
    #[prop(into)]
    text: String,
    /// `primary`, `secondary`, `quiet` or `link`.
    #[prop(default = "secondary")]
    look: &'static str,
    /// Names and values sent along.
    #[prop(optional)]
    hidden: Vec<(&'static str, String)>,
) -> impl IntoView {
    let hidden = hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        <form class="inline-form" method="post" action=action>
            {hidden.collect_view()}
            <button type="submit" class=format!("button button--{look}")>{text}</button>
        </form>
    }
}
