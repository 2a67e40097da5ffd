//! What every answer carries.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::time::{Duration, Instant};

use app::RouteKind;
use domain::flow::Step;
use trials::journey::{Contacts, register, sign_in};
use trials::{Answer, Person, Setup, Visitor};

use crate::both::Outcome;
use crate::states::{self, State};

fn is_secure(answer: &Answer, path: &str) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{path}: {name}");
    }
    assert!(
        answer
            .header("permissions-policy")
            .is_some_and(|policy| policy.contains("camera=()")),
        "{path}"
    );
    let policy = answer.header("content-security-policy").unwrap_or_default();
    for part in [
        "default-src 'none'",
        "style-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.contains(part), "{path}: {policy}");
    }
    assert!(
        !policy.contains("unsafe-inline")
            && !policy.contains("'unsafe-eval'")
            && !policy.contains('*'),
        "{path}: {policy}"
    );
    let id = answer.header("x-request-id").unwrap_or_default();
    assert!(
        id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{path}: {id}"
    );
}

/// Every page as a stranger and as a citizen; no two share a nonce, and scripts run by it alone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_every_page() -> Outcome {
    let server = Setup::new().start().await?;
    let (mut citizen, _) = states::reach(&server, State::At(Step::RegisterDone)).await?;
    let mut nonces = BTreeSet::new();
    for visitor in [&mut server.visitor(), &mut citizen] {
        for route in app::routes() {
            let path = route.with("none");
            let answer = visitor.get(&path).await?;
            is_secure(&answer, &path);
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
            if answer.status != 200 {
                continue;
            }
            assert_eq!(
                answer.header("content-type"),
                Some("text/html; charset=utf-8"),
                "{path}"
            );
            has_no_inline_code(&answer, &path);
            if route.kind == RouteKind::Hydrated {
                assert!(
                    nonces.insert(nonce(&answer, &path)),
                    "{path}: a nonce comes again"
                );
            }
        }
    }
    assert!(nonces.len() > 10);
    Ok(())
}

fn nonce(answer: &Answer, path: &str) -> String {
    let policy = answer.header("content-security-policy").unwrap_or_default();
    let nonce = policy
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .unwrap_or_default();
    assert!(nonce.len() >= 22, "{path}: {policy}");
    assert!(
        policy.contains("'strict-dynamic'") && policy.contains("'wasm-unsafe-eval'"),
        "{path}: {policy}"
    );
    let page = answer.page(path);
    let scripts = page
        .elements
        .iter()
        .filter(|element| element.name == "script");
    let run = scripts.filter(|script| script.get("type") != Some("application/json"));
    let nonces: Vec<_> = run.map(|script| script.get("nonce")).collect();
    assert_eq!(nonces, [Some(nonce)], "{path}");
    nonce.to_owned()
}

fn has_no_inline_code(answer: &Answer, path: &str) {
    let page = answer.page(path);
    for element in &page.elements {
        for (name, value) in &element.attributes {
            let code =
                name == "style" || name.starts_with("on") || value.starts_with("javascript:");
            assert!(!code, "{path}: <{} {name}>", element.name);
            assert_ne!(name, "data-hydrated", "{path}");
        }
        assert_ne!(element.name, "style", "{path}");
    }
    let ids: Vec<_> = page
        .elements
        .iter()
        .filter_map(|element| element.get("id"))
        .collect();
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        ids.len(),
        "{path}: an id comes twice"
    );
    for form in &page.forms {
        let action = form.action.as_str();
        let known = match form.method.as_str() {
            "post" => app::endpoints().contains(&action) || app::answered().contains(&action),
            _ => app::routes().iter().any(|route| route.path == action),
        };
        // The gallery's forms lead nowhere.
        assert!(
            known || path == "/design",
            "{path}: {} {action}",
            form.method
        );
        for field in form.fields.iter().filter(|field| field.kind != "hidden") {
            assert!(
                !field.label.is_empty() && !field.name.is_empty(),
                "{path}: a field without a label"
            );
            assert!(
                page.field(&field.label).is_ok(),
                "{path}: «{}» stands twice",
                field.label
            );
        }
    }
}

/// Error pages show the id that the header and the log have.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_error_pages() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    let mut answers = vec![
        visitor.get("/nowhere").await?,
        visitor.post("/api/login", &[]).await?,
    ];
    let foreign = visitor
        .request(reqwest::Method::POST, "/api/login")
        .header("sec-fetch-site", "cross-site");
    answers.push(visitor.take(foreign).await?);
    for answer in answers {
        let path = answer.status.to_string();
        is_secure(&answer, &path);
        has_no_inline_code(&answer, &path);
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let id = answer.header("x-request-id").unwrap_or_default();
        assert!(
            answer.page("/").says(&format!("Номер обращения: {id}")),
            "{}",
            answer.text()
        );
        assert!(server.log().says(id), "{id} is not in the log");
    }
    // A stranger does not choose the id.
    let chosen = visitor
        .request(reqwest::Method::GET, "/")
        .header("x-request-id", "0123456789abcdef");
    assert_ne!(
        visitor.take(chosen).await?.header("x-request-id"),
        Some("0123456789abcdef")
    );
    Ok(())
}

