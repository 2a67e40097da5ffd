//! Fewer points for the same line (Douglas and Peucker, 1973).

use domain::map::Point;

/// The line with the points left out that lie between others but for `tolerance`. Its ends stay, so lines that met
/// still do.
pub(super) fn line(points: &[Point], tolerance: f64) -> Vec<Point> {
    let mut kept = Vec::new();
    kept.extend(points.first());
    keep_between(points, tolerance, &mut kept);
    kept
}

/// Adds what is kept of the points after the first.
fn keep_between(points: &[Point], tolerance: f64, kept: &mut Vec<Point>) {
    let [first, inner @ .., last] = points else {
        return;
    };
    let distances = inner.iter().map(|point| distance(*point, *first, *last));
    let furthest = distances
        .enumerate()
        .max_by(|(_, one), (_, other)| one.total_cmp(other));
    match furthest {
        Some((place, distance)) if distance > tolerance => {
            let corner = place + 1;
            keep_between(&points[..=corner], tolerance, kept);
            keep_between(&points[corner..], tolerance, kept);
        }
        _ => kept.push(*last),
    }
}

/// From a point to the straight line between two others, or to them where they are one.
fn distance(point: Point, first: Point, last: Point) -> f64 {
    let (along_x, along_y) = (last.x - first.x, last.y - first.y);
    let squared = along_x.powi(2) + along_y.powi(2);
    let (x, y) = (point.x - first.x, point.y - first.y);
    let share = if squared > 0.0 {
        ((x * along_x + y * along_y) / squared).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - share * along_x).hypot(y - share * along_y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(places: &[(f64, f64)]) -> Vec<Point> {
        places.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn what_lies_nearly_between_others_goes() {
        let bent = points(&[(0.0, 0.0), (5.0, 0.1), (9.0, 0.0), (10.0, 3.0), (10.0, 9.0)]);
        let kept = points(&[(0.0, 0.0), (9.0, 0.0), (10.0, 3.0), (10.0, 9.0)]);
        assert_eq!(line(&bent, 0.12), kept);
    }

    #[test]
    fn a_closed_line_keeps_its_corners() {
        let square = points(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]);
        assert_eq!(line(&square, 0.12), square);
    }

    #[test]
    fn backwards_is_the_same_line() {
        let mut bent = points(&[(0.0, 0.0), (3.0, 0.05), (5.0, 2.0), (6.0, 2.1), (9.0, 0.0)]);
        let mut kept = line(&bent, 0.12);
        bent.reverse();
        kept.reverse();
        assert_eq!(line(&bent, 0.12), kept);
    }

    #[test]
    fn an_empty_line_stays_empty() {
        assert_eq!(line(&[], 0.12), []);
    }
}
