//! The directory of centres, for whoever comes without scripts and without an account.

use trials::{Page, Setup, Trouble, Visitor};

use crate::both::Outcome;

/// Names of the marks on the map, in order.
fn marks(page: &Page) -> Vec<&str> {
    let marks = page
        .elements
        .iter()
        .filter(|element| element.get("class") == Some("map__mark"));
    marks.filter_map(|mark| mark.get("aria-label")).collect()
}

/// Ids of the list's items, in order.
fn items(page: &Page) -> Vec<&str> {
    let items = page
        .elements
        .iter()
        .filter(|element| element.get("class") == Some("centre"));
    items.filter_map(|item| item.get("id")).collect()
}

/// The number in «21 центр», «Москва и ещё 3 города: 31 центр» or a heading.
fn count(text: &str) -> usize {
    let end = text.rsplit(": ").next().unwrap_or_default();
    let digits: String = end.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

fn found(page: &Page) -> usize {
    page.source
        .split_once("id=\"found\"")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once('<'))
        .map_or(0, |(heading, _)| count(heading))
}

/// Numbers on a plan: «3. МФЦ на Садовой» or «Центры 1, 4, 6».
fn numbers(page: &Page) -> Vec<usize> {
    let mut numbers: Vec<usize> = marks(page)
        .iter()
        .flat_map(|mark| match mark.strip_prefix("Центры ") {
            Some(several) => several
                .split(", ")
                .filter_map(|number| number.parse().ok())
                .collect(),
            None => mark
                .split_once(". ")
                .and_then(|(number, _)| number.parse().ok())
                .into_iter()
                .collect::<Vec<_>>(),
        })
        .collect();
    numbers.sort_unstable();
    numbers
}

async fn look(
    visitor: &mut Visitor,
    town: &str,
    service: &str,
    open: bool,
) -> Result<Page, Trouble> {
    visitor.open("/centres").await?;
    visitor.fill("Город", town)?;
    visitor.fill("Услуга", service)?;
    if open {
        visitor.tick("Открыто сейчас")?;
    }
    Ok(visitor.press("Показать").await?.clone())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn map_and_list_agree() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    let country = visitor.open("/centres").await?.clone();
    assert!(found(&country) >= 300);
    for (service, open) in [("", false), ("recovery", false), ("confirmation", true)] {
        let page = look(&mut visitor, "", service, open).await?;
        let on_map: usize = marks(&page).iter().map(|mark| count(mark)).sum();
        assert_eq!(on_map, found(&page), "{service}");
        assert_eq!(items(&page).len(), found(&page).min(25));
    }
    for town in ["Тверь", "реутов", "Кяхта", "Владивосток, Приморский край"]
    {
        let page = look(&mut visitor, town, "confirmation", false).await?;
        let listed = items(&page).len();
        assert!(listed >= 1, "{town}");
        assert_eq!(found(&page).min(25), listed, "{town}");
        assert_eq!(numbers(&page), (1..=listed).collect::<Vec<_>>(), "{town}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_of_the_list_is_there_once() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    let mut seen = Vec::new();
    let mut page = visitor.open("/centres").await?.clone();
    let all = found(&page);
    loop {
        seen.extend(items(&page).into_iter().map(str::to_owned));
        let Ok(next) = page.link("Следующие").map(str::to_owned) else {
            break;
        };
        page = visitor.open(&next).await?.clone();
    }
    assert_eq!(seen.len(), all);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all);
    let beyond = visitor.open("/centres?page=9999").await?;
    assert!(!items(beyond).is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_town_that_is_not_there_loses_nothing() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    let page = look(&mut visitor, "Красноярк", "recovery", false).await?;
    assert_eq!(page.field("Город")?.value, "Красноярк");
    assert_eq!(page.field("Услуга")?.value, "recovery");
    assert!(page.says("Уточните город"));
    let meant = page.link("Красноярск, Красноярский край")?.to_owned();
    let page = visitor.open(&meant).await?.clone();
    assert_eq!(page.field("Услуга")?.value, "recovery");
    assert!(!numbers(&page).is_empty());
    for town in ["<script>alert(1)</script>", "\"'&=%", &"я".repeat(3_000)] {
        let page = look(&mut visitor, town, "", false).await?;
        assert!(page.says("Такого города в списке нет"));
        let shown: String = town.chars().take(100).collect();
        assert_eq!(page.field("Город")?.value, shown);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_asked_of_another_host() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    for path in ["/centres", "/centres?town=%D0%A2%D0%B2%D0%B5%D1%80%D1%8C"] {
        let page = visitor.open(path).await?;
        for element in &page.elements {
            for name in ["src", "href", "srcset", "data"] {
                let address = element.get(name).unwrap_or_default();
                assert!(!address.contains("//"), "{path}: {address}");
            }
        }
    }
    let tiles = Setup::new().set("centres.tiles", "https://tiles.example/{z}/{x}/{y}.png");
    let server = tiles.start().await?;
    let answer = server
        .visitor()
        .get("/centres?town=%D0%A2%D0%B2%D0%B5%D1%80%D1%8C")
        .await?;
    let policy = answer.header("content-security-policy").unwrap_or_default();
    assert!(
        policy.contains("img-src 'self' https://tiles.example;"),
        "{policy}"
    );
    assert!(answer.text().contains("href=\"https://tiles.example/"));
    Ok(())
}

/// A region's own directory; what is wrong in it ends the start.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_region_has_its_own_centres() -> Outcome {
    let folder = tempfile::tempdir()?;
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text);
    write(
        "towns.json",
        r#"[{"id":"p","name":"Примерск","region":"Примерская область","lat":56.0,"lon":40.0,"utc_offset_minutes":180}]"#,
    )?;
    write("holidays.json", r#"{"recurring":[],"dates":[]}"#)?;
    write("centres.json", "[]")?;
    let start = || {
        Setup::new()
            .set("centres.dir", folder.path().display().to_string())
            .start()
    };
    let server = start().await?;
    let page = server.visitor().open("/centres").await?.clone();
    assert!(page.says("ничего не нашлось"));
    drop(server);
    write("centres.json", r#"[{"id":"p-1"}]"#)?;
    assert!(start().await.is_err());
    Ok(())
}
