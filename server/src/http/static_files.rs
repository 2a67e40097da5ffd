//! The built site: hashed files for ever, fonts for a week, the rest for an hour, precompressed by
//! the build.

use std::path::Path;

use axum::{Router, extract::Request, middleware, middleware::Next, response::Response};
use http::{HeaderValue, header};
use tower_http::services::ServeDir;

/// Serves `site_root`: `pkg` immutable, fonts and icons beside it.
pub(crate) fn router(site_root: &Path, pkg_dir: &str) -> Router {
    let folder = |name: &str| {
        ServeDir::new(site_root.join(name))
            .precompressed_br()
            .precompressed_gzip()
    };
    let immutable = Router::new()
        .nest_service(&format!("/{pkg_dir}"), folder(pkg_dir))
        .layer(middleware::from_fn(keep_for_ever));
    let fonts = Router::new()
        .nest_service("/fonts", folder("fonts"))
        .layer(middleware::from_fn(keep_for_a_week));
    let mut plain = Router::new();
    for name in top_level_files(site_root) {
        let file = tower_http::services::ServeFile::new(site_root.join(&name))
            .precompressed_br()
            .precompressed_gzip();
        plain = plain.route_service(&format!("/{name}"), file);
    }
    immutable
        .merge(fonts)
        .merge(plain.layer(middleware::from_fn(keep_for_an_hour)))
}

/// Files such as `favicon.svg`: read once at the start, so that no path of a stranger is looked up.
fn top_level_files(site_root: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(site_root) else {
        return Vec::new();
    };
    entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.ends_with(".br") && !name.ends_with(".gz") && !name.ends_with(".txt"))
        .collect()
}

async fn keep_for_ever(request: Request, next: Next) -> Response {
    cached(
        next.run(request).await,
        "public, max-age=31536000, immutable",
    )
}

async fn keep_for_a_week(request: Request, next: Next) -> Response {
    cached(next.run(request).await, "public, max-age=604800")
}

async fn keep_for_an_hour(request: Request, next: Next) -> Response {
    cached(next.run(request).await, "public, max-age=3600")
}

fn cached(mut response: Response, policy: &'static str) -> Response {
    if response.status().is_success() {
        let policy = HeaderValue::from_static(policy);
        response.headers_mut().insert(header::CACHE_CONTROL, policy);
    }
    response
}