/// Brotli where it is accepted, and the very same content where it is not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_compressed_files() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    let page = visitor.open("/").await?.clone();
    let linked = page
        .elements
        .iter()
        .filter(|element| element.name == "link");
    let files: Vec<_> = linked.filter_map(|link| link.get("href")).collect();
    let kinds = [".css", ".js", ".wasm", ".svg", ".woff2"];
    assert!(
        kinds
            .iter()
            .all(|kind| files.iter().any(|file| file.ends_with(kind))),
        "{files:?}"
    );
    for path in files.iter().copied().chain(["/", "/help", "/nowhere"]) {
        let plain = visitor.get(path).await?;
        assert_eq!(plain.header("content-encoding"), None, "{path}");
        is_secure(&plain, path);
        let request = visitor
            .request(reqwest::Method::GET, path)
            .header("accept-encoding", "gzip, deflate, br, zstd");
        let packed = visitor.take(request).await?;
        let kept = match path.split('/').nth(1) {
            Some("pkg") => Some("public, max-age=31536000, immutable"),
            Some("fonts") => Some("public, max-age=604800"),
            Some("favicon.svg") => Some("public, max-age=3600"),
            _ => Some("no-store"),
        };
        assert_eq!(packed.header("cache-control"), kept, "{path}");
        if path.ends_with(".woff2") {
            continue;
        }
        assert_eq!(packed.header("content-encoding"), Some("br"), "{path}");
        assert!(
            packed
                .header("vary")
                .is_some_and(|vary| vary.to_lowercase().contains("accept-encoding")),
            "{path}"
        );
        assert!(packed.body.len() < plain.body.len(), "{path}");
        let mut unpacked = Vec::new();
        brotli::Decompressor::new(packed.body.as_slice(), 4_096).read_to_end(&mut unpacked)?;
        // No two documents are equal: each has a nonce or an id of its own.
        let same = match kept {
            Some("no-store") => unpacked.ends_with(b"</body></html>"),
            _ => unpacked == plain.body,
        };
        assert!(same, "{path}");
    }
    Ok(())
}

/// Names and attributes of every cookie that a life brings.
async fn cookies(setup: Setup) -> Result<BTreeSet<(String, Vec<String>)>, trials::Trouble> {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    anna.open("/cabinet").await?;
    anna.press("Выйти").await?;
    sign_in(&mut anna, &person.phone, "Wrong-1!").await?;
    sign_in(&mut anna, &person.phone, &person.password).await?;
    Ok(flat(&anna))
}

fn flat(visitor: &Visitor) -> BTreeSet<(String, Vec<String>)> {
    let without_age = |attributes: &[String]| {
        attributes
            .iter()
            .filter(|own| !own.starts_with("Max-Age="))
            .cloned()
            .collect::<Vec<_>>()
    };
    visitor
        .set_cookies
        .iter()
        .map(|(name, cookie)| (name.clone(), without_age(&cookie.attributes)))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_cookies_over_http() -> Outcome {
    let set = cookies(Setup::new()).await?;
    assert!(set.len() >= 5, "{set:?}");
    for (name, attributes) in set {
        assert!(name.starts_with("stupeni-"), "{name}");
        assert_eq!(attributes, ["Path=/", "HttpOnly", "SameSite=Lax"], "{name}");
    }
    Ok(())
}

/// A public https address: the prefix binds the cookies to the host, and browsers are told to stay with it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_cookies_over_https() -> Outcome {
    let server = Setup::new()
        .set("portal.public_url", "https://localhost")
        .start()
        .await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    trials::journey::type_form(&mut anna, &person, Contacts::Phone).await?;
    let sent = anna.page().submission("Зарегистрироваться")?;
    let answer = anna.submit(&sent).await?;
    assert_eq!(answer.status, 303);
    assert!(
        answer
            .header("strict-transport-security")
            .is_some_and(|policy| policy.starts_with("max-age=63072000"))
    );
    assert!(
        anna.jar.names().is_empty(),
        "a browser over http took a cookie for https"
    );
    let set = flat(&anna);
    assert!(
        set.iter().any(|(name, _)| name == "__Host-stupeni-draft"),
        "{set:?}"
    );
    for (name, attributes) in set {
        assert!(name.starts_with("__Host-stupeni-"), "{name}");
        assert_eq!(
            attributes,
            ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"],
            "{name}"
        );
    }
    // The link of a letter leads to the public address.
    trials::journey::type_form(&mut anna, &person, Contacts::Email).await?;
    let sent = anna.page().submission("Зарегистрироваться")?;
    anna.submit(&sent).await?;
    let link = server.outbox().mailbox(&person.email).link().await?;
    assert!(link.starts_with("https://localhost/confirm/"), "{link}");
    Ok(())
}

/// Ready within five seconds of the start, by the probe that says so.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_health_probes() -> Outcome {
    let begun = Instant::now();
    let server = Setup::bare().start().await?;
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
    let mut visitor = server.visitor();
    for path in ["/health/live", "/health/ready"] {
        let answer = visitor.get(path).await?;
        assert_eq!(
            (answer.status, answer.text().as_str()),
            (200, r#"{"status":"ok"}"#)
        );
        is_secure(&answer, path);
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    Ok(())
}
