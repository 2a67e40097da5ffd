//! Controls of the desk's own forms: plain HTML, each with label, hint and error in their places.

use leptos::prelude::*;

use crate::components::plain::field_error;

/// A line of text.
#[derive(Clone, Default)]
pub(super) struct Line {
    /// Name in the form, and the id.
    pub(super) name: String,
    pub(super) label: String,
    /// One sentence under the label; empty: none.
    pub(super) hint: String,
    /// What was typed.
    pub(super) value: String,
    /// What is wrong; empty: nothing.
    pub(super) error: String,
    /// Most characters.
    pub(super) longest: usize,
    /// A day: the browser offers a calendar.
    pub(super) day: bool,
}

impl Line {
    pub(super) fn view(self) -> AnyView {
        let Self {
            name,
            label,
            hint,
            value,
            error,
            longest,
            day,
        } = self;
        let wrong = (!error.is_empty()).then_some("true");
        let kind = if day { "date" } else { "text" };
        let described = format!("{name}-hint {name}-error");
        let hidden = hint.is_empty();
        view! {
            <div class="field field--line">
                <label class="field__label" for=name.clone()>{label}</label>
                <p class="field__hint" id=format!("{name}-hint") hidden=hidden>{hint}</p>
                {field_error(&name, error)}
                <div class="field__control">
                    <input
                        id=name.clone()
                        class="input"
                        type=kind
                        name=name
                        value=value
                        maxlength=longest
                        autocomplete="off"
                        aria-describedby=described
                        aria-invalid=wrong
                    />
                </div>
            </div>
        }
        .into_any()
    }
}

/// Options under one heading; an empty heading has none.
pub(super) struct Group {
    pub(super) heading: String,
    /// Values and words.
    pub(super) options: Vec<(String, String)>,
}

/// One of several.
#[derive(Default)]
pub(super) struct List {
    /// Name in the form.
    pub(super) name: String,
    /// Id of the control; empty: the name.
    pub(super) id: String,
    pub(super) label: String,
    /// The label is for those who do not see the row.
    pub(super) in_row: bool,
    /// What stands there for no choice.
    pub(super) empty: String,
    pub(super) groups: Vec<Group>,
    /// Value of what is chosen.
    pub(super) chosen: String,
    /// What is wrong; empty: nothing.
    pub(super) error: String,
}

impl List {
    pub(super) fn view(self) -> AnyView {
        let Self {
            name,
            id,
            label,
            in_row,
            empty,
            groups,
            chosen,
            error,
        } = self;
        let id = if id.is_empty() { name.clone() } else { id };
        let wrong = (!error.is_empty()).then_some("true");
        let described = format!("{id}-error");
        let look = if in_row {
            "visually-hidden"
        } else {
            "field__label"
        };
        let groups = groups.into_iter().map(|group| {
            let options = group.options.into_iter().map(|(value, text)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{text}</option> }
            });
            let options = options.collect_view();
            match group.heading.is_empty() {
                true => options.into_any(),
                false => view! { <optgroup label=group.heading>{options}</optgroup> }.into_any(),
            }
        });
        let groups = groups.collect_view();
        view! {
            <div class="field">
                <label class=look for=id.clone()>{label}</label>
                {field_error(&id, error)}
                <div class="field__control">
                    <select id=id class="input" name=name aria-describedby=described aria-invalid=wrong>
                        <option value="">{empty}</option>
                        {groups}
                    </select>
                </div>
            </div>
        }
        .into_any()
    }
}
