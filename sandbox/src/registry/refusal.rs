//! Why a registry does not do what it is asked.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::gateway;

/// Why not, and how HTTP says so.
pub(crate) enum Refusal {
    /// No such registry or ticket.
    Unknown,
    /// A rule says that the registry is down.
    Down,
    /// Wrong input, in one line.
    Wrong(String),
    /// The sandbox's own file.
    File(sqlx::Error),
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::File(error)
    }
}

impl From<String> for Refusal {
    /// An error of JSON or of a form may repeat line breaks of its input.
    fn from(why: String) -> Self {
        Self::Wrong(why.replace(char::is_control, " "))
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Unknown => StatusCode::NOT_FOUND.into_response(),
            Self::Down => (
                StatusCode::SERVICE_UNAVAILABLE,
                [(header::RETRY_AFTER, "5")],
            )
                .into_response(),
            Self::Wrong(line) => (StatusCode::BAD_REQUEST, line + "\n").into_response(),
            Self::File(error) => gateway::broken(&error),
        }
    }
}
