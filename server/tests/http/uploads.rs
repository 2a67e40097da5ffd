//! `/uploads` over real sockets: forms without scripts, scripts, strangers, and bodies nobody should send.

use std::time::Duration;

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use trials::journey::{Contacts, at, register};
use trials::{Answer, Person, Server, Setup, Trouble, Visitor, file};

use crate::both::Outcome;

/// Nothing asks for files yet: the test does, in the database.
const ASK: &str = "INSERT INTO upload_request (id, account_id, purpose, opened_at) \
    SELECT 'request-' || COUNT(*), MAX(id), 'test', 0 FROM account";
const MEBIBYTE: usize = 1 << 20;

/// A signed-in citizen who is asked for files; the request's address.
async fn citizen(server: &Server) -> Result<(Visitor, String), Trouble> {
    let (mut visitor, person) = (server.visitor(), Person::new());
    register(&mut visitor, &server.outbox(), &person, Contacts::Phone).await?;
    server.database().tamper(&[ASK.to_owned()]).await?;
    let count = server.database().accounts().await?;
    Ok((visitor, format!("/uploads/request-{count}")))
}

fn form(name: &str, bytes: Vec<u8>) -> Form {
    Form::new()
        .text("return_to", "/cabinet/data")
        .part("file", Part::bytes(bytes).file_name(name.to_owned()))
}

/// As a browser without scripts sends it.
async fn send(visitor: &mut Visitor, to: &str, form: Form) -> Result<Answer, Trouble> {
    let request = visitor.request(Method::POST, to).multipart(form);
    visitor
        .take(request.header("sec-fetch-site", "same-origin"))
        .await
}

/// As a script sends it: status and what it says.
async fn script(visitor: &mut Visitor, to: &str, form: Form) -> Result<(u16, String), Trouble> {
    let request = visitor.script_request(Method::POST, to).multipart(form);
    let answer = visitor.take(request).await?;
    Ok((answer.status, answer.text()))
}

fn id_in(text: &str) -> String {
    let id = text.split("\"id\":\"").nth(1).unwrap_or_default();
    id.split('"').next().unwrap_or_default().to_owned()
}

async fn rows(server: &Server) -> Result<i64, Trouble> {
    server
        .database()
        .number("SELECT COUNT(*) FROM upload")
        .await
}

fn objects(server: &Server) -> Result<usize, Trouble> {
    Ok(std::fs::read_dir(server.data().join("uploads"))?.count())
}

