//! The structure of a paper, as a screen reader goes through it.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind};

/// A part of it.
pub(crate) enum Branch {
    /// A heading, a paragraph, a list, a table, and their parts.
    Group(TagKind, Vec<Branch>),
    /// What is drawn, by its number.
    Drawn(usize),
}

/// The library's form of a branch, once it is known under which identifiers things were drawn.
pub(crate) fn node(branch: Branch, drawn: &[Option<Identifier>]) -> Option<Node> {
    match branch {
        Branch::Drawn(number) => drawn.get(number).copied().flatten().map(Node::from),
        Branch::Group(tag, branches) => {
            let children = branches
                .into_iter()
                .filter_map(|branch| node(branch, drawn));
            Some(TagGroup::with_children(tag, children.collect()).into())
        }
    }
}
