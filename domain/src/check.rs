//! The check of a profile by the registries (R-CHK-01): where each part stands, and what follows for the whole.

use crate::registry::{Outcome, Registry};

/// Where the part of one registry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The registry has not taken the request yet.
    Asking,
    /// It has, and has not answered.
    Waiting,
    /// A specialist looks at it (D-04).
    Review,
    /// It has answered, or a specialist has in its place.
    Answered(Outcome),
}

/// What the parts make of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Answers are still to come.
    Open,
    /// Something is to be corrected.
    Failed,
    /// The person is who they say.
    Passed,
}

/// Whether the level depends on this registry: INN is voluntary on every step of the ladder (D-21, D-40).
#[must_use]
pub fn is_decisive(registry: Registry) -> bool {
    registry != Registry::Inn
}

/// What the parts make of the profile. Every registry that was asked has to agree, and the document's is always one of
/// them; a person without SNILS (D-22) is asked about nowhere else.
#[must_use]
pub fn verdict(parts: &[(Registry, Stage)]) -> Verdict {
    let decisive = || parts.iter().filter(|(registry, _)| is_decisive(*registry));
    let matched = |&(_, stage): &(Registry, Stage)| stage == Stage::Answered(Outcome::Match);
    if decisive().any(|&(_, stage)| is_refusal(stage)) {
        Verdict::Failed
    } else if decisive().all(matched) && parts.iter().any(|&(of, _)| of == Registry::Passport) {
        Verdict::Passed
    } else {
        Verdict::Open
    }
}

/// The registry has said no: the citizen corrects something, or appeals.
#[must_use]
pub fn is_refusal(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::Answered(Outcome::Mismatch | Outcome::NotFound)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAGES: [Stage; 8] = [
        Stage::Asking,
        Stage::Waiting,
        Stage::Review,
        Stage::Answered(Outcome::Match),
        Stage::Answered(Outcome::Mismatch),
        Stage::Answered(Outcome::NotFound),
        Stage::Answered(Outcome::Unclear),
        Stage::Answered(Outcome::Error),
    ];

    #[test]
    fn only_a_no_is_a_refusal() {
        let refused: Vec<_> = STAGES
            .into_iter()
            .filter(|&stage| is_refusal(stage))
            .collect();
        assert_eq!(
            refused,
            [
                Stage::Answered(Outcome::Mismatch),
                Stage::Answered(Outcome::NotFound)
            ]
        );
    }

    #[test]
    fn both_decisive_registries_have_to_agree_and_inn_does_not_matter() {
        let matched = Stage::Answered(Outcome::Match);
        for snils in STAGES {
            for passport in STAGES {
                for inn in STAGES {
                    let parts = [
                        (Registry::Snils, snils),
                        (Registry::Passport, passport),
                        (Registry::Inn, inn),
                    ];
                    let expected = if is_refusal(snils) || is_refusal(passport) {
                        Verdict::Failed
                    } else if snils == matched && passport == matched {
                        Verdict::Passed
                    } else {
                        Verdict::Open
                    };
                    assert_eq!(verdict(&parts), expected, "{parts:?}");
                    assert_eq!(verdict(&parts[..2]), expected);
                }
            }
        }
    }

    #[test]
    fn nothing_asked_is_nothing_passed() {
        let matched = Stage::Answered(Outcome::Match);
        assert_eq!(verdict(&[]), Verdict::Open);
        assert_eq!(verdict(&[(Registry::Snils, matched)]), Verdict::Open);
        assert_eq!(verdict(&[(Registry::Inn, matched)]), Verdict::Open);
        // A person without SNILS.
        assert_eq!(verdict(&[(Registry::Passport, matched)]), Verdict::Passed);
    }
}
