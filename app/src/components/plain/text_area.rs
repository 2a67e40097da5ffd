//! Several lines of text.

use leptos::prelude::*;

use super::field_error;
use crate::shell::escaped;

/// The field.
#[component]
pub fn TextArea(
    /// Name in the form, and the id.
    name: &'static str,
    /// The label.
    label: &'static str,
    /// One sentence under the label.
    hint: String,
    /// Most characters.
    longest: usize,
    /// What was typed before.
    value: Option<String>,
    /// What is wrong; empty: nothing.
    error: String,
) -> impl IntoView {
    // Leptos writes the text of this element as it is: `</textarea>` in it would end the field.
    let value = value.map(|value| escaped(&value));
    let wrong = (!error.is_empty()).then_some("true");
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <p class="field__hint" id=format!("{name}-hint")>{hint}</p>
            {field_error(name, error)}
            <div class="field__control">
                <textarea
                    id=name
                    class="input input--lines"
                    name=name
                    rows="4"
                    maxlength=longest
                    autocomplete="off"
                    aria-describedby=format!("{name}-hint {name}-error")
                    aria-invalid=wrong
                >
                    {value}
                </textarea>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plain::html;

    #[test]
    fn what_was_typed_stays_in_the_field() {
        let html = Owner::new().with(|| {
            html(view! {
                <TextArea
                    name="reason"
                    label="Причина"
                    hint="Коротко".to_owned()
                    longest=500
                    value=Some("a & b </textarea><script>".to_owned())
                    error=String::new()
                />
            })
        });
        let field = html.split("<textarea").nth(1).unwrap_or_default();
        assert!(
            field.contains(">a &amp; b &lt;/textarea>&lt;script></textarea>"),
            "{html}"
        );
    }
}
