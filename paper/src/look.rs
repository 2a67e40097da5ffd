//! How text looks. Sizes and leadings in points.

use crate::font::Weight;
use crate::ink::Ink;

/// One style of text.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) weight: Weight,
    pub(crate) size: f32,
    /// From one baseline to the next.
    pub(crate) leading: f32,
    pub(crate) ink: Ink,
    /// The least width of a sign in parts of the size: signs of a code stand in cells and are told apart.
    pub(crate) cell: f32,
}

const fn plain(weight: Weight, size: f32, leading: f32) -> Look {
    Look {
        weight,
        size,
        leading,
        ink: Ink::Black,
        cell: 0.0,
    }
}

impl Look {
    /// The name of the paper.
    pub(crate) const TITLE: Self = plain(Weight::Semibold, 24.0, 29.0);
    /// Whom the paper is about.
    pub(crate) const NAME: Self = plain(Weight::Semibold, 17.0, 22.0);
    /// The name of a section.
    pub(crate) const SECTION: Self = plain(Weight::Semibold, 13.0, 18.0);
    /// Running text.
    pub(crate) const BODY: Self = plain(Weight::Regular, 11.0, 16.0);
    /// What stands out of the running text.
    pub(crate) const STRONG: Self = plain(Weight::Semibold, 11.0, 16.0);
    /// What a value means.
    pub(crate) const LABEL: Self = Self::BODY.inked(Ink::Grey);
    /// What a code is and what to do with it.
    pub(crate) const NOTE: Self = plain(Weight::Regular, 10.0, 15.0).inked(Ink::Grey);
    /// Captions and page numbers.
    pub(crate) const SMALL: Self = plain(Weight::Regular, 9.0, 13.0).inked(Ink::Grey);
    /// The name of the portal.
    pub(crate) const BRAND: Self = plain(Weight::Semibold, 14.0, 18.0).inked(Ink::Accent);

    /// What is typed from the paper, in words or addresses.
    pub(crate) const fn large(size: f32) -> Self {
        plain(Weight::Semibold, size, size * 1.3)
    }

    /// What is typed from the paper sign by sign.
    pub(crate) const fn spaced(size: f32) -> Self {
        Self {
            cell: 1.05,
            ..Self::large(size)
        }
    }

    /// The same in another colour.
    pub(crate) const fn inked(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}
