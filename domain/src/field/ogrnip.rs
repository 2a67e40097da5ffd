//! OGRNIP, the number of a sole trader in the state register: `326990000000010`.

use super::register_number::{self, RegisterNumberError};

field_value! {
    /// Fifteen digits, the last of them a check digit.
    pub struct Ogrnip;
}

impl Ogrnip {
    /// Reads an OGRNIP as people write it: fifteen digits, the first 3, the last the last digit of
    /// what is left of the others divided by 13 (ConsultantPlus cons_doc_LAW_124328, appendix 1
    /// [law]; zapolnenie.info, «Алгоритм проверки ОГРН» [pub]).
    pub fn parse(raw: &str) -> Result<Self, RegisterNumberError> {
        register_number::parse(raw, 15, &['3'], 13).map(Self)
    }
}
