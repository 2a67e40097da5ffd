//! All routes and, around them, the layers in the order a request meets them.

use std::sync::Arc;
use std::time::Duration;

use accounts::Portal;
use app::{PageContext, RouteKind, SiteContext};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use http::{Extensions, HeaderMap, StatusCode, Version, header};
use leptos::prelude::provide_context;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{Predicate, SizeAbove};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::command::Failure;
use crate::settings::Settings;

use super::address_limit::{self, AddressLimit};
use super::client_address::{self, ClientAddress, TrustedProxies};
use super::error_answer::ErrorAnswers;
use super::request_id::RequestId;
use super::same_origin::{self, SameOrigin};
use super::{
    access_log, callback, centre_form, compression, display, events, form_answer, health, issue,
    papers, request_id, security_headers, site_assets, static_files, uploads,
};

/// Builds the whole service.
///
/// # Errors
/// A setting that cannot be used (exit code 2) or a site that was not built (1).
pub(crate) fn router(portal: Portal, settings: &Settings) -> Result<Router, Failure> {
    let site = site_context(portal.clone(), settings)?;
    let errors = ErrorAnswers::new(app::error_page::ErrorPage::new(Arc::clone(&site)));
    let proxies = TrustedProxies::parse(&settings.server.trusted_proxies).map_err(|entry| {
        Failure::new(
            2,
            format!("[server] trusted_proxies: «{entry}» is no address and no network"),
        )
    })?;
    let own = SameOrigin {
        public_url: settings.public_url().into(),
        errors: errors.clone(),
    };
    let limits = &settings.limits;
    let limit = AddressLimit::new(
        limits.enabled,
        limits.requests_per_address_minute,
        errors.clone(),
    );

    let mut pages = pages(&site, &errors);
    let mut uploads = uploads::router(&site, &settings.uploads);
    if let Some(limit) = limit {
        sweep_every_minute(limit.clone());
        let limit = middleware::from_fn_with_state(limit, address_limit::layer);
        pages = pages.layer(limit.clone());
        uploads = uploads.layer(limit);
    }
    let https = settings.public_url().starts_with("https://");
    let clock = Arc::clone(&portal.clock);
    Ok(Router::new()
        .merge(pages)
        .merge(static_files::router(
            &settings.site.root,
            &settings.site.pkg_dir,
        ))
        .merge(health::router(portal.clone()))
        .merge(callback::router(portal))
        .layer(RequestBodyLimitLayer::new(settings.server.body_limit))
        .layer(time_limit(settings.server.timeout_s))
        // Files are larger and slower than anything else.
        .merge(uploads.layer(time_limit(settings.uploads.timeout_s)))
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn(request_id::layer))
                .layer(middleware::from_fn_with_state(
                    proxies,
                    client_address::layer,
                ))
                .layer(middleware::from_fn_with_state(clock, access_log::layer))
                .layer(middleware::from_fn_with_state(
                    https,
                    security_headers::layer,
                ))
                .layer(
                    CompressionLayer::new().compress_when(SizeAbove::default().and(is_made_here)),
                )
                .layer(middleware::from_fn(compression::layer))
                .layer(middleware::from_fn_with_state(errors, error_pages))
                .layer(CatchPanicLayer::custom(|_| {
                    StatusCode::INTERNAL_SERVER_ERROR.into_response()
                }))
                .layer(middleware::from_fn_with_state(own, same_origin::layer)),
        ))
}

fn time_limit(seconds: u64) -> TimeoutLayer {
    TimeoutLayer::with_status_code(
        StatusCode::SERVICE_UNAVAILABLE,
        Duration::from_secs(seconds),
    )
}

