//! QR codes as drawings of the page.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcode::{Color, QrCode};

/// Free modules around a code (ISO/IEC 18004, 9.1).
const QUIET: usize = 4;

/// The code of a text; nothing where it is too long for one.
pub(crate) fn drawing(text: &str) -> Option<impl IntoView + use<>> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % width + QUIET, place / width + QUIET);
            // Writing into a text cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let side = width + 2 * QUIET;
    Some(view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label="QR-код" shape-rendering="crispEdges">
            <path d=path/>
        </svg>
    })
}
