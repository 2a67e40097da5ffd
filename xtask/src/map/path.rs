//! Lines as the data of an SVG path: whole tenths of a unit, each counted from the one before it.

use domain::map::Point;

/// Brings the numbers of a path back to units of the map.
pub(super) const SCALE: f64 = 0.1;

/// Closed lines; those too small to be seen are left out.
pub(super) fn closed(rings: &[Vec<Point>]) -> String {
    data(rings, 3, "z")
}

/// Lines that end somewhere else.
pub(super) fn open(lines: &[&[Point]]) -> String {
    data(lines, 2, "")
}

fn data(lines: &[impl AsRef<[Point]>], least: usize, end: &str) -> String {
    let mut data = String::new();
    let mut from = [0, 0];
    for line in lines {
        let mut points: Vec<[i32; 2]> = line.as_ref().iter().map(|point| rounded(*point)).collect();
        points.dedup();
        if points.len() < least {
            continue;
        }
        data.push('m');
        let start = points[0];
        for point in points {
            number(&mut data, point[0] - from[0]);
            number(&mut data, point[1] - from[1]);
            from = point;
        }
        data.push_str(end);
        if end == "z" {
            from = start;
        }
    }
    data
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "the map ends at a thousand units"
)]
fn rounded(point: Point) -> [i32; 2] {
    [point.x, point.y].map(|length| (length / SCALE).round() as i32)
}

/// A minus separates as well as a space does.
fn number(data: &mut String, number: i32) {
    if number >= 0 && data.ends_with(|last: char| last.is_ascii_digit()) {
        data.push(' ');
    }
    data.push_str(&number.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(places: &[(f64, f64)]) -> Vec<Point> {
        places.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn tenths_are_counted_from_the_point_before() {
        let square = points(&[(1.0, 2.0), (3.04, 2.0), (3.04, 1.0), (1.0, 1.0)]);
        let line = points(&[(1.0, 2.0), (0.5, 2.5)]);
        // After `z` the pen is back where the line began.
        assert_eq!(
            closed(&[square.clone(), square]),
            "m10 20 20 0 0-10-20 0zm0 0 20 0 0-10-20 0z"
        );
        assert_eq!(open(&[&line, &line]), "m10 20-5 5m5-5-5 5");
    }

    #[test]
    fn what_shrinks_to_a_point_or_a_line_is_left_out() {
        let speck = points(&[(1.0, 1.0), (1.01, 1.0), (1.0, 1.01)]);
        let sliver = points(&[(1.0, 1.0), (2.0, 1.0), (2.0, 1.01)]);
        assert_eq!(closed(&[speck.clone(), sliver]), "");
        assert_eq!(open(&[&speck]), "");
    }
}
