//! A form as data.

use serde::{Deserialize, Serialize};

use super::Field;

/// A form whose fields are judged in the browser and on the server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Form {
    /// Endpoint of the server function.
    pub action: String,
    /// Names and values that are sent along unseen.
    pub hidden: Vec<(String, String)>,
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// Names of fields of which at least one is to be filled in.
    pub one_of: Vec<String>,
    /// Endpoint that keeps what is typed so far; empty: nothing is kept.
    pub autosave: String,
    /// «Черновик сохранён до …»
    pub saved: String,
    /// The buttons: the first one is the way forward.
    pub buttons: Vec<Button>,
    /// HTML under the buttons.
    pub beneath: String,
}

/// A submit control.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Button {
    /// Its text.
    pub text: String,
    /// Where it sends the form instead of the form's own endpoint, unjudged.
    pub action: String,
}
