use domain::centre::{Kind, Opening, Service};

use super::{Criteria, Directory, Place, search};
use crate::clock::Instant;

/// 2026-11-27, a Friday, 12:00 in Moscow.
const FRIDAY_NOON: Instant = Instant::from_millis(1_795_770_000_000);

const TOWN: &str = r#"[{"id":"a","name":"Орёл","region":"Орловская область","lat":53.0,"lon":36.0,"utc_offset_minutes":180}]"#;
const HOLIDAYS: &str = r#"{"recurring":["01-01"],"dates":["2026-11-27"]}"#;

fn centre(change: (&str, &str)) -> String {
    let centre = r#"[{"id":"a-1","kind":"mfc","name":"МФЦ","town":"a","address":"ул. Садовая, 7","lat":53.0,"lon":36.0,
        "step_free":true,"hours":{"mon":["08:00-20:00"],"tue":[],"wed":[],"thu":[],"fri":["08:00-20:00"],"sat":[],"sun":[]},
        "closed_on":[],"services":["confirmation"],"windows":1}]"#;
    assert!(centre.contains(change.0), "{}", change.0);
    centre.replace(change.0, change.1)
}

#[test]
fn the_built_in_one_is_whole() {
    let directory = Directory::default();
    assert!(
        directory.centres().len() >= 300,
        "{}",
        directory.centres().len()
    );
    let towns_have = |town| {
        directory
            .centres()
            .iter()
            .any(|centre| directory.town_of(centre) == town)
    };
    assert!(directory.towns().iter().all(towns_have));
    for kind in Kind::ALL {
        assert!(
            directory.centres().iter().any(|centre| centre.kind == kind),
            "{kind:?}"
        );
    }
    for service in Service::ALL {
        let has = |centre: &super::Centre| centre.services.contains(&service);
        assert!(directory.centres().iter().any(has), "{service:?}");
    }
    let without = |centre: &&super::Centre| centre.kind == Kind::Post && centre.services.is_empty();
    assert!(
        directory.centres().iter().any(|centre| without(&centre)),
        "post without the agreement"
    );
}

#[test]
fn what_is_wrong_is_named() {
    let wrong = |towns: &str, centres: &str, holidays: &str| {
        Directory::parse([towns, centres, holidays])
            .expect_err("an error")
            .to_string()
    };
    let with = |change| wrong(TOWN, &centre(change), HOLIDAYS);
    assert!(Directory::parse([TOWN, &centre(("МФЦ", "МФЦ")), HOLIDAYS]).is_ok());
    assert_eq!(with(("mfc", "shop")), "centres.json: a-1: kind is unknown");
    assert_eq!(
        with((r#""town":"a""#, r#""town":"b""#)),
        "centres.json: a-1: town is not among the towns"
    );
    assert_eq!(
        with(("53.0", "93.0")),
        "centres.json: a-1: lat and lon are no place"
    );
    assert_eq!(
        with(("08:00-20:00", "8-20")),
        "centres.json: a-1: hours cannot be read or are out of order"
    );
    assert_eq!(
        with((r#""closed_on":[]"#, r#""closed_on":["31.02.2026"]"#)),
        "centres.json: a-1: closed_on has no date"
    );
    assert_eq!(
        with((r#"["confirmation"]"#, r#"["tea"]"#)),
        "centres.json: a-1: a service is unknown"
    );
    assert_eq!(
        with((r#""windows":1"#, r#""windows":0"#)),
        "centres.json: a-1: windows is zero"
    );
    assert_eq!(
        with(("a-1", "A 1")),
        "centres.json: A 1: an id is made of a-z, 0-9 and -"
    );
    assert_eq!(with(("МФЦ", " ")), "centres.json: a-1: a name is empty");
    assert!(with(("windows", "doors")).starts_with("centres.json: unknown field `doors`"));
    let twice = TOWN.replace("}]", "},") + TOWN.trim_start_matches('[');
    assert_eq!(
        wrong(&twice, "[]", HOLIDAYS),
        "towns.json: a: the id is there twice"
    );
    assert_eq!(
        wrong(TOWN, "[]", &HOLIDAYS.replace("01-01", "02-30")),
        "holidays.json: holidays: a day cannot be read"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let missing = Directory::from_folder(folder.path())
        .expect_err("an error")
        .to_string();
    assert!(missing.starts_with("towns.json: "), "{missing}");
}

#[test]
fn holidays_are_holidays() {
    let directory =
        Directory::parse([TOWN, &centre(("МФЦ", "МФЦ")), HOLIDAYS]).expect("a directory");
    let centre = directory.find("a-1").expect("a centre");
    let Opening::Closed { opens: Some(opens) } = directory.opening(centre, FRIDAY_NOON) else {
        panic!("open on a holiday");
    };
    assert_eq!(
        (opens.date.iso().as_str(), opens.minute),
        ("2026-11-30", 480)
    );
}

#[test]
fn a_town_is_found_as_it_is_typed() {
    let directory = Directory::default();
    for typed in ["Орёл", "орел", " г. ОРЕЛ ", "Орёл, Орловская область"]
    {
        let Place::Town(town) = directory.place(typed) else {
            panic!("{typed}");
        };
        assert_eq!(town.name, "Орёл");
    }
    assert!(matches!(directory.place("ростов на дону"), Place::Town(_)));
    assert_eq!(directory.place("  "), Place::Everywhere);
    let offered = |typed| match directory.place(typed) {
        Place::Unknown(towns) => towns
            .iter()
            .map(|town| town.name.as_str())
            .collect::<Vec<_>>(),
        place => panic!("{typed}: {place:?}"),
    };
    assert_eq!(offered("Красноярк"), ["Красноярск"]);
    assert!(offered("тверская").contains(&"Тверь"));
    assert_eq!(offered("Атлантида"), Vec::<&str>::new());
    assert_eq!(offered("?!"), Vec::<&str>::new());
    assert_eq!(offered(&"я".repeat(100_000)), Vec::<&str>::new());
}

#[test]
fn everything_that_fits_is_found_and_nothing_else() {
    let directory = Directory::default();
    let all = search(&directory, &Criteria::default(), FRIDAY_NOON);
    assert_eq!(all.centres.len(), directory.centres().len());
    let criteria = Criteria {
        town: "Тверь".into(),
        service: Some(Service::Confirmation),
        open: true,
        step_free: true,
        ..Criteria::default()
    };
    let found = search(&directory, &criteria, FRIDAY_NOON);
    let fits = |centre: &super::Centre| {
        centre.services.contains(&Service::Confirmation)
            && centre.step_free
            && matches!(directory.opening(centre, FRIDAY_NOON), Opening::Open { .. })
    };
    let count = directory
        .centres()
        .iter()
        .filter(|centre| fits(centre))
        .count();
    assert_eq!(found.centres.len(), count);
    assert!(found.centres.iter().all(|listed| fits(listed.centre)));
    let far: Vec<_> = found
        .centres
        .iter()
        .filter_map(|listed| listed.distance_km)
        .collect();
    assert_eq!(far.len(), count);
    assert!(far.is_sorted());
    assert_eq!(found.centres[0].town.name, "Тверь");
}
