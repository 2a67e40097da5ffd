//! `/cabinet/identity`: the ways that are open, and those that are under way (R-IDC-01, D-34).

use domain::level::AssuranceLevel;
use domain::profile::{AddressPart, Context, ProfileField, Values, value};
use domain::proofing::{Method, RouteEvent, RouteState};

use super::row::StoredRoute;
use super::{PATH, route};
use crate::account::{self, Account};
use crate::appointment::{self, Booked, PlaceView, place};
use crate::clock::Instant;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{self, Flash, Form};
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::profile;
use crate::session;
use crate::store::Connection;
use crate::task;
use crate::visit::Visit;

/// A way that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodView {
    /// Which.
    pub method: Method,
    /// The level from which on it can be begun is reached.
    pub is_open: bool,
    /// It is under way.
    pub is_begun: bool,
}

/// A way that was tried.
#[derive(Clone, Debug)]
pub struct RouteView {
    /// Its id.
    pub id: String,
    /// Which way.
    pub method: Method,
    /// Where it stands.
    pub state: RouteState,
    /// When it began.
    pub begun_at: Instant,
    /// When it came to where it stands.
    pub moved_at: Instant,
    /// Until when it goes on at the most.
    pub expires_at: Instant,
    /// The code to show at the desk.
    pub code: Option<String>,
    /// Where it ended.
    pub place: Option<PlaceView>,
    /// Why it was refused.
    pub reason: Option<String>,
}

/// How the identity was proven.
#[derive(Clone, Debug)]
pub struct ProofView {
    /// By which way.
    pub method: Method,
    /// When.
    pub at: Instant,
    /// Where.
    pub place: Option<PlaceView>,
}

/// `/cabinet/identity`
#[derive(Clone, Debug)]
pub struct IdentityView {
    /// Level of the account.
    pub level: AssuranceLevel,
    /// The ways that are open, in the order of the page.
    pub methods: Vec<MethodView>,
    /// The ways that were tried, newest first.
    pub routes: Vec<RouteView>,
    /// How the identity was proven.
    pub proof: Option<ProofView>,
    /// The visit that is booked.
    pub booked: Option<Booked>,
    /// The town of the residence; empty: it was not told (R-PST-01).
    pub town: String,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// What the page shows. Never writes.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn view(portal: &Portal, visit: &Visit) -> Result<IdentityView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(look(c, p, v))).await
}

async fn look(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<IdentityView, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    let stored = super::row::list(c, &account.id).await?;
    let mut routes = Vec::new();
    for route in stored.iter().rev() {
        routes.push(route_view(portal, &account, route)?);
    }
    let proof = routes
        .iter()
        .find(|route| route.state == RouteState::Succeeded);
    let proof = proof.map(|route| ProofView {
        method: route.method,
        at: route.moved_at,
        place: route.place.clone(),
    });
    let told = account::attributes(c, &account.id, &account.key).await?;
    let city = [
        ProfileField::Residence(AddressPart::City),
        ProfileField::Registration(AddressPart::City),
    ];
    let city = city.map(|field| value(&told, field).to_owned());
    Ok(IdentityView {
        town: city
            .into_iter()
            .find(|city| !city.is_empty())
            .unwrap_or_default(),
        level: account.level,
        methods: methods(portal, &account, &routes),
        proof,
        booked: appointment::booked(c, portal, &account).await?,
        flash: flash::read(portal, visit).filter(|flash| flash.form == Form::Identity),
        routes,
    })
}

/// What has outlived its time is shown as what it is, though nobody has written it down yet.
fn route_view(
    portal: &Portal,
    account: &Account,
    route: &StoredRoute,
) -> Result<RouteView, PortalError> {
    let is_late = route.state.is_open() && route.expires_at <= portal.clock.now();
    let code = match is_late {
        true => None,
        false => route.code(account)?,
    };
    Ok(RouteView {
        id: route.id.clone(),
        method: route.method,
        state: if is_late {
            RouteState::Expired
        } else {
            route.state
        },
        begun_at: route.begun_at,
        moved_at: route.moved_at,
        expires_at: route.expires_at,
        code,
        place: route.centre.as_deref().map(|centre| place(portal, centre)),
        reason: route.reason(account)?,
    })
}

