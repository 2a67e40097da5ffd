//! A contact as far as it may be shown to whoever holds another one.

use domain::field::contact::Contact;

/// The contact with its middle hidden: `+7•••••••567`, `i•••@mail.example`.
pub(crate) fn mask(contact: &Contact) -> String {
    match contact {
        Contact::Phone(phone) => {
            let signs: Vec<char> = phone.as_str().chars().collect();
            let shown = |place: usize| place < 2 || place + 3 >= signs.len();
            signs
                .iter()
                .enumerate()
                .map(|(place, sign)| if shown(place) { *sign } else { '•' })
                .collect()
        }
        Contact::Email(email) => {
            let shown = email.display(&unicode::Tables);
            let (local, domain) = shown.rsplit_once('@').unwrap_or((shown.as_str(), ""));
            format!("{}•••@{domain}", local.chars().next().unwrap_or('•'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_hidden() {
        let mask = |raw| mask(&Contact::parse_login(raw, &unicode::Tables).expect("a contact"));
        assert_eq!(mask("+79001234567"), "+7•••••••567");
        assert_eq!(mask("ivan.petrov@mail.example"), "i•••@mail.example");
    }
}
