//! Why an operator does something: chosen for a look at a value, written for a decision.

use std::ops::RangeInclusive;

use crate::flash::Refusal;
use crate::outcome::Outcome;

/// Characters of a written reason.
pub const REASON_LENGTH: RangeInclusive<usize> = 10..=500;

/// Why a value is looked at. Chosen, not written: the journal takes codes alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevealReason {
    /// To compare it with what the registry answered.
    Comparison,
    /// To compare it with a document that was presented.
    Document,
    /// The citizen has asked about it.
    Appeal,
    /// To look for a slip of the pen.
    Misprint,
}

impl RevealReason {
    /// Every reason, the usual one first.
    pub const ALL: [Self; 4] = [
        Self::Comparison,
        Self::Document,
        Self::Appeal,
        Self::Misprint,
    ];

    /// Code in the journal and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Comparison => "comparison",
            Self::Document => "document",
            Self::Appeal => "appeal",
            Self::Misprint => "misprint",
        }
    }

    /// The reason with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A written reason as it is kept: without space around it, lines ended as the portal ends them.
pub(crate) fn written(typed: &str) -> String {
    typed.replace("\r\n", "\n").trim().to_owned()
}

/// What is wrong with a written reason.
pub(crate) fn refusal(reason: &str) -> Option<Refusal> {
    let length = reason.chars().count();
    let outcome = if length < *REASON_LENGTH.start() {
        Outcome::ReasonTooShort
    } else if length > *REASON_LENGTH.end() {
        Outcome::ReasonTooLong
    } else {
        return None;
    };
    let mut refusal = Refusal::new("reason", outcome.code());
    refusal.number = u32::try_from(length).ok();
    Some(refusal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_without_the_space_around_them() {
        let code = |typed: &str| refusal(&written(typed)).map(|refusal| refusal.code);
        assert_eq!(
            code("         девять.!  ").as_deref(),
            Some("reason_too_short")
        );
        assert_eq!(code(" десять.зна "), None);
        assert_eq!(code(&"ю".repeat(500)), None);
        assert_eq!(code(&"ю".repeat(501)).as_deref(), Some("reason_too_long"));
        assert_eq!(written("a\r\nb\r\n"), "a\nb");
    }
}
