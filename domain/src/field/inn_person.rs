//! INN, the taxpayer number, of a person: `779900000275`.

use super::inn::{self, InnError};

field_value! {
    /// Twelve digits: four of the tax office, six of the record, two check digits.
    pub struct InnPerson;
}

impl InnPerson {
    /// Reads an INN as people write it: twelve digits, not zeros only, of a region other than 00,
    /// with both check digits right (order of the Federal Tax Service ММВ-7-6/435@, python-stdnum
    /// 2.2 `stdnum.ru.inn`) [pub].
    pub fn parse(raw: &str) -> Result<Self, InnError> {
        inn::parse(raw, 12, 10).map(Self)
    }
}
