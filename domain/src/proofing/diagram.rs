//! The states of a route as a page of the documentation.

use super::{Method, RouteEvent, RouteState};

/// The whole page: the diagram and the methods.
#[must_use]
pub fn document() -> String {
    let mut text = String::from(
        "# Proof of identity\n\nGenerated from `domain::proofing` by `cargo run --release --example flows`. One record for a \
         person, one route for every way that is tried, side by side. The first that succeeds closes the others. A new \
         password and corrected data are no events: they end nothing.\n\n```mermaid\nstateDiagram-v2\n    [*] --> begun\n",
    );
    for from in RouteState::ALL {
        for event in RouteEvent::ALL {
            if let Some(to) = from.after(event) {
                text.push_str(&format!(
                    "    {} --> {}: {event:?}\n",
                    from.code(),
                    to.code()
                ));
            }
        }
    }
    for state in RouteState::ALL.into_iter().filter(|state| !state.is_open()) {
        text.push_str(&format!("    {} --> [*]\n", state.code()));
    }
    text.push_str("```\n\n| method | group | from level |\n| --- | --- | --- |\n");
    for method in Method::ALL {
        let (group, level) = (method.group(), method.from_level().code());
        text.push_str(&format!("| `{}` | {group:?} | {level} |\n", method.code()));
    }
    text
}