/// Pages and server functions.
fn pages(site: &Arc<SiteContext>, errors: &ErrorAnswers) -> Router {
    let mut pages = Router::new();
    for route in app::routes() {
        pages = match route.kind {
            RouteKind::Hydrated => pages.route(route.path, get(page)),
            RouteKind::Document => pages.route(route.path, get(document)),
            RouteKind::Desk => pages.route(route.path, get(desk)),
        };
    }
    let mut forms = Router::new();
    for endpoint in app::endpoints() {
        forms = forms.route(endpoint, post(server_function).get(server_function));
    }
    let forms = forms.layer(middleware::from_fn_with_state(
        errors.clone(),
        form_answer::layer,
    ));
    pages
        .route(app::CHECK_EVENTS, events::route(site))
        .route("/api/desk/operators/add", post(issue::add))
        .route("/api/desk/operators/reset", post(issue::reset))
        .route("/api/desk/centres/save", post(centre_form::save))
        .route("/api/display", post(display::save))
        .fallback(|| async { StatusCode::NOT_FOUND })
        .with_state(Arc::clone(site))
        .merge(papers::router(site))
        .merge(forms.with_state(Arc::clone(site)))
}

/// The form in which the gzip layer asks.
fn is_made_here(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    compression::is_made_here(headers)
}

async fn page(State(site): State<Arc<SiteContext>>, request: Request) -> Response {
    let context = page_context(site, &request);
    app::page(context, request).await
}

async fn document(State(site): State<Arc<SiteContext>>, request: Request) -> Response {
    let context = page_context(site, &request);
    app::document(context, request).await
}

async fn desk(State(site): State<Arc<SiteContext>>, request: Request) -> Response {
    let context = page_context(site, &request);
    app::desk_page(context, request).await
}

async fn server_function(State(site): State<Arc<SiteContext>>, request: Request) -> Response {
    let context = page_context(site, &request);
    leptos_axum::handle_server_fns_with_context(move || provide_context(context.clone()), request)
        .await
        .into_response()
}

pub(super) fn page_context(site: Arc<SiteContext>, request: &Request) -> PageContext {
    let extensions = request.extensions();
    PageContext {
        site,
        address: extensions
            .get::<ClientAddress>()
            .map_or(std::net::Ipv4Addr::UNSPECIFIED.into(), |client| client.0),
        request_id: extensions
            .get::<RequestId>()
            .map(|id| id.0.clone())
            .unwrap_or_default(),
    }
}

fn site_context(portal: Portal, settings: &Settings) -> Result<Arc<SiteContext>, Failure> {
    let site = &settings.site;
    let assets = site_assets::load(&site.root, &site.pkg_dir, &site.output_name)
        .map_err(|error| Failure::new(1, error))?;
    Ok(Arc::new(SiteContext {
        portal,
        assets,
        support: app::Support {
            phones: settings.support.phones.clone(),
            hours: settings.support.hours.clone(),
            email: settings.support.email.clone(),
            address: settings.support.address.clone(),
        },
        tiles: (!settings.centres.tiles.is_empty()).then(|| settings.centres.tiles.clone()),
        sandbox: settings.sandbox.enabled,
        gallery: settings.portal.gallery,
        public_url: settings.public_url(),
        reload_port: crate::settings::reload_port(),
    }))
}

/// Gives empty error answers (404 of the router, 413, 503, a caught panic) their page.
async fn error_pages(
    State(errors): State<ErrorAnswers>,
    request: Request,
    next: middleware::Next,
) -> Response {
    let prepared = errors.prepare(StatusCode::NOT_FOUND, &request);
    let response = next.run(request).await;
    let status = response.status();
    let bare = (status.is_client_error() || status.is_server_error())
        && !response.headers().contains_key(header::CACHE_CONTROL);
    if !bare {
        return response;
    }
    let retry_after = response.headers().get(header::RETRY_AFTER).cloned();
    prepared.answer_as(Some(status), retry_after)
}

fn sweep_every_minute(limit: AddressLimit) {
    tokio::spawn(async move {
        let mut minute = tokio::time::interval(Duration::from_secs(60));
        loop {
            minute.tick().await;
            limit.sweep();
        }
    });
}
