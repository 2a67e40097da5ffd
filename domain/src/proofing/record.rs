//! The record of one person's proof.

use super::{Method, RouteEvent, RouteState};
use crate::level::AssuranceLevel;

/// One way that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// Which way.
    pub method: Method,
    /// Where it stands.
    pub state: RouteState,
}

/// Every way that was tried, in the order of their beginnings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofing(Vec<Route>);

/// Where a route that is begun stands in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It is new.
    New(usize),
    /// The same method is open already: one goes on with it.
    Already(usize),
}

/// Why something does not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The identity is proven already.
    Over,
    /// The method needs a higher level.
    Level,
    /// There is no such route, or the event does not happen where it stands.
    NotHere,
}

impl Proofing {
    /// The record with these routes, as they were stored.
    #[must_use]
    pub fn of(routes: Vec<Route>) -> Self {
        Self(routes)
    }

    /// Its routes, in the order of their beginnings.
    #[must_use]
    pub fn routes(&self) -> &[Route] {
        &self.0
    }

    /// The route by which the identity was proven.
    #[must_use]
    pub fn proof(&self) -> Option<Route> {
        let succeeded = |route: &&Route| route.state == RouteState::Succeeded;
        self.0.iter().find(succeeded).copied()
    }

    /// Begins a route beside those that are open.
    ///
    /// # Errors
    /// [`Refused::Over`], [`Refused::Level`].
    pub fn begin(&mut self, method: Method, level: AssuranceLevel) -> Result<Begun, Refused> {
        if self.proof().is_some() {
            return Err(Refused::Over);
        }
        if level < method.from_level() {
            return Err(Refused::Level);
        }
        let same = |route: &Route| route.method == method && route.state.is_open();
        if let Some(place) = self.0.iter().position(same) {
            return Ok(Begun::Already(place));
        }
        self.0.push(Route {
            method,
            state: RouteState::Begun,
        });
        Ok(Begun::New(self.0.len() - 1))
    }

    /// Moves a route; success closes every other one that is open. Answers the places of all that have moved, this one
    /// first.
    ///
    /// # Errors
    /// [`Refused::NotHere`]; nothing has moved then.
    pub fn apply(&mut self, place: usize, event: RouteEvent) -> Result<Vec<usize>, Refused> {
        let route = self.0.get_mut(place).ok_or(Refused::NotHere)?;
        route.state = route.state.after(event).ok_or(Refused::NotHere)?;
        let mut moved = vec![place];
        if event == RouteEvent::Succeed {
            for (other, route) in self.0.iter_mut().enumerate() {
                if let Some(state) = route.state.after(RouteEvent::Supersede) {
                    route.state = state;
                    moved.push(other);
                }
            }
        }
        Ok(moved)
    }
}
