//! One route: where it stands and what moves it.

use RouteEvent as E;
use RouteState as S;

/// Where a route stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RouteState {
    /// Chosen: it is the citizen's turn, who comes, signs in or signs.
    Begun,
    /// It is somebody else's turn: a letter is on its way, papers are looked through.
    Underway,
    /// A code has been handed out or delivered: the citizen types it.
    CodeGiven,
    /// The identity is proven.
    Succeeded,
    /// It is not: what was shown does not agree.
    Refused,
    /// Its time is over.
    Expired,
    /// The citizen has given it up.
    Withdrawn,
    /// Another route was first.
    Superseded,
}

/// What moves a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RouteEvent {
    /// Something was sent off, or handed in.
    Dispatch,
    /// A code was handed out or delivered.
    GiveCode,
    /// The identity was proven: documents agreed, the code was right, the bank or the signature answered.
    Succeed,
    /// What was shown does not agree.
    Refuse,
    /// Its time is over, or its code has been wrong too often.
    Expire,
    /// The citizen gives it up.
    Withdraw,
    /// Another route has succeeded.
    Supersede,
}

/// Every move there is.
const MOVES: &[(RouteState, RouteEvent, RouteState)] = &[
    (S::Begun, E::Dispatch, S::Underway),
    (S::Begun, E::GiveCode, S::CodeGiven),
    (S::Underway, E::GiveCode, S::CodeGiven),
    // A new code in place of one that was lost.
    (S::CodeGiven, E::GiveCode, S::CodeGiven),
    (S::Begun, E::Succeed, S::Succeeded),
    (S::Underway, E::Succeed, S::Succeeded),
    (S::CodeGiven, E::Succeed, S::Succeeded),
    (S::Begun, E::Refuse, S::Refused),
    (S::Underway, E::Refuse, S::Refused),
    // Somebody with a code on paper has come to a desk once more.
    (S::CodeGiven, E::Refuse, S::Refused),
    (S::Begun, E::Expire, S::Expired),
    (S::Underway, E::Expire, S::Expired),
    (S::CodeGiven, E::Expire, S::Expired),
    (S::Begun, E::Withdraw, S::Withdrawn),
    (S::Underway, E::Withdraw, S::Withdrawn),
    (S::CodeGiven, E::Withdraw, S::Withdrawn),
    (S::Begun, E::Supersede, S::Superseded),
    (S::Underway, E::Supersede, S::Superseded),
    (S::CodeGiven, E::Supersede, S::Superseded),
];

impl RouteState {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Self::Begun,
        Self::Underway,
        Self::CodeGiven,
        Self::Succeeded,
        Self::Refused,
        Self::Expired,
        Self::Withdrawn,
        Self::Superseded,
    ];

    /// Name in the store.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Underway => "underway",
            Self::CodeGiven => "code_given",
            Self::Succeeded => "succeeded",
            Self::Refused => "refused",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
        }
    }

    /// The state with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether something can still come of it.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Begun | Self::Underway | Self::CodeGiven)
    }

    /// Where an event leads from here; `None`: it does not happen here.
    #[must_use]
    pub fn after(self, event: RouteEvent) -> Option<Self> {
        let found = MOVES
            .iter()
            .find(|(from, by, _)| (*from, *by) == (self, event));
        found.map(|(_, _, to)| *to)
    }
}

impl RouteEvent {
    /// Every event.
    pub const ALL: [Self; 7] = [
        Self::Dispatch,
        Self::GiveCode,
        Self::Succeed,
        Self::Refuse,
        Self::Expire,
        Self::Withdraw,
        Self::Supersede,
    ];
}
