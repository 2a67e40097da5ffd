//! The drawing beneath the map of service centres: an SVG made of Natural Earth's countries.
//!
//! Its parts `land` (abroad), `own` (Russia) and `border` (Russia's borders on land) have no colours of their own: a
//! page takes them in by `<use href="FILE#land">`, and they inherit its. Water is what is left.

mod clip;
mod path;
mod simplify;
mod topology;

use std::collections::BTreeSet;

use anyhow::Result;
use domain::map::{HEIGHT, Point, Position, Projection, WIDTH};

use crate::files;
use topology::{ArcUse, Country, Topology};

/// Countries at 1:50 million, from the npm package `world-atlas`. Disputed borders are drawn as they are in it.
const DATA: &str = "node_modules/world-atlas/countries-50m.json";
/// ISO 3166-1 numeric.
const RUSSIA: &str = "643";
/// How far a line may move to save points, in units of the map: about 1 km.
const TOLERANCE: f64 = 0.12;
/// The same for lines that are no part of Russia.
const TOLERANCE_ABROAD: f64 = 0.3;
/// An island or a lake smaller than this goes, in square units of the map: about 11 km².
const SMALLEST_AREA: f64 = 0.15;

/// The SVG file.
pub(crate) fn build() -> Result<Vec<u8>> {
    draw(&files::read(&files::root().join(DATA))?)
}

fn draw(data: &[u8]) -> Result<Vec<u8>> {
    let topology = Topology::decode(data)?;
    let (own, abroad): (Vec<&Country>, Vec<&Country>) = topology
        .countries
        .iter()
        .partition(|country| country.code.as_deref() == Some(RUSSIA));
    let (own_arcs, arcs_abroad) = (arcs_of(&own), arcs_of(&abroad));
    let lines = lines(&topology, &own_arcs);
    let land = path::closed(&outlines(&topology, &lines, &abroad));
    let russia = path::closed(&outlines(&topology, &lines, &own));
    // Drawn once: what both sides have.
    let borders = own_arcs.intersection(&arcs_abroad);
    let border = path::open(&borders.map(|arc| &lines[*arc][..]).collect::<Vec<_>>());
    let scale = path::SCALE;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\">\
         <path id=\"land\" transform=\"scale({scale})\" d=\"{land}\"/>\
         <path id=\"own\" transform=\"scale({scale})\" d=\"{russia}\"/>\
         <path id=\"border\" transform=\"scale({scale})\" fill=\"none\" vector-effect=\"non-scaling-stroke\" d=\"{border}\"/>\
         </svg>"
    );
    Ok(svg.into_bytes())
}

/// The numbers of the arcs these countries are made of.
fn arcs_of(countries: &[&Country]) -> BTreeSet<usize> {
    let rings = countries.iter().flat_map(|country| &country.rings);
    rings.flatten().map(|part| part.arc).collect()
}

/// The arcs on the map, with no more points than are needed: abroad fewer than at home.
fn lines(topology: &Topology, own: &BTreeSet<usize>) -> Vec<Vec<Point>> {
    let projection = Projection::russia();
    let line = |(number, arc): (usize, &Vec<Position>)| {
        let points: Vec<Point> = arc.iter().map(|place| projection.project(*place)).collect();
        let tolerance = if own.contains(&number) {
            TOLERANCE
        } else {
            TOLERANCE_ABROAD
        };
        simplify::line(&points, tolerance)
    };
    topology.arcs.iter().enumerate().map(line).collect()
}

/// What the map shows of these countries.
fn outlines(topology: &Topology, lines: &[Vec<Point>], countries: &[&Country]) -> Vec<Vec<Point>> {
    let rings = countries.iter().flat_map(|country| &country.rings);
    rings
        // The map is cut open along 75° W. Rings across the cut are drawn above its upper edge, but one around the
        // South Pole would frame it.
        .filter(|ring| topology.is_northern(ring))
        .map(|ring| clip::ring(&joined(lines, ring)))
        .filter(|ring| area(ring) >= SMALLEST_AREA)
        .collect()
}

/// The points of a ring; the first does not come again at the end.
fn joined(lines: &[Vec<Point>], ring: &[ArcUse]) -> Vec<Point> {
    let mut points = Vec::new();
    for part in ring {
        let line = &lines[part.arc];
        // Every arc begins where the one before it ended.
        let fresh = line.len() - 1;
        if part.reversed {
            points.extend(line.iter().rev().take(fresh));
        } else {
            points.extend(line.iter().take(fresh));
        }
    }
    points
}

/// Area of a polygon, whichever way round it goes.
fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let doubled: f64 = ring
        .iter()
        .zip(next)
        .map(|(one, next)| one.x * next.y - next.x * one.y)
        .sum();
    doubled.abs() / 2.0
}

#[cfg(test)]
mod tests;