/// The most memory its process has held, in bytes.
fn peak(server: &Server) -> Result<usize, Trouble> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.process_id()))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok());
    kibibytes
        .map(|kibibytes| kibibytes * 1024)
        .ok_or_else(|| Trouble::wrong("a process without a peak"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_travels_without_scripts() -> Outcome {
    let server = Setup::new().start().await?;
    let (mut anna, to) = citizen(&server).await?;
    let name = format!("{}.exe", "я".repeat(300));
    let answer = send(&mut anna, &to, form(&name, file::jpeg(20, 10, 6, "55.75N"))).await?;
    assert_eq!(
        (answer.status, answer.location()),
        (303, Some("/cabinet/data"))
    );
    assert!(!anna.jar.names().iter().any(|name| name.contains("flash")));

    // What is wrong travels on as it does with every form.
    let answer = send(&mut anna, &to, form("page.pdf", b"<html>".to_vec())).await?;
    assert_eq!(
        (answer.status, answer.location()),
        (303, Some("/cabinet/data"))
    );
    assert!(anna.jar.get("stupeni-flash").is_some());
    anna.follow(to.clone(), answer).await?;
    at(&anna, "/cabinet/data")?;
    let elsewhere = Form::new().text("return_to", "//evil.example");
    let answer = send(&mut anna, &to, elsewhere).await?;
    assert_eq!((answer.status, answer.location()), (303, Some("/cabinet")));

    let (_, said) = script(
        &mut anna,
        &to,
        form("same", file::jpeg(20, 10, 6, "55.75N")),
    )
    .await?;
    let id = id_in(&said);
    let given = anna.get(&format!("/uploads/file/{id}")).await?;
    assert_eq!(given.status, 200);
    for (name, value) in [
        ("content-type", "image/jpeg"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(given.header(name), Some(value), "{name}");
    }
    let disposition = given.header("content-disposition").unwrap_or_default();
    assert!(
        disposition.starts_with("attachment; filename=\"file.jpg\"; "),
        "{disposition}"
    );
    let shortened = format!("filename*=UTF-8''{}.jpg", "%D1%8F".repeat(100));
    assert!(disposition.ends_with(&shortened), "{disposition}");
    let policy = given.header("content-security-policy").unwrap_or_default();
    assert!(
        policy.contains("sandbox") && policy.contains("default-src 'none'"),
        "{policy}"
    );
    assert!(given.body.starts_with(b"\xff\xd8\xff"));

    let fields = [
        ("upload".to_owned(), id.clone()),
        ("return_to".to_owned(), "/cabinet/data".to_owned()),
    ];
    for _ in 0..2 {
        let answer = anna.post(&format!("{to}/discard"), &fields).await?;
        assert_eq!(
            (answer.status, answer.location()),
            (303, Some("/cabinet/data"))
        );
    }
    assert_eq!(anna.get(&format!("/uploads/file/{id}")).await?.status, 404);
    assert_eq!((rows(&server).await?, objects(&server)?), (0, 0));
    assert_eq!(server.log().errors(), Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_script_is_told_codes() -> Outcome {
    let server = Setup::new().start().await?;
    let (mut anna, to) = citizen(&server).await?;
    let png_and_archive = [&file::png(9, 9, 1)[..], b"PK\x03\x04rest", b"PK\x05\x06"].concat();
    let both = [&file::pdf("", &[])[..], &file::jpeg(8, 8, 1, "")].concat();
    let cases = [
        ("gif.png", b"GIF89a\x01\0\x01\0".to_vec(), 415, "wrong_type"),
        ("html.pdf", b"<html></html>".to_vec(), 415, "wrong_type"),
        ("empty.pdf", Vec::new(), 422, "empty"),
        ("both.pdf", both, 422, "damaged"),
        (
            "cut.png",
            file::png(40, 40, 1)[..2_000].to_vec(),
            422,
            "damaged",
        ),
        (
            "acts.pdf",
            file::pdf("/OpenAction << /S /JavaScript >>", &[]),
            422,
            "active_content",
        ),
        (
            "bomb.png",
            file::hollow_png(60_000, 60_000, 8),
            422,
            "too_many_pixels",
        ),
        ("large.pdf", vec![b'%'; 5 * MEBIBYTE + 1], 413, "too_large"),
        ("larger.pdf", vec![b'%'; 6 * MEBIBYTE], 413, "too_large"),
    ];
    for (name, bytes, status, code) in cases {
        let told = script(&mut anna, &to, form(name, bytes)).await?;
        assert_eq!(told, (status, format!(r#"{{"error":"{code}"}}"#)), "{name}");
    }
    let none = Form::new().part("file", Part::bytes(Vec::new()).file_name(""));
    for nothing in [Form::new().text("return_to", "/"), none] {
        let told = script(&mut anna, &to, nothing).await?;
        assert_eq!(told, (422, r#"{"error":"none"}"#.to_owned()));
    }
    assert_eq!((rows(&server).await?, objects(&server)?), (0, 0));

    // Twice the same is once; with five the request is full; what rides behind a picture stays behind.
    let first = script(&mut anna, &to, form("a.zip", png_and_archive.clone())).await?;
    let again = script(&mut anna, &to, form("b.zip", png_and_archive)).await?;
    assert_eq!(first, again);
    assert!(first.1.starts_with(r#"{"ok":true,"id":""#) || first.1.contains(r#""ok":true"#));
    let given = anna
        .get(&format!("/uploads/file/{}", id_in(&first.1)))
        .await?;
    assert!(!given.body.windows(4).any(|part| part == b"rest"));
    for seed in 2..6 {
        let (status, _) = script(&mut anna, &to, form("c", file::png(9, 9, seed))).await?;
        assert_eq!(status, 200);
    }
    let sixth = script(&mut anna, &to, form("d", file::png(9, 9, 6))).await?;
    assert_eq!(sixth, (409, r#"{"error":"too_many"}"#.to_owned()));
    assert_eq!((rows(&server).await?, objects(&server)?), (5, 5));
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_reach_nothing() -> Outcome {
    let server = Setup::new().start().await?;
    let (mut anna, to) = citizen(&server).await?;
    let (mut boris, other) = citizen(&server).await?;
    let (_, said) = script(&mut anna, &to, form("a", file::png(9, 9, 1))).await?;
    let path = format!("/uploads/file/{}", id_in(&said));
    let mut stranger = server.visitor();
    let png = || form("b", file::png(9, 9, 2));
    for to in [to.as_str(), other.as_str(), "/uploads/none"] {
        let told = script(&mut stranger, to, png()).await?;
        assert_eq!(told, (401, r#"{"error":"not_signed_in"}"#.to_owned()));
        let answer = send(&mut stranger, to, png()).await?;
        assert_eq!((answer.status, answer.location()), (303, Some("/login")));
    }
    // Somebody else's request, and none at all, are the same.
    let discard = [("upload".to_owned(), id_in(&said))];
    for to in [to.as_str(), "/uploads/none"] {
        let told = script(&mut boris, to, png()).await?;
        assert_eq!(told, (403, r#"{"error":"forbidden"}"#.to_owned()));
        assert_eq!(send(&mut boris, to, png()).await?.status, 403);
        let answer = boris.post(&format!("{to}/discard"), &discard).await?;
        assert_eq!(answer.status, 403);
    }
    // His own request does not help him to her file.
    let answer = boris.post(&format!("{other}/discard"), &discard).await?;
    assert_eq!(answer.status, 303);
    assert_eq!(boris.get(&path).await?.status, 404);
    assert_eq!(stranger.get(&path).await?.location(), Some("/login"));
    assert_eq!(anna.get(&path).await?.status, 200);
    // Another site's page sends nothing.
    let foreign = anna.request(Method::POST, &to).multipart(png());
    let foreign = foreign.header("sec-fetch-site", "cross-site");
    assert_eq!(anna.take(foreign).await?.status, 403);
    // No form at all.
    let bare = anna.script_request(Method::POST, &to).body("file");
    assert_eq!(anna.take(bare).await?.status, 400);
    assert_eq!(anna.post(&format!("{to}/discard"), &[]).await?.status, 400);
    assert_eq!((rows(&server).await?, objects(&server)?), (1, 1));
    Ok(())
}

/// Fifty mebibytes and pictures of billions of pixels leave the process as it was.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn memory_stays_flat() -> Outcome {
    let server = Setup::new().start().await?;
    let (mut anna, to) = citizen(&server).await?;
    script(&mut anna, &to, form("a", file::png(300, 300, 1))).await?;
    let before = peak(&server)?;
    for _ in 0..2 {
        let large = form("large.pdf", vec![b'%'; 50 * MEBIBYTE]);
        let told = script(&mut anna, &to, large).await?;
        assert_eq!(told, (413, r#"{"error":"too_large"}"#.to_owned()));
    }
    // A part's head without an end, and a field that is no file.
    let beside = Form::new().text("return_to", "/".repeat(20 * MEBIBYTE));
    assert_eq!(script(&mut anna, &to, beside).await?.0, 413);
    for side in [7_000, 60_000, 1 << 30] {
        let bomb = form("bomb.png", file::hollow_png(side, side, 8));
        assert_eq!(script(&mut anna, &to, bomb).await?.0, 422);
    }
    let grown = peak(&server)?.saturating_sub(before);
    assert!(grown < 24 * MEBIBYTE, "{} KiB", grown / 1024);
    assert_eq!((rows(&server).await?, objects(&server)?), (1, 1));
    Ok(())
}

/// The connection ends in the middle of the file.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_breaks_off_leaves_nothing() -> Outcome {
    let server = Setup::new().start().await?;
    let (anna, to) = citizen(&server).await?;
    let png = file::png(600, 600, 1);
    for part in [0, 100, png.len() / 2, png.len()] {
        let address = server.origin().replace("http://", "");
        let mut socket = TcpStream::connect(&address).await?;
        let cookies = anna.jar.header().unwrap_or_default();
        let head = format!(
            "POST {to} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookies}\r\naccept: application/json\r\n\
             content-type: multipart/form-data; boundary=x\r\ncontent-length: {}\r\n\r\n\
             --x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n",
            png.len() + 1_000
        );
        socket.write_all(head.as_bytes()).await?;
        socket.write_all(&png[..part]).await?;
        socket.shutdown().await?;
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).await?;
        assert!(
            !String::from_utf8_lossy(&answer).contains("\"ok\""),
            "{part}"
        );
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!((rows(&server).await?, objects(&server)?), (0, 0));
    assert_eq!(server.log().errors(), Vec::<String>::new());
    Ok(())
}

/// Neither what a file is called nor what it holds is written anywhere in clear.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_a_file_is_in_clear() -> Outcome {
    let server = Setup::new().set("log.filter", "debug").start().await?;
    let (mut anna, to) = citizen(&server).await?;
    let (name, inside) = ("Otpechatok-47", "Soderzhimoe-93");
    let fit = file::pdf(&format!("/Lang ({inside})"), &[]);
    let damaged = fit[..fit.len() - 40].to_vec();
    let active = file::pdf(&format!("/Lang ({inside}) /JS ({inside})"), &[]);
    for bytes in [fit, damaged, active] {
        script(&mut anna, &to, form(&format!("{name}.pdf"), bytes)).await?;
    }
    assert_eq!((rows(&server).await?, objects(&server)?), (1, 1));
    let mut all = server.log().lines().join("\n").into_bytes();
    for rows in server.database().snapshot().await?.into_values() {
        all.extend(rows.join("\n").bytes());
    }
    for folder in [server.data(), server.data().join("uploads")] {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() {
                all.extend(std::fs::read(path)?);
            }
        }
    }
    for needle in [name, inside, "%PDF", "/Catalog"] {
        let found = all
            .windows(needle.len())
            .any(|part| part == needle.as_bytes());
        assert!(!found, "{needle}");
    }
    Ok(())
}

/// A store or a virus check that cannot be used: the first is told at the start, the second with each file.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_checked_is_not_kept() -> Outcome {
    let refused = Setup::new()
        .set("uploads.url", "file:///proc/none")
        .start()
        .await;
    assert!(matches!(refused, Err(Trouble::Wrong(why)) if why.contains("[uploads] url")));
    let server = Setup::new()
        .set("uploads.clamd", "tcp://127.0.0.1:1")
        .start()
        .await?;
    let (mut anna, to) = citizen(&server).await?;
    let told = script(&mut anna, &to, form("a", file::png(9, 9, 1))).await?;
    assert_eq!(told, (503, r#"{"error":"failed"}"#.to_owned()));
    assert_eq!((rows(&server).await?, objects(&server)?), (0, 0));
    Ok(())
}
