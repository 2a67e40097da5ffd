//! Contacts and codes: read, compared and shown.

use domain::field::confirmation_code::ConfirmationCode;
use domain::field::contact::{Contact, ContactKind};
use domain::field::email::{Email, EmailError};
use domain::field::person_name::{Citizenship, Part, PersonName};
use unicode::Tables;

fn contact(text: &str) -> Contact {
    Contact::parse_login(text, &Tables).expect("a contact")
}

#[test]
fn a_login_is_a_phone_or_an_address() {
    let phone = contact("8 (900) 123-45-67");
    assert_eq!(phone.kind(), ContactKind::Phone);
    assert_eq!(phone.as_str(), "+79001234567");
    assert_eq!(phone.comparable(), "+79001234567");
    assert_eq!(phone.display(&Tables), "+7 900 123-45-67");
    let address = contact("Vera.Rowan@Mail.Example");
    assert_eq!(address.kind(), ContactKind::Email);
    assert_eq!(address.as_str(), "Vera.Rowan@mail.example");
    assert_eq!(address.comparable(), "vera.rowan@mail.example");
    assert_eq!(address.display(&Tables), "Vera.Rowan@mail.example");
    for neither in ["", "вера", "@", "12"] {
        assert_eq!(Contact::parse_login(neither, &Tables), None, "{neither}");
    }
    assert_eq!(ContactKind::ALL.map(ContactKind::code), ["phone", "email"]);
    for kind in ContactKind::ALL {
        assert_eq!(ContactKind::from_code(kind.code()), Some(kind));
    }
    assert_eq!(ContactKind::from_code("fax"), None);
}

#[test]
fn a_domain_is_kept_in_ascii_and_read_in_its_letters() {
    let address = Email::parse("vera@почта.рф", &Tables).expect("an address");
    assert_eq!(address.as_str(), "vera@xn--80a1acny.xn--p1ai");
    assert_eq!(address.display(&Tables), "vera@почта.рф");
    assert_eq!(address.comparable(), address.as_str());
    assert_eq!(address.suggestion(), None);
    let slip = Email::parse("vera@gmial.com", &Tables).expect("an address");
    assert_eq!(slip.suggestion().as_deref(), Some("vera@gmail.com"));
    assert_eq!(format!("{address:?}"), "Email(…)");
    // What would deceive is shown as it is kept: an a of the other alphabet.
    let deceives = Email::parse("vera@xn--pypal-4ve.com", &Tables).expect("an address");
    assert_eq!(deceives.display(&Tables), "vera@xn--pypal-4ve.com");
    // Capitals of the prefix are the same label.
    let capital = Email::parse("vera@XN--80A1ACNY.xn--p1ai", &Tables).expect("an address");
    assert_eq!(capital, address);
}

#[test]
fn the_protocol_has_its_lengths() {
    let refused = |text: &str| Email::parse(text, &Tables).err();
    let labels = |count: usize| vec!["a".repeat(49); count].join(".");
    // 64 before the sign, 254 in all: 1 + 253, and one more is too many.
    let domain = format!("{}.{}", labels(5), "b".repeat(3));
    assert_eq!(domain.len(), 253);
    assert_eq!(
        refused(&format!("{}@{domain}", "")),
        Some(EmailError::EmptyLocal)
    );
    assert_eq!(
        refused(&format!("v@{domain}")),
        Some(EmailError::TooLong),
        "255 in all"
    );
    let shorter = &domain[1..];
    assert_eq!(refused(&format!("v@{shorter}")), None, "254 in all");
    assert_eq!(refused(&format!("ve@{shorter}")), Some(EmailError::TooLong));
    assert_eq!(
        refused(&format!("v@b{domain}")),
        Some(EmailError::TooLong),
        "a domain of 254"
    );
    let local = "v".repeat(64);
    assert_eq!(refused(&format!("{local}@mail.example")), None);
    assert_eq!(
        refused(&format!("{local}v@mail.example")),
        Some(EmailError::LocalTooLong)
    );
}

#[test]
fn a_label_keeps_to_the_rules_of_names() {
    let refused = |text: &str| Email::parse(text, &Tables).err();
    for (address, error) in [
        ("v@-mail.example", EmailError::InvalidDomain),
        ("v@mail-.example", EmailError::InvalidDomain),
        // A sign that names leave out hides the hyphen at the edge.
        ("v@mail-\u{FE0F}.example", EmailError::InvalidDomain),
        ("v@ma_il.example", EmailError::InvalidDomain),
        ("v@mail..example", EmailError::InvalidDomain),
        ("v@xn---a.example", EmailError::InvalidDomain),
        ("v@mаil.example", EmailError::MixedScript),
        ("v@mαil.example", EmailError::MixedScript),
        ("v@mail", EmailError::DomainNoDot),
        ("v@mail.7", EmailError::InvalidDomain),
        ("v@mail.x", EmailError::InvalidDomain),
    ] {
        assert_eq!(refused(address), Some(error), "{address}");
    }
    let long = "a".repeat(63);
    assert_eq!(refused(&format!("v@{long}.example")), None);
    assert_eq!(
        refused(&format!("v@a{long}.example")),
        Some(EmailError::InvalidDomain)
    );
}

#[test]
fn a_code_of_chance_keeps_its_zeros() {
    let code = |random: u64| ConfirmationCode::from_random(random).as_str().to_owned();
    assert_eq!(code(0), "000000");
    assert_eq!(code(42), "000042");
    assert_eq!(code(999_999), "999999");
    assert_eq!(code(1_000_000), "000000");
    assert_eq!(code(98_654_321), "654321");
}

#[test]
fn names_of_people_say_nothing_where_they_are_logged() {
    let name = |text: &str, part| PersonName::parse(text, part, Citizenship::Russian, &Tables);
    let name = |text, part| name(text, part).expect("a name");
    let (surname, none) = (name("Рябина", Part::Last), name(" ", Part::Patronymic));
    assert!(!surname.is_empty() && none.is_empty());
    assert_eq!(format!("{surname:?}"), "PersonName(…)");
}
