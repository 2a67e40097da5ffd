//! What is found in the directory (R-CTR-02, R-CTR-03).

use std::cmp::Ordering;

use domain::centre::{Kind, Opening, Service};
use domain::map::distance_km;

use super::{Centre, Directory, Place, Town};
use crate::clock::Instant;

/// What somebody looks for. The town is as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Criteria {
    /// Near this town.
    pub town: String,
    /// Offering this.
    pub service: Option<Service>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Open at this moment.
    pub open: bool,
    /// With a way in without steps.
    pub step_free: bool,
}

/// A centre that was found.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    /// The centre.
    pub centre: &'a Centre,
    /// Its town.
    pub town: &'a Town,
    /// How far it is from the middle of the town that was typed.
    pub distance_km: Option<f64>,
    /// What its door says.
    pub opening: Opening,
}

/// What was found, the nearest first; by region and town where no town was typed.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// Where it was looked for.
    pub place: Place<'a>,
    /// The centres.
    pub centres: Vec<Listed<'a>>,
}

/// Looks for centres. A town that is not known finds what is everywhere.
#[must_use]
pub fn search<'a>(directory: &'a Directory, criteria: &Criteria, now: Instant) -> Found<'a> {
    let place = directory.place(&criteria.town);
    let near = match &place {
        Place::Town(town) => Some(town.position),
        Place::Everywhere | Place::Unknown(_) => None,
    };
    let fits = |centre: &&Centre| {
        !centre.hidden
            && criteria
                .service
                .is_none_or(|service| centre.services.contains(&service))
            && criteria.kind.is_none_or(|kind| centre.kind == kind)
            && (centre.step_free || !criteria.step_free)
    };
    let listed = directory
        .centres()
        .iter()
        .filter(fits)
        .map(|centre| Listed {
            centre,
            town: directory.town_of(centre),
            distance_km: near.map(|near| distance_km(near, centre.position)),
            opening: directory.opening(centre, now),
        });
    let is_open = |listed: &Listed<'_>| matches!(listed.opening, Opening::Open { .. });
    let mut centres: Vec<_> = listed
        .filter(|listed| !criteria.open || is_open(listed))
        .collect();
    centres.sort_by(order);
    Found { place, centres }
}

fn order(one: &Listed<'_>, other: &Listed<'_>) -> Ordering {
    let far = |listed: &Listed<'_>| listed.distance_km.unwrap_or_default();
    let name = |listed: &Listed<'_>| {
        let names = [&listed.town.region, &listed.town.name, &listed.centre.name];
        // In the order of the alphabet, in which «ё» stands behind «е».
        names.map(|name| name.to_lowercase().replace('ё', "е"))
    };
    far(one)
        .total_cmp(&far(other))
        .then_with(|| name(one).cmp(&name(other)))
}
