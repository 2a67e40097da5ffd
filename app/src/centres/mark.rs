//! Marks on the map: those that would cover each other are one.

use domain::map::Point;

/// A mark and what it stands for.
#[derive(Debug, PartialEq)]
pub(super) struct Mark {
    /// Where it is drawn: where its first member lies.
    pub(super) at: Point,
    /// Places in the list of what is marked.
    pub(super) members: Vec<usize>,
}

/// Gathers points in their order: one that lies nearer than this to a mark joins it.
pub(super) fn gather(points: impl IntoIterator<Item = Point>, nearer: f64) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (member, at) in points.into_iter().enumerate() {
        let distance = |mark: &Mark| (mark.at.x - at.x).hypot(mark.at.y - at.y);
        let nearest = marks
            .iter_mut()
            .min_by(|one, other| distance(one).total_cmp(&distance(other)));
        match nearest {
            Some(mark) if distance(mark) < nearer => mark.members.push(member),
            _ => marks.push(Mark {
                at,
                members: vec![member],
            }),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_covers_another_and_none_is_lost() {
        let points = [
            (0.0, 0.0),
            (3.0, 4.0),
            (10.0, 0.0),
            (9.0, 0.0),
            (100.0, 0.0),
        ];
        let marks = gather(points.map(|(x, y)| Point { x, y }), 5.5);
        let members: Vec<_> = marks.iter().map(|mark| mark.members.as_slice()).collect();
        assert_eq!(members, [&[0, 1][..], &[2, 3], &[4]]);
        assert_eq!(gather([], 5.0), []);
    }
}
