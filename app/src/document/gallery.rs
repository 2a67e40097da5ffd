//! `/design`: every component in its states.

mod account;
mod basics;
mod desk;
mod fields;

use leptos::prelude::*;

use crate::components::plain::{StepHead, html};

/// The page.
pub(super) fn page() -> String {
    html(view! {
        <StepHead progress=Some((2, 4)) heading="Компоненты"/>
        <p class="lead">"Всё, из чего собраны страницы портала, во всех состояниях."</p>
        {basics::colours()}
        {basics::text()}
        {basics::buttons()}
        {fields::fields()}
        {fields::password()}
        {fields::form()}
        {basics::notices()}
        {account::levels()}
        {account::lists()}
        {account::records()}
        {desk::table()}
        {desk::form()}
        {basics::dialog()}
    })
}
