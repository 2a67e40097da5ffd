//! Cuts off what the map does not show (Sutherland and Hodgman, 1974).

use domain::map::{HEIGHT, Point, WIDTH};

/// How far beyond the edges of the map polygons go on, in units, so that their cuts are never seen.
const MARGIN: f64 = 8.0;

/// The part of a polygon on the map and its margin; empty where there is none.
pub(super) fn ring(points: &[Point]) -> Vec<Point> {
    let mut left = points.to_vec();
    left = half(&left, |point| point.x + MARGIN);
    left = half(&left, |point| WIDTH + MARGIN - point.x);
    left = half(&left, |point| point.y + MARGIN);
    half(&left, |point| HEIGHT + MARGIN - point.y)
}

/// The part on the side of a straight line where `depth`, linear in the point, is not negative.
fn half(points: &[Point], depth: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut inside = Vec::new();
    let before = points.iter().cycle().skip(points.len().saturating_sub(1));
    for (from, to) in before.zip(points) {
        let (there, here) = (depth(*from), depth(*to));
        if (there < 0.0) != (here < 0.0) {
            let share = there / (there - here);
            inside.push(Point {
                x: from.x + (to.x - from.x) * share,
                y: from.y + (to.y - from.y) * share,
            });
        }
        if here >= 0.0 {
            inside.push(*to);
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: f64 = -MARGIN;

    fn points(places: &[(f64, f64)]) -> Vec<Point> {
        places.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn what_lies_inside_stays_as_it_is() {
        let inside = points(&[(1.0, 1.0), (9.0, 1.0), (5.0, 8.0)]);
        assert_eq!(ring(&inside), inside);
    }

    #[test]
    fn what_lies_outside_goes_on_every_side() {
        let small = [(0.0, 0.0), (9.0, 0.0), (5.0, 8.0)];
        for (right, down) in [
            (-500.0, 0.0),
            (1500.0, 0.0),
            (0.0, -500.0),
            (0.0, 1500.0),
            (-500.0, 900.0),
        ] {
            let moved = small.map(|(x, y)| (x + right, y + down));
            assert_eq!(ring(&points(&moved)), []);
        }
        assert_eq!(ring(&[]), []);
    }

    #[test]
    fn what_crosses_an_edge_is_cut_there() {
        let square = points(&[(-24.0, 100.0), (8.0, 100.0), (8.0, 200.0), (-24.0, 200.0)]);
        let cut = points(&[(LEFT, 100.0), (8.0, 100.0), (8.0, 200.0), (LEFT, 200.0)]);
        assert_eq!(ring(&square), cut);
    }

    #[test]
    fn what_holds_the_map_becomes_the_map_with_its_margin() {
        let around = points(&[(-9e3, -9e3), (9e3, -9e3), (9e3, 9e3), (-9e3, 9e3)]);
        let cut = ring(&around);
        assert!(
            cut.iter()
                .all(|point| point.x == LEFT || point.x == WIDTH + MARGIN)
        );
        assert_eq!(cut.len(), 4);
    }
}
