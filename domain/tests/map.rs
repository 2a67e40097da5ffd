//! Where places lie on the map, what a window shows, how far places are apart.

use domain::map::{
    HEIGHT, PLAN_HEIGHT, PLAN_WIDTH, Plan, Point, Position, Projection, TILE, WIDTH, distance_km,
};
use proptest::prelude::*;

const MOSCOW: Position = Position::new(55.7558, 37.6173);
const SAINT_PETERSBURG: Position = Position::new(59.9343, 30.3351);
const VLADIVOSTOK: Position = Position::new(43.1155, 131.8855);
const ANADYR: Position = Position::new(64.7337, 177.4968);
/// Beyond 180°.
const CHUKOTKA: Position = Position::new(66.0, -173.0);

/// All over the country, its ends among them.
const PLACES: [Position; 16] = [
    MOSCOW,
    SAINT_PETERSBURG,
    VLADIVOSTOK,
    ANADYR,
    CHUKOTKA,
    Position::new(54.7104, 20.4522),   // Kaliningrad
    Position::new(54.4590, 19.6390),   // the westernmost point, on the Vistula Spit
    Position::new(66.0790, -169.6500), // the easternmost, Cape Dezhnev
    Position::new(41.1850, 47.7900),   // the southernmost, in Dagestan
    Position::new(81.8580, 59.2390),   // the northernmost, Cape Fligely
    Position::new(42.3016, 130.6987),  // the border on the river Tumannaya
    Position::new(44.3900, 33.7400),   // Cape Sarych
    Position::new(53.0370, 158.6559),  // Petropavlovsk-Kamchatsky
    Position::new(46.9591, 142.7380),  // Yuzhno-Sakhalinsk
    Position::new(69.3535, 88.2027),   // Norilsk
    Position::new(62.0281, 129.7326),  // Yakutsk
];

/// Worked out apart from the code by Snyder's formulas 14-1 to 14-6.
const EXPECTED: [(Position, f64, f64); 4] = [
    (MOSCOW, 155.67, 172.69),
    (VLADIVOSTOK, 830.93, 512.99),
    (CHUKOTKA, 915.71, 28.93),
    (ANADYR, 908.78, 83.25),
];

fn on_map(place: Position) -> Point {
    Projection::russia().project(place)
}

#[test]
fn the_whole_country_is_on_the_map() {
    for place in PLACES {
        let Point { x, y } = on_map(place);
        assert!(
            (0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y),
            "{place:?}"
        );
    }
}

#[test]
fn chukotka_is_joined_on_right_of_the_180th_meridian() {
    let (before, after) = (Position::new(66.0, 179.999), Position::new(66.0, -179.999));
    let gap = on_map(after).x - on_map(before).x;
    assert!(gap > 0.0 && gap < 0.1, "{gap}");
    assert!(on_map(CHUKOTKA).x > on_map(ANADYR).x);
    assert_eq!(on_map(Position::new(66.0, 187.0)), on_map(CHUKOTKA));
}

#[test]
fn places_lie_where_the_formulas_put_them() {
    for (place, x, y) in EXPECTED {
        let point = on_map(place);
        assert!((point.x - x).abs() < 0.01, "{place:?} {point:?}");
        assert!((point.y - y).abs() < 0.01, "{place:?} {point:?}");
    }
}

#[test]
fn a_unit_is_as_long_everywhere_along_the_standard_parallels() {
    for latitude in [52.0, 64.0] {
        for longitude in [30.0, 105.0, 170.0] {
            let (one, other) = (
                Position::new(latitude, longitude),
                Position::new(latitude, longitude + 0.1),
            );
            let (from, to) = (on_map(one), on_map(other));
            let km = (to.x - from.x).hypot(to.y - from.y) * 8.46;
            assert!((km / distance_km(one, other) - 1.0).abs() < 1e-4, "{km}");
        }
    }
}

#[test]
fn known_distances() {
    let quarter = std::f64::consts::FRAC_PI_2 * 6371.0088;
    for (one, other, km) in [
        (MOSCOW, MOSCOW, 0.0),
        (
            Position::new(0.0, 0.0),
            Position::new(0.0, 1.0),
            quarter / 90.0,
        ),
        (
            Position::new(0.0, 170.0),
            Position::new(0.0, -170.0),
            quarter * 20.0 / 90.0,
        ),
        (Position::new(90.0, 12.0), Position::new(0.0, 77.0), quarter),
        (
            Position::new(45.0, 30.0),
            Position::new(-45.0, -150.0),
            quarter * 2.0,
        ),
        (MOSCOW, SAINT_PETERSBURG, 633.0),
        (MOSCOW, VLADIVOSTOK, 6415.5),
    ] {
        let found = distance_km(one, other);
        assert!((found - km).abs() <= km * 0.001, "{found} {km}");
    }
}

