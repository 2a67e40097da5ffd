//! A form and what it sends.

use crate::Trouble;

/// A form.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// `post` or `get`, in small letters.
    pub method: String,
    /// Its inputs, hidden ones included, in order.
    pub fields: Vec<Field>,
    /// Its submit controls, in order.
    pub buttons: Vec<Button>,
}

/// An input.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// `name`
    pub name: String,
    /// `id`
    pub id: String,
    /// `type`
    pub kind: String,
    /// `value`
    pub value: String,
    /// A ticked checkbox, a chosen radio.
    pub checked: bool,
    /// Text of its `<label for>`.
    pub label: String,
    /// The message beside it, without the hidden «Ошибка: ».
    pub error: String,
}

/// A submit control.
#[derive(Clone, Debug, Default)]
pub struct Button {
    /// Its text.
    pub text: String,
    /// Where it sends the form instead of the form's own action.
    pub action: Option<String>,
}

/// What a press of a button sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Where to.
    pub action: String,
    /// Names and values, in order.
    pub fields: Vec<(String, String)>,
    /// They travel in the address (`method="get"`).
    pub in_address: bool,
}

impl Field {
    /// A checkbox or a radio: it is sent when it is ticked.
    #[must_use]
    pub fn is_box(&self) -> bool {
        matches!(self.kind.as_str(), "checkbox" | "radio")
    }
}

impl Form {
    /// What every button with this text would send.
    pub(super) fn submissions(&self, button: &str) -> Vec<Submission> {
        let pressed = self.buttons.iter().filter(|own| own.text == button);
        let sent = self
            .fields
            .iter()
            .filter(|field| !field.is_box() || field.checked);
        let fields: Vec<_> = sent
            .map(|field| (field.name.clone(), field.value.clone()))
            .collect();
        pressed
            .map(|button| Submission {
                action: button.action.clone().unwrap_or_else(|| self.action.clone()),
                fields: fields.clone(),
                in_address: self.method == "get",
            })
            .collect()
    }
}

impl Submission {
    /// The same with another value of a field, which is added where it is missing.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(own, _)| own != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Where it leads: the action, with the fields where they travel in the address.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when the action is no path.
    pub fn address(&self) -> Result<String, Trouble> {
        if !self.in_address {
            return Ok(self.action.clone());
        }
        let base = format!("http://portal{}", self.action);
        let url = reqwest::Url::parse_with_params(&base, &self.fields);
        let url = url.map_err(|error| Trouble::wrong(format!("{}: {error}", self.action)))?;
        Ok(format!(
            "{}?{}",
            url.path(),
            url.query().unwrap_or_default()
        ))
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}
