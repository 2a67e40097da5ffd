//! The tables of crates.

use domain::Unicode;
use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::Tables;

impl Unicode for Tables {
    /// As the browser's `URL` does it: hyphens and lengths are left to the caller.
    fn domain_to_ascii(&self, domain: &str) -> Option<String> {
        let ascii = Uts46::new().to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::Allow,
            DnsLength::Ignore,
        );
        ascii.ok().map(std::borrow::Cow::into_owned)
    }

    fn domain_to_unicode(&self, domain: &str) -> String {
        idna::domain_to_unicode(domain).0
    }

    fn nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }

    fn nfkc(&self, text: &str) -> String {
        text.nfkc().collect()
    }

    fn is_letter(&self, character: char) -> bool {
        character.general_category_group() == GeneralCategoryGroup::Letter
    }

    fn is_number(&self, character: char) -> bool {
        character.general_category_group() == GeneralCategoryGroup::Number
    }
}
