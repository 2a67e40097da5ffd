//! Nothing moves while the pointer is down (V10).

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

thread_local! {
    static DOWN: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Begins to watch the pointer.
pub fn watch() {
    let _ = window_event_listener(ev::pointerdown, |_| DOWN.set(true));
    let _ = window_event_listener(ev::pointerup, |_| up());
    let _ = window_event_listener(ev::pointercancel, |_| up());
}

/// The click belongs to the same turn; what waits comes after it.
fn up() {
    set_timeout(
        || {
            DOWN.set(false);
            for waiting in WAITING.take() {
                waiting();
            }
        },
        Duration::ZERO,
    );
}

/// Does it now, or after the click when the pointer is down.
pub fn when_up(action: impl FnOnce() + 'static) {
    if DOWN.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(action)));
    } else {
        action();
    }
}
