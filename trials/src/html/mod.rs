//! A page as a browser without scripts sees it.

mod form;
mod read;

pub use form::{Button, Field, Form, Submission};

use crate::Trouble;

/// A page that was read.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Where it was found, query included.
    pub path: String,
    /// Its status.
    pub status: u16,
    /// `<title>`
    pub title: String,
    /// Every `<h1>`.
    pub headings: Vec<String>,
    /// What can be read in the body, with single spaces.
    pub text: String,
    /// Its forms, in order.
    pub forms: Vec<Form>,
    /// Text and target of its links.
    pub links: Vec<(String, String)>,
    /// Every element's name with its attributes, in order.
    pub elements: Vec<Element>,
    /// The whole document as it came.
    pub source: String,
}

/// A start tag.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Name of the tag.
    pub name: String,
    /// Its attributes, by name.
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute; empty where it has none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl Page {
    /// Reads a document.
    #[must_use]
    pub fn read(path: &str, status: u16, source: &str) -> Self {
        let page = Self {
            path: path.to_owned(),
            status,
            source: source.to_owned(),
            ..Self::default()
        };
        read::read(page)
    }

    /// The path without query and fragment.
    #[must_use]
    pub fn route(&self) -> &str {
        self.path.split(['?', '#']).next().unwrap_or_default()
    }

    /// Whether this can be read on the page.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        self.text.contains(text)
    }

    /// The first heading.
    #[must_use]
    pub fn heading(&self) -> &str {
        self.headings.first().map_or("", String::as_str)
    }

    /// The field with this label; the beginning of a checkbox's label is enough.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when there is none, or more than one.
    pub fn field(&self, label: &str) -> Result<&Field, Trouble> {
        let all = || self.forms.iter().flat_map(|form| &form.fields);
        let exact: Vec<_> = all().filter(|field| field.label == label).collect();
        let found = match exact.is_empty() {
            true => all()
                .filter(|field| field.is_box() && field.label.starts_with(label))
                .collect(),
            false => exact,
        };
        match found.as_slice() {
            [field] => Ok(field),
            [] => Err(self.lacks("field", label)),
            _ => Err(self.wrong(&format!("several fields «{label}»"))),
        }
    }

    /// What a press of the button with this text would send.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when there is no such button, or more than one.
    pub fn submission(&self, button: &str) -> Result<Submission, Trouble> {
        self.submissions(button)
            .pop()
            .ok_or_else(|| self.lacks("button", button))
            .and_then(|found| match self.submissions(button).len() {
                1 => Ok(found),
                _ => Err(self.wrong(&format!("several buttons «{button}»"))),
            })
    }

    /// The same for every button with this text: a list has one in each row.
    #[must_use]
    pub fn submissions(&self, button: &str) -> Vec<Submission> {
        self.forms
            .iter()
            .flat_map(|form| form.submissions(button))
            .collect()
    }

    /// Whether there is a button with this text.
    #[must_use]
    pub fn has_button(&self, text: &str) -> bool {
        !self.submissions(text).is_empty()
    }

    /// The target of the link with this text.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when there is none.
    pub fn link(&self, text: &str) -> Result<&str, Trouble> {
        let found = self.links.iter().find(|(own, _)| own == text);
        found
            .map(|(_, target)| target.as_str())
            .ok_or_else(|| self.lacks("link", text))
    }

    /// The messages beside the fields, in order.
    #[must_use]
    pub fn errors(&self) -> Vec<&str> {
        let fields = self.forms.iter().flat_map(|form| &form.fields);
        fields
            .map(|field| field.error.as_str())
            .filter(|error| !error.is_empty())
            .collect()
    }

    fn lacks(&self, what: &str, name: &str) -> Trouble {
        self.wrong(&format!("no {what} «{name}»"))
    }

    fn wrong(&self, what: &str) -> Trouble {
        Trouble::wrong(format!(
            "{what} on {} ({} «{}»): {}",
            self.path, self.status, self.title, self.text
        ))
    }
}
