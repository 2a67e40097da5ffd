//! «Версия для слабовидящих»: what is chosen stands in the first HTML of every page.

use trials::{Answer, Setup};

use crate::both::Outcome;

/// The attributes of the `html` element.
fn look(answer: &Answer) -> String {
    let text = answer.text();
    let (_, rest) = text.split_once("<html").expect("a page");
    rest.split('>').next().unwrap_or_default().to_owned()
}

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = pairs
        .iter()
        .map(|&(name, value)| (name.into(), value.into()));
    owned.collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_chosen_holds_on_every_page() -> Outcome {
    const USUAL: &str = " lang=\"ru\"";
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    let pages = ["/register", "/login", "/help", "/desk/login", "/nowhere"];
    for path in pages {
        assert_eq!(look(&visitor.get(path).await?), USUAL, "{path}");
    }
    let chosen = fields(&[
        ("back", "/register?a=1"),
        ("look", "blue"),
        ("text", "150"),
        ("space", "wide"),
    ]);
    let answer = visitor.post("/api/display", &chosen).await?;
    let next = "/display?saved=1&back=%2Fregister%3Fa%3D1";
    assert_eq!((answer.status, answer.location()), (303, Some(next)));
    let answer = visitor.get(next).await?;
    assert!(answer.text().contains("Вид страниц изменён"));
    assert!(answer.text().contains("href=\"/register?a=1\""));
    for path in pages {
        let expected = " lang=\"ru\" data-scheme=\"blue\" data-text=\"150\" data-space=\"wide\"";
        assert_eq!(look(&visitor.get(path).await?), expected, "{path}");
    }
    let answer = visitor.post("/api/display", &[]).await?;
    assert_eq!(answer.location(), Some("/display?saved=1"));
    assert_eq!(look(&visitor.get("/register").await?), USUAL);
    Ok(())
}

/// Nothing but our own words comes into the page, and nothing but our own pages is led back to.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nonsense_changes_nothing() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    for back in [
        "//evil.example",
        "https://evil.example",
        "/api/logout",
        "/display",
        "/\\e",
    ] {
        let chosen = fields(&[("look", "\"><script>"), ("text", "900"), ("back", back)]);
        let answer = visitor.post("/api/display", &chosen).await?;
        assert_eq!(answer.location(), Some("/display?saved=1"), "{back}");
        let path = format!("/display?back={}", back.replace('\\', "%5C"));
        let page = visitor.get(&path).await?.text();
        assert!(page.contains("name=\"back\" value=\"/\""), "{back}");
    }
    let elsewhere = visitor
        .request(reqwest::Method::GET, "/display")
        .header("referer", "https://evil.example/register");
    let page = visitor.take(elsewhere).await?.text();
    assert!(page.contains("name=\"back\" value=\"/\""));
    let here = visitor
        .request(reqwest::Method::GET, "/display")
        .header("referer", format!("{}/login?a=1", server.origin()));
    let page = visitor.take(here).await?.text();
    assert!(page.contains("name=\"back\" value=\"/login?a=1\""));
    Ok(())
}
