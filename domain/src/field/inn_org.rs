//! INN, the taxpayer number, of an organisation: `7700000023`.

use super::inn::{self, InnError};

field_value! {
    /// Ten digits: four of the tax office, five of the record, a check digit.
    pub struct InnOrg;
}

impl InnOrg {
    /// Reads an INN as people write it: ten digits, not zeros only, of a region other than 00,
    /// with the check digit right (order of the Federal Tax Service ММВ-7-6/435@, python-stdnum
    /// 2.2 `stdnum.ru.inn`) [pub].
    pub fn parse(raw: &str) -> Result<Self, InnError> {
        inn::parse(raw, 10, 9).map(Self)
    }
}
