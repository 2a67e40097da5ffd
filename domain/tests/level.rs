//! Levels of an account.

use domain::level::AssuranceLevel::{self, Confirmed, Simplified, Standard};

#[test]
fn each_level_leads_to_the_next() {
    let steps = [Simplified, Standard, Confirmed].map(AssuranceLevel::next);
    assert_eq!(steps, [Some(Standard), Some(Confirmed), None]);
    assert!(Simplified < Standard && Standard < Confirmed);
}

#[test]
fn codes_come_back() {
    for level in [Simplified, Standard, Confirmed] {
        assert_eq!(AssuranceLevel::from_code(level.code()), Some(level));
    }
    assert_eq!(AssuranceLevel::from_code("Standard"), None);
}
