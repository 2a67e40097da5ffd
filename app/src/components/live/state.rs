//! What is true of a form while it is filled in.

use leptos::prelude::*;

use super::summary::{Failure, Failures};
use crate::browser::{advice, focus, input, pointer};
use crate::judge::{self, Verdict};
use crate::messages::form::CONTACT_MISSING;
use crate::model::{Field, Form, Kind, Rule};

/// A field in the browser.
#[derive(Clone, Copy)]
pub struct LiveField {
    /// Its model.
    pub field: StoredValue<Field>,
    /// What is wrong with it.
    pub error: RwSignal<String>,
    /// How it was understood, or a neutral note.
    pub note: RwSignal<String>,
    /// The address that was probably meant.
    pub suggestion: RwSignal<String>,
}

/// A form in the browser.
#[derive(Clone, Copy)]
pub struct LiveForm {
    /// Its fields.
    pub fields: StoredValue<Vec<LiveField>>,
    /// What its status line says.
    pub status: RwSignal<String>,
    /// Names of fields of which at least one is to be filled in.
    one_of: StoredValue<Vec<String>>,
    failures: Failures,
}

impl LiveField {
    fn new(field: &Field) -> Self {
        Self {
            error: RwSignal::new(field.error.clone()),
            note: RwSignal::new(field.understood.clone()),
            suggestion: RwSignal::new(field.suggestion.clone()),
            field: StoredValue::new(field.clone()),
        }
    }

    fn show(self, verdict: Verdict) {
        self.error.set(verdict.error);
        if !self.is_password() {
            self.note.set(verdict.understood);
        }
        self.suggestion.set(verdict.suggestion);
    }

    fn is_password(self) -> bool {
        self.field.with_value(|field| field.kind == Kind::Password)
    }

    fn name(self) -> String {
        self.field.with_value(|field| field.name.clone())
    }

    /// Judges what stands in the input now.
    fn verdict(self) -> Verdict {
        self.field.with_value(|field| {
            judge::judge(field, &input::value(&field.name), &input::value("password"))
        })
    }
}

impl LiveForm {
    /// A form as it came.
    pub fn new(form: &Form) -> Self {
        Self {
            fields: StoredValue::new(form.fields.iter().map(LiveField::new).collect()),
            status: RwSignal::new(String::new()),
            one_of: StoredValue::new(form.one_of.clone()),
            failures: expect_context(),
        }
    }

    /// Focus left a field: a checkable format that is wrong is said now, but nothing moves while
    /// the pointer is down (V1, V10).
    pub fn left(self, field: LiveField) {
        let (judged, new_password) = field.field.with_value(|model| {
            let filled = !input::value(&model.name).trim().is_empty();
            let new = matches!(model.rule, Rule::NewPassword(_));
            (
                filled && judge::is_judged_on_blur(&model.rule),
                filled && new,
            )
        });
        if judged {
            pointer::when_up(move || field.show(field.verdict()));
        }
        if new_password && field.verdict().error.is_empty() {
            advice::ask(field.name(), move |text| {
                pointer::when_up(move || field.note.set(text));
            });
        }
    }

    /// A key was pressed: an error goes the moment the value becomes right (V2).
    pub fn typed(self, field: LiveField) {
        if !field.error.with_untracked(String::is_empty) {
            let verdict = field.verdict();
            if verdict.error.is_empty()
                || field.field.with_value(|model| model.rule != Rule::Repeat)
            {
                field.error.set(verdict.error);
            }
        }
        if !field.is_password() {
            field.note.set(String::new());
        }
        field.suggestion.set(String::new());
        if field.name() == "password" {
            self.repeat_follows();
        }
    }

    /// The repeat was found different, and now the password changes.
    fn repeat_follows(self) {
        for other in self.fields.get_value() {
            let repeat = other.field.with_value(|model| model.rule == Rule::Repeat);
            if repeat && !other.error.with_untracked(String::is_empty) {
                let verdict = other.verdict();
                if verdict.error.is_empty() {
                    other.error.set(verdict.error);
                }
            }
        }
    }

    /// Judges every field before the form is sent. When something is wrong, says so everywhere
    /// it has to be said (V3) and returns false.
    pub fn is_right(self) -> bool {
        let fields = self.fields.get_value();
        let mut failures = Vec::new();
        let one_of = self.one_of.get_value();
        let none = !one_of.is_empty()
            && one_of
                .iter()
                .all(|name| input::value(name).trim().is_empty());
        for field in &fields {
            let mut verdict = field.verdict();
            let id = field.name();
            if none && one_of.first() == Some(&id) {
                CONTACT_MISSING.clone_into(&mut verdict.error);
            }
            if !verdict.error.is_empty() {
                failures.push(Failure {
                    id,
                    message: verdict.error.clone(),
                });
            }
            field.show(verdict);
        }
        if failures.is_empty() {
            return true;
        }
        for field in fields {
            field.field.with_value(|model| {
                if matches!(model.kind, Kind::Password | Kind::Code) {
                    input::set_value(&model.name, "");
                }
            });
        }
        self.failures.0.set(failures);
        focus::on_failure();
        false
    }
}
