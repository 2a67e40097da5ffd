//! OGRN, the number of an organisation in the state register: `1269900000017`.

use super::register_number::{self, RegisterNumberError};

field_value! {
    /// Thirteen digits, the last of them a check digit.
    pub struct Ogrn;
}

impl Ogrn {
    /// Reads an OGRN as people write it: thirteen digits, the first 1 or 5, the last the last
    /// digit of what is left of the others divided by 11 (ConsultantPlus cons_doc_LAW_124328,
    /// appendix 1 [law]; zapolnenie.info, «Алгоритм проверки ОГРН» [pub]).
    pub fn parse(raw: &str) -> Result<Self, RegisterNumberError> {
        register_number::parse(raw, 13, &['1', '5'], 11).map(Self)
    }
}
