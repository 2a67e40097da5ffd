//! Registries and their answers: names of the store and of the wire.

use domain::registry::{Outcome, Registry};

#[test]
fn codes_are_those_of_the_protocol_and_come_back() {
    assert_eq!(
        Registry::ALL.map(Registry::code),
        ["snils", "passport", "inn"]
    );
    let outcomes = ["match", "mismatch", "not_found", "unclear", "error"];
    assert_eq!(Outcome::ALL.map(Outcome::code), outcomes);
    for registry in Registry::ALL {
        assert_eq!(Registry::from_code(registry.code()), Some(registry));
    }
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::from_code(outcome.code()), Some(outcome));
    }
    assert_eq!(Registry::from_code("SNILS"), None);
    assert_eq!(Outcome::from_code(""), None);
}