/// Worked out apart from the code: the tile that holds a place, by the formula of tile servers.
#[test]
fn plans_lie_on_the_tiles_of_every_server() {
    let plan = Plan::around(&[MOSCOW]);
    let shown = plan.project(MOSCOW);
    let close = |one: f64, other: f64| (one - other).abs() < 0.5;
    assert!(
        close(shown.x, PLAN_WIDTH / 2.0) && close(shown.y, PLAN_HEIGHT / 2.0),
        "{shown:?}"
    );
    let holds = |at: Point| {
        (at.x..at.x + TILE).contains(&shown.x) && (at.y..at.y + TILE).contains(&shown.y)
    };
    let tiles = plan.tiles();
    let found: Vec<_> = tiles.iter().filter(|tile| holds(tile.at)).collect();
    let [tile] = found.as_slice() else {
        panic!("{tiles:?}");
    };
    assert_eq!((tile.zoom, tile.x, tile.y), (15, 19_808, 10_243));
    let corners = tiles.iter().map(|tile| tile.at);
    let covered = |x: f64, y: f64| {
        let holds =
            |at: Point| (at.x..at.x + TILE).contains(&x) && (at.y..at.y + TILE).contains(&y);
        corners.clone().any(holds)
    };
    assert!(covered(0.0, 0.0) && covered(PLAN_WIDTH - 0.1, PLAN_HEIGHT - 0.1));
    // Four columns and three rows are enough, wherever the first one begins.
    assert!(tiles.len() <= 12, "{}", tiles.len());
}

#[test]
fn a_kilometre_is_as_long_as_it_is() {
    let east = Position::new(MOSCOW.latitude, MOSCOW.longitude + 0.01);
    let plan = Plan::around(&[MOSCOW, east]);
    let (from, to) = (plan.project(MOSCOW), plan.project(east));
    let km = (to.x - from.x) / plan.km();
    assert!((km / distance_km(MOSCOW, east) - 1.0).abs() < 0.001, "{km}");
}

proptest! {
    /// Everything a plan is made around is on it with room for its mark, North is up and East is right.
    #[test]
    fn a_plan_shows_what_it_is_around(places in proptest::collection::vec((41.0..78.0, 20.0..179.0), 1..30)) {
        let places: Vec<_> = places.iter().map(|(latitude, longitude)| Position::new(*latitude, *longitude)).collect();
        let plan = Plan::around(&places);
        for one in &places {
            let point = plan.project(*one);
            let has_room = |at: f64, length: f64| (39.999..=length - 39.999).contains(&at);
            prop_assert!(has_room(point.x, PLAN_WIDTH) && has_room(point.y, PLAN_HEIGHT), "{point:?}");
            for other in &places {
                let other_point = plan.project(*other);
                prop_assert_eq!(one.latitude > other.latitude, point.y < other_point.y);
                prop_assert_eq!(one.longitude > other.longitude, point.x > other_point.x);
            }
        }
    }

    #[test]
    fn further_east_is_further_right(latitude in 41.0..82.0, west in 19.0..191.0, east in 19.0..191.0) {
        prop_assume!(west < east);
        let (west, east) = (Position::new(latitude, west), Position::new(latitude, east));
        prop_assert!(on_map(west).x < on_map(east).x);
    }

    #[test]
    fn further_north_is_further_up_where_the_meridian_is_upright(south in 41.0..82.0, north in 41.0..82.0) {
        prop_assume!(south < north);
        let (south, north) = (Position::new(south, 105.0), Position::new(north, 105.0));
        prop_assert!(on_map(north).y < on_map(south).y);
    }

    #[test]
    fn a_distance_is_the_same_both_ways_and_no_longer_than_half_the_earth(
        one in (-90.0..=90.0, -180.0..=180.0), other in (-90.0..=90.0, -180.0..=180.0)
    ) {
        let (one, other) = (Position::new(one.0, one.1), Position::new(other.0, other.1));
        let km = distance_km(one, other);
        prop_assert!((0.0..=20_016.0).contains(&km), "{}", km);
        prop_assert!((km - distance_km(other, one)).abs() < 1e-6);
    }
}
