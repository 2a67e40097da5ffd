//! What is refused before any use case sees it.

use domain::flow::Step;
use reqwest::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use trials::{Answer, Setup, Visitor};

use crate::both::Outcome;
use crate::states::{self, State};

fn is_our_page(answer: &Answer) -> bool {
    let text = answer.text();
    text.contains("<html lang=\"ru\">") && text.contains("Номер обращения")
}

/// A refusal by size shows a page, and what was typed before stays.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn huge_bodies() -> Outcome {
    let server = Setup::new().start().await?;
    let (mut visitor, _) = states::reach(&server, State::At(Step::RegisterCode)).await?;
    let before = server.database().snapshot().await?;
    let huge = [("code".to_owned(), "1".repeat(70_000))];
    for endpoint in app::endpoints().iter().chain(app::answered()) {
        let answer = visitor.post(endpoint, &huge).await?;
        assert!(
            answer.status == 413 && is_our_page(&answer),
            "{endpoint}: {}",
            answer.status
        );
    }
    let answer = chunked(&server.origin(), 70_000).await?;
    assert!(
        answer.starts_with("HTTP/1.1 413") || answer.starts_with("HTTP/1.1 400"),
        "{answer}"
    );
    assert!(answer.contains("Номер обращения"), "{answer}");
    assert_eq!(server.database().snapshot().await?, before);
    visitor.open("/register/code").await?;
    trials::journey::at(&visitor, "/register/code")
}

/// A body whose length is not told beforehand.
async fn chunked(origin: &str, bytes: usize) -> Result<String, trials::Trouble> {
    let host = origin.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).await?;
    let head = format!(
        "POST /api/register/code HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    let body = format!("code={}", "1".repeat(bytes));
    for part in body.as_bytes().chunks(8_000) {
        // The server may have heard enough.
        stream
            .write_all(format!("{:x}\r\n", part.len()).as_bytes())
            .await
            .ok();
        stream.write_all(part).await.ok();
        stream.write_all(b"\r\n").await.ok();
    }
    stream.write_all(b"0\r\n\r\n").await.ok();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.ok();
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_methods_and_paths() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    for endpoint in app::endpoints().iter().chain(app::answered()) {
        for method in [Method::PUT, Method::DELETE, Method::PATCH] {
            let answer = visitor
                .take(visitor.request(method.clone(), endpoint))
                .await?;
            assert!(
                answer.status == 405 && is_our_page(&answer),
                "{method} {endpoint}: {}",
                answer.status
            );
        }
    }
    for route in app::routes() {
        let answer = visitor.post(&route.with("none"), &[]).await?;
        assert!(
            answer.status == 405 && is_our_page(&answer),
            "POST {}: {}",
            route.path,
            answer.status
        );
    }
    for path in [
        "/nowhere",
        "/register/",
        "/api",
        "/api/nothing",
        "/pkg/none.js",
        "/fonts/../hash.txt",
        "/hash.txt",
        "/cabinet/none",
        "/%ff",
        "/confirm/",
        "//evil.example",
    ] {
        let answer = visitor.get(path).await?;
        assert!(
            answer.status == 404 && is_our_page(&answer),
            "{path}: {}",
            answer.status
        );
    }
    Ok(())
}

/// Another site's form is refused everywhere, whatever header tells it, and changes nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_sites() -> Outcome {
    let server = Setup::new().start().await?;
    let (visitor, _) = states::reach(&server, State::At(Step::RegisterDone)).await?;
    let before = server.database().snapshot().await?;
    let foreign = [
        [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ],
        [
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
        ],
        [("x-other", "1"), ("origin", "https://evil.example")],
        [("x-other", "1"), ("origin", "null")],
    ];
    for endpoint in app::endpoints().iter().chain(app::answered()) {
        for headers in foreign {
            let answer = post(&visitor, endpoint, &headers).await?;
            assert!(
                answer.status == 403 && is_our_page(&answer),
                "{endpoint} {headers:?}: {}",
                answer.status
            );
        }
        let script = visitor.script_request(Method::POST, endpoint);
        let answer = script.header("sec-fetch-site", "cross-site").send().await?;
        let answer = Answer::read(answer).await?;
        assert_eq!(
            (answer.status, answer.text().as_str()),
            (403, r#"{"error":"forbidden"}"#)
        );
    }
    assert_eq!(server.database().snapshot().await?, before);
    // The very same without those headers goes through.
    assert_eq!(
        post(&visitor, "/api/logout", &[("origin", &server.origin())])
            .await?
            .status,
        303
    );
    Ok(())
}

async fn post(
    visitor: &Visitor,
    path: &str,
    headers: &[(&str, &str)],
) -> Result<Answer, trials::Trouble> {
    let mut request = visitor
        .request(Method::POST, path)
        .form(&[("kind", "phone"), ("id", "none")]);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    Answer::read(request.send().await?).await
}

/// `[limits] requests_per_address_minute`: a page with the time to wait; files and probes stay.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_many_requests() -> Outcome {
    let server = Setup::new()
        .set("limits.enabled", true)
        .set("limits.requests_per_address_minute", 30)
        .start()
        .await?;
    let mut visitor = server.visitor();
    let mut refused = None;
    for _ in 0..60 {
        let answer = visitor.get("/").await?;
        if answer.status != 200 {
            refused = Some(answer);
            break;
        }
    }
    let answer = refused.unwrap_or_else(|| panic!("sixty requests in a row were answered"));
    assert_eq!(
        (answer.status, answer.header("retry-after")),
        (429, Some("60"))
    );
    assert!(is_our_page(&answer));
    assert_eq!(visitor.get("/health/live").await?.status, 200);
    Ok(())
}
