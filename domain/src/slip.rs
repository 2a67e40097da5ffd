//! Slips of the pen: how far a typed word may lie from the one that is meant.

/// Whether one sign too many, too few, changed, or two neighbours swapped make the difference.
#[must_use]
pub fn is_one_slip<T: PartialEq>(known: &[T], typed: &[T]) -> bool {
    let same_start = known.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let (known, typed) = (&known[same_start..], &typed[same_start..]);
    match (known, typed) {
        ([_, known @ ..], [_, typed @ ..]) if known == typed => true,
        ([_, known @ ..], typed) if known == typed => true,
        (known, [_, typed @ ..]) if known == typed => true,
        ([a, b, known @ ..], [c, d, typed @ ..]) => a == d && b == c && known == typed,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_slip;

    #[test]
    fn one_slip_is_told_from_two() {
        let slip = |known: &str, typed: &str| is_one_slip(known.as_bytes(), typed.as_bytes());
        for typed in ["tver", "tver ", "tvr", "ttver", "tvex", "vter", "tvre"] {
            assert!(slip("tver", typed) || typed == "tver", "{typed}");
        }
        for typed in [
            "tv", "xvex", "vtre", "tvab", "terv", "tverxx", "vxer", "xter",
        ] {
            assert!(!slip("tver", typed), "{typed}");
        }
    }
}
