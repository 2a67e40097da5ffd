//! What is looked for, as it stands in the address.

use accounts::centre::Criteria;
use domain::centre::{Kind, Service};

use crate::query::{Query, push};

/// Longest town that is shown again as it was typed, in characters.
const LONGEST_TOWN: usize = 100;
/// How far from a town centres are listed, in kilometres, one after the other.
pub(super) const RADII_KM: [u32; 4] = [30, 100, 300, 10_000];

/// The criteria, and which part of what is found is shown.
#[derive(Debug, Default)]
pub(super) struct Asked {
    pub(super) criteria: Criteria,
    /// From 1.
    pub(super) page: usize,
    /// At least so far from the town; 0: as far as something is found.
    pub(super) radius_km: u32,
}

impl Asked {
    pub(super) fn of(query: &Query) -> Self {
        let radius_km = query.get("radius").parse().unwrap_or(0);
        Self {
            criteria: Criteria {
                town: query
                    .get("town")
                    .trim()
                    .chars()
                    .take(LONGEST_TOWN)
                    .collect(),
                service: Service::from_code(query.get("service")),
                kind: Kind::from_code(query.get("kind")),
                open: query.get("open") == "1",
                step_free: query.get("step_free") == "1",
            },
            page: query.get("page").parse().unwrap_or(1).max(1),
            radius_km: if RADII_KM.contains(&radius_km) {
                radius_km
            } else {
                0
            },
        }
    }

    /// The address of another part of the same.
    pub(super) fn part(&self, page: usize, radius_km: u32) -> String {
        let mut address = self.at(&self.criteria.town);
        for (name, value) in [("page", page), ("radius", radius_km as usize)] {
            if value > 1 {
                push(&mut address, name, &value.to_string());
            }
        }
        address
    }

    /// The address of the same in another town.
    pub(super) fn at(&self, town: &str) -> String {
        let criteria = &self.criteria;
        let mut address = "/centres".to_owned();
        let flag = |set: bool| if set { "1" } else { "" };
        for (name, value) in [
            ("town", town),
            ("service", criteria.service.map_or("", Service::code)),
            ("kind", criteria.kind.map_or("", Kind::code)),
            ("open", flag(criteria.open)),
            ("step_free", flag(criteria.step_free)),
        ] {
            if !value.is_empty() {
                push(&mut address, name, value);
            }
        }
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_it_was_made_from() {
        let uri = "/centres?town=%D0%9E%D1%80%D1%91%D0%BB%2C+1&service=recovery&kind=mfc&open=1&step_free=1&page=2&radius=100";
        let asked = Asked::of(&Query::of(&uri.parse().expect("an address")));
        assert_eq!(asked.criteria.town, "Орёл, 1");
        assert_eq!(asked.part(2, 100), uri);
        assert_eq!(Asked::default().part(1, 0), "/centres");
    }

    #[test]
    fn nonsense_is_nothing() {
        let uri = "/centres?town=++&service=tea&kind=MFC&open=yes&page=-1&radius=7";
        let asked = Asked::of(&Query::of(&uri.parse().expect("an address")));
        assert_eq!(asked.part(asked.page, asked.radius_km), "/centres");
    }
}
