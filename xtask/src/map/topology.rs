//! TopoJSON: countries made of arcs that neighbours share (github.com/topojson/topojson-specification).

use anyhow::{Context, Result, ensure};
use domain::map::Position;
use serde::Deserialize;

/// Decoded: arcs as positions, countries as rings of arcs.
#[derive(Debug)]
pub(super) struct Topology {
    pub(super) arcs: Vec<Vec<Position>>,
    pub(super) countries: Vec<Country>,
}

/// One country, an outline or a hole a ring.
#[derive(Debug, PartialEq)]
pub(super) struct Country {
    /// ISO 3166-1 numeric, where the country has one.
    pub(super) code: Option<String>,
    pub(super) rings: Vec<Vec<ArcUse>>,
}

/// An arc as a part of a ring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ArcUse {
    /// Place in [`Topology::arcs`].
    pub(super) arc: usize,
    pub(super) reversed: bool,
}

impl Topology {
    /// Reads a quantised topology whose object `countries` is a collection of polygons.
    ///
    /// # Errors
    /// One for people, where the text is something else.
    pub(super) fn decode(text: &[u8]) -> Result<Self> {
        let file: File = serde_json::from_slice(text).context("reading a TopoJSON file")?;
        let arcs: Vec<Vec<Position>> = file
            .arcs
            .iter()
            .map(|arc| file.transform.positions(arc))
            .collect();
        let countries: Vec<Country> = file
            .objects
            .countries
            .geometries
            .into_iter()
            .map(Country::from)
            .collect();
        let mut parts = countries
            .iter()
            .flat_map(|country| &country.rings)
            .flatten();
        ensure!(
            parts.all(|part| arcs.get(part.arc).is_some_and(|arc| arc.len() > 1)),
            "a country of the TopoJSON file has an arc that is not there"
        );
        Ok(Self { arcs, countries })
    }

    /// Whether a ring stays north of the equator.
    pub(super) fn is_northern(&self, ring: &[ArcUse]) -> bool {
        let mut places = ring.iter().flat_map(|part| &self.arcs[part.arc]);
        places.all(|place| place.latitude > 0.0)
    }
}

#[derive(Deserialize)]
struct File {
    transform: Transform,
    arcs: Vec<Vec<[i32; 2]>>,
    objects: Objects,
}

/// From whole steps to degrees; longitude first.
#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: Option<String>,
    #[serde(flatten)]
    shape: Shape,
}

/// Each number names an arc; a negative one is the complement of an arc that is followed backwards.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

impl Transform {
    /// Each step counts from the one before it.
    fn positions(&self, arc: &[[i32; 2]]) -> Vec<Position> {
        let (mut x, mut y) = (0, 0);
        arc.iter()
            .map(|[right, up]| {
                x += right;
                y += up;
                Position {
                    longitude: f64::from(x) * self.scale[0] + self.translate[0],
                    latitude: f64::from(y) * self.scale[1] + self.translate[1],
                }
            })
            .collect()
    }
}

impl From<Geometry> for Country {
    fn from(geometry: Geometry) -> Self {
        let rings = match geometry.shape {
            Shape::Polygon(rings) => rings,
            Shape::MultiPolygon(polygons) => polygons.concat(),
        };
        let ring = |numbers: Vec<i32>| numbers.into_iter().map(ArcUse::from).collect();
        Self {
            code: geometry.id,
            rings: rings.into_iter().map(ring).collect(),
        }
    }
}

impl From<i32> for ArcUse {
    fn from(number: i32) -> Self {
        let reversed = number < 0;
        let arc = if reversed { !number } else { number };
        Self {
            arc: arc.unsigned_abs() as usize,
            reversed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &[u8] = br#"{"type":"Topology",
        "transform":{"scale":[0.5,0.25],"translate":[10,50]},
        "arcs":[[[0,0],[4,2],[-2,2]],[[2,4],[-2,-4]]],
        "objects":{"countries":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","id":"643","properties":{"name":"One"},"arcs":[[0,1]]},
            {"type":"MultiPolygon","arcs":[[[-2,-1],[0]],[[1]]]}]}}}"#;

    #[test]
    fn steps_are_counted_from_one_another_and_scaled() {
        let topology = Topology::decode(SMALL).unwrap();
        let first = [(50.0, 10.0), (50.5, 12.0), (51.0, 11.0)];
        assert_eq!(
            topology.arcs[0],
            first.map(|(north, east)| Position::new(north, east))
        );
        assert_eq!(topology.arcs[1][0], topology.arcs[0][2]);
    }

    #[test]
    fn negative_numbers_are_arcs_followed_backwards() {
        let forwards = |arc| ArcUse {
            arc,
            reversed: false,
        };
        let backwards = |arc| ArcUse {
            arc,
            reversed: true,
        };
        let countries = Topology::decode(SMALL).unwrap().countries;
        assert_eq!(countries[0].code.as_deref(), Some("643"));
        assert_eq!(countries[0].rings, [[forwards(0), forwards(1)]]);
        assert_eq!(countries[1].code, None);
        assert_eq!(
            countries[1].rings,
            [
                vec![backwards(1), backwards(0)],
                vec![forwards(0)],
                vec![forwards(1)]
            ]
        );
    }

    #[test]
    fn what_is_no_such_topology_is_an_error() {
        let text = String::from_utf8_lossy(SMALL);
        let missing = text.replace("[[0,1]]", "[[0,2]]");
        assert!(Topology::decode(missing.as_bytes()).is_err());
        let point = text.replace("\"Polygon\"", "\"Point\"");
        assert!(Topology::decode(point.as_bytes()).is_err());
        assert!(Topology::decode(b"{}").is_err());
    }
}
