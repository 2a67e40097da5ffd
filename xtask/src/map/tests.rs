use std::io::Write as _;

use domain::map::Position;

use super::*;

/// Russia and a neighbour with one border between them, and a country around the South Pole.
const SMALL: &[u8] = br#"{"type":"Topology",
    "transform":{"scale":[1,1],"translate":[0,0]},
    "arcs":[
        [[100,60],[0,-4]],
        [[100,56],[-9,0],[0,4],[9,0]],
        [[100,60],[9,0],[0,-4],[-9,0]],
        [[-180,-70],[120,0],[120,0],[120,0]]],
    "objects":{"countries":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","id":"643","arcs":[[0,1]]},
        {"type":"Polygon","id":"398","arcs":[[2,-1]]},
        {"type":"Polygon","id":"010","arcs":[[3]]}]}}}"#;

/// The data of the part with this id.
fn part<'a>(svg: &'a str, id: &str) -> &'a str {
    let (_, part) = svg.split_once(&format!("id=\"{id}\"")).unwrap();
    let (_, data) = part.split_once(" d=\"").unwrap();
    data.split_once('"').unwrap().0
}

#[test]
fn a_border_is_drawn_once_and_coasts_never() {
    let svg = String::from_utf8(draw(SMALL).unwrap()).unwrap();
    let lines = |id| part(&svg, id).matches('m').count();
    assert_eq!([lines("own"), lines("land"), lines("border")], [1, 1, 1]);
    let border = part(&svg, "border").split(['m', ' ', '-']);
    let numbers = border.filter(|number| !number.is_empty());
    assert_eq!(numbers.count(), 4, "two points");
}

#[test]
fn areas_are_those_of_polygons() {
    let square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)].map(|(x, y)| Point { x, y });
    assert!((area(&square) - 4.0).abs() < 1e-9);
    assert!(area(&[]) < 1e-9);
}

/// What lies at the sea and is easily lost.
const TOWNS: [(&str, Position); 12] = [
    ("Saint Petersburg", Position::new(59.9343, 30.3351)),
    ("Kaliningrad", Position::new(54.7104, 20.4522)),
    ("Murmansk", Position::new(68.9585, 33.0827)),
    ("Arkhangelsk", Position::new(64.5401, 40.5433)),
    ("Sochi", Position::new(43.5855, 39.7231)),
    ("Makhachkala", Position::new(42.9849, 47.5047)),
    ("Vladivostok", Position::new(43.1155, 131.8855)),
    ("Yuzhno-Sakhalinsk", Position::new(46.9591, 142.7380)),
    ("Petropavlovsk-Kamchatsky", Position::new(53.0370, 158.6559)),
    ("Magadan", Position::new(59.5682, 150.8085)),
    ("Anadyr", Position::new(64.7337, 177.4968)),
    ("Uelen", Position::new(66.1594, -169.8092)),
];

/// Russia of the real data.
fn russia() -> Vec<Vec<Point>> {
    let topology = Topology::decode(&files::read(&files::root().join(DATA)).unwrap()).unwrap();
    let countries = topology.countries.iter();
    let own: Vec<&Country> = countries
        .filter(|country| country.code.as_deref() == Some(RUSSIA))
        .collect();
    outlines(&topology, &lines(&topology, &arcs_of(&own)), &own)
}

#[test]
fn towns_at_the_sea_lie_on_land_or_a_step_from_it() {
    let rings = russia();
    for (name, place) in TOWNS {
        let town = Projection::russia().project(place);
        // Two units away there is land in at least one direction.
        let around = (0..16).map(|step| {
            let (down, right) = (f64::from(step) * std::f64::consts::FRAC_PI_8).sin_cos();
            Point {
                x: town.x + 2.0 * right,
                y: town.y + 2.0 * down,
            }
        });
        let mut near = around.chain([town]);
        assert!(
            near.any(|point| rings.iter().any(|ring| holds(ring, point))),
            "{name}"
        );
    }
}

#[test]
fn no_outline_leaps_across_the_map() {
    for ring in russia() {
        for (one, next) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let leap = (next.x - one.x).hypot(next.y - one.y);
            assert!(leap < 20.0, "{one:?} {next:?}");
        }
    }
}

/// Whether a point lies in a polygon: a ray to the right crosses its outline an odd number of times.
fn holds(ring: &[Point], point: Point) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossings = ring.iter().zip(next).filter(|(one, next)| {
        (one.y > point.y) != (next.y > point.y)
            && point.x < one.x + (point.y - one.y) / (next.y - one.y) * (next.x - one.x)
    });
    crossings.count() % 2 == 1
}

#[test]
fn the_file_stays_small() {
    let svg = build().unwrap();
    assert!(svg.len() < 60_000, "{}", svg.len());
    let mut compressed = Vec::new();
    brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22)
        .write_all(&svg)
        .unwrap();
    assert!(compressed.len() < 20_000, "{}", compressed.len());
}