fn methods(portal: &Portal, account: &Account, routes: &[RouteView]) -> Vec<MethodView> {
    let is_begun = |method| {
        let own = |route: &RouteView| route.method == method && route.state.is_open();
        routes.iter().any(own)
    };
    Method::ALL
        .into_iter()
        .filter(|method| is_switched_on(portal, *method))
        .map(|method| MethodView {
            method,
            is_open: account.level >= method.from_level(),
            is_begun: is_begun(method),
        })
        .collect()
}

/// Whether the settings have this way open.
fn is_switched_on(portal: &Portal, method: Method) -> bool {
    let named = |code: &String| code == method.code();
    method.is_served() && portal.config.identity.methods.iter().any(named)
}

/// «Выбрать»: begins a way beside those that are under way. A repeat goes on with it.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`] for no way, [`PortalError::Unavailable`].
pub async fn begin(portal: &Portal, visit: &Visit, method: String) -> Result<Done, PortalError> {
    let method = Method::from_code(&method).ok_or(PortalError::Forbidden)?;
    task::write(portal, visit, move |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let account = account::load(c, p, &session.account_id).await?;
            let flash = Flash::of(Form::Identity);
            if !is_switched_on(p, method) {
                return Done::with_flash(p, PATH, &flash.say(Outcome::MethodClosed));
            }
            let outcome = match route::begin(c, p, &account, method).await? {
                Err(domain::proofing::Refused::Over) => Outcome::IdentityProvenAlready,
                Err(_) => Outcome::MethodClosed,
                Ok((_, is_new)) => {
                    if is_new {
                        let detail = [("method", method.code())];
                        let id = Some(account.id.as_str());
                        note(c, p, v, id, Event::RouteBegun, &detail).await?;
                    }
                    Outcome::RouteBegun
                }
            };
            Done::with_flash(p, PATH, &flash.say(outcome))
        })
    })
    .await
}

/// «Отказаться от способа»: the others go on. A repeat changes nothing.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn withdraw(portal: &Portal, visit: &Visit, route: String) -> Result<Done, PortalError> {
    task::write(portal, visit, move |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let account = account::load(c, p, &session.account_id).await?;
            if route::apply(c, p, &account, &route, RouteEvent::Withdraw).await? {
                let id = Some(account.id.as_str());
                note(c, p, v, id, Event::RouteWithdrawn, &[]).await?;
            }
            let flash = Flash::of(Form::Identity).say(Outcome::RouteWithdrawn);
            Done::with_flash(p, PATH, &flash)
        })
    })
    .await
}

/// The application that is printed and shown (R-CTR-07, R-PST-03).
#[derive(Clone)]
pub struct ApplicationView {
    /// What the citizen has told, canonical.
    pub values: Values,
    /// What the values say about each other.
    pub context: Context,
    /// The code to show; `None`: no way leads to a desk at the moment.
    pub code: Option<String>,
}

/// What the printed application says.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn application(portal: &Portal, visit: &Visit) -> Result<ApplicationView, PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let account = account::load(c, p, &session.account_id).await?;
            let values = match profile::find_latest(c, &account.id).await? {
                Some(latest) => latest.values(&account.key)?,
                None => account::attributes(c, &account.id, &account.key).await?,
            };
            let booked = appointment::booked(c, p, &account).await?;
            let code = match booked {
                Some(booked) => Some(booked.code),
                None => shown_code(c, p, &account).await?,
            };
            Ok(ApplicationView {
                context: Context::of(&values, profile::today(p)),
                values,
                code,
            })
        })
    })
    .await
}

async fn shown_code(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
) -> Result<Option<String>, PortalError> {
    for route in super::row::list(c, &account.id).await?.iter().rev() {
        let shown = route_view(portal, account, route)?;
        if shown.code.is_some() {
            return Ok(shown.code);
        }
    }
    Ok(None)
}
