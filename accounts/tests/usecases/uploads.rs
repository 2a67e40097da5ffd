//! Files of citizens: kept whole or not at all, and their citizen's alone.

use std::path::PathBuf;

use accounts::journal::{self, Event};
use accounts::store::{StoreError, Value};
use accounts::upload::{self, Arrived, FileKind, Unfit, Verdict};
use accounts::{Outcome, Portal, PortalError, flash, new_id};
use tempfile::TempDir;
use tokio::task::JoinSet;
use trials::file;

use crate::browser::Browser;
use crate::house::House;
use crate::people::{OTHER_PHONE, PHONE};

const ROWS: &str = "SELECT COUNT(*) FROM upload";

/// A house with a folder for files, and what was asked of its first citizen.
struct Desk {
    house: House,
    folder: TempDir,
    citizen: Browser,
    account: String,
    request: String,
}

impl Desk {
    async fn open(mut house: House) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("file://{}", folder.path().display());
        house.restart_with(|config| config.uploads.url = url).await;
        let citizen = house.citizen(PHONE).await;
        let account = citizen.session().await.expect("signed in").account_id;
        let request = ask(&house.portal, &account).await;
        Self {
            house,
            folder,
            citizen,
            account,
            request,
        }
    }

    async fn send(&self, name: &str, bytes: Vec<u8>) -> Result<Verdict, PortalError> {
        send(&self.citizen, &self.request, name, bytes).await
    }

    async fn kept(&self, name: &str, bytes: Vec<u8>) -> String {
        match self.send(name, bytes).await {
            Ok(Verdict::Kept { id }) => id,
            other => panic!("{other:?}"),
        }
    }

    async fn names(&self) -> Vec<String> {
        let (account, request) = (self.account.clone(), self.request.clone());
        let portal = self.house.portal.clone();
        let listed: Result<_, PortalError> = self
            .house
            .portal
            .store
            .read(move |c| {
                Box::pin(async move { upload::list(c, &portal, &account, &request).await })
            })
            .await;
        listed
            .expect("listed")
            .into_iter()
            .map(|file| file.name)
            .collect()
    }

    /// The objects that are there.
    fn objects(&self) -> Vec<PathBuf> {
        let found = std::fs::read_dir(self.folder.path()).expect("the folder");
        found.map(|entry| entry.expect("an entry").path()).collect()
    }

    async fn is_empty(&self) -> bool {
        self.objects().is_empty() && self.house.count(ROWS).await == 0
    }
}

async fn ask(portal: &Portal, account: &str) -> String {
    let (inner, account) = (portal.clone(), account.to_owned());
    let asked: Result<_, PortalError> = portal
        .store
        .write(move |c| {
            Box::pin(async move { upload::open_request(c, &inner, &account, "test").await })
        })
        .await;
    asked.expect("asked")
}

async fn send(
    browser: &Browser,
    request: &str,
    name: &str,
    bytes: Vec<u8>,
) -> Result<Verdict, PortalError> {
    let name = name.to_owned();
    let file = Arrived { name, bytes };
    upload::accept(&browser.portal, &browser.visit, request.to_owned(), file).await
}

async fn a_file_comes_back_and_goes(house: House) {
    let desk = Desk::open(house).await;
    let jpeg = file::jpeg(30, 20, 1, "55.75N 37.62E");
    let id = desk.kept("Скан паспорта.exe", jpeg.clone()).await;
    assert_eq!(desk.names().await, ["Скан паспорта.jpg"]);

    let (portal, visit) = (&desk.citizen.portal, &desk.citizen.visit);
    let own = upload::open_own(portal, visit, id.clone()).await;
    let own = own.expect("opened").expect("it is there");
    assert_eq!(
        (own.view.kind, own.view.size),
        (FileKind::Jpeg, own.bytes.len() as u64)
    );
    assert!(own.bytes.starts_with(b"\xff\xd8\xff") && *own.bytes != jpeg);
    let seen = upload::open(portal, &desk.account, &id).await;
    assert_eq!(
        *seen.expect("opened").expect("at the desk").bytes,
        *own.bytes
    );

    // What lies outside says nothing: neither bytes nor name nor whose it is.
    let objects = desk.objects();
    assert_eq!(objects.len(), 1);
    assert!(objects[0].ends_with(&id));
    let stored = std::fs::read(&objects[0]).expect("read");
    assert!(stored.len() > own.bytes.len());
    assert!(
        !stored
            .windows(16)
            .any(|part| own.bytes.windows(16).any(|own| own == part))
    );
    let row = desk.house.look("SELECT name FROM upload", Vec::new()).await;
    let name = row.blob(0).expect("sealed");
    assert!(
        !name
            .windows(4)
            .any(|part| part == "Скан".as_bytes().split_at(4).0)
    );

    for _ in 0..2 {
        let (request, id) = (desk.request.clone(), id.clone());
        upload::discard(portal, visit, request, id)
            .await
            .expect("taken back");
    }
    assert!(desk.is_empty().await);
    assert!(
        upload::open_own(portal, visit, id)
            .await
            .expect("asked")
            .is_none()
    );
    let own = journal::list_own(&portal.store, &desk.account, 2)
        .await
        .expect("listed");
    let events: Vec<_> = own.iter().map(|entry| entry.event).collect();
    assert_eq!(events, [Event::UploadDiscarded, Event::UploadAdded]);
    journal::verify(&portal.store).await.expect("a whole chain");
}

async fn an_object_that_was_changed_is_not_given_out(house: House) {
    let desk = Desk::open(house).await;
    let ids = [
        desk.kept("a", file::png(8, 8, 1)).await,
        desk.kept("b", file::png(8, 8, 2)).await,
    ];
    let [first, second] = ids.each_ref().map(|id| desk.folder.path().join(id));
    let away = desk.folder.path().join("away");
    for (from, to) in [(&first, &away), (&second, &first), (&away, &second)] {
        std::fs::rename(from, to).expect("renamed");
    }
    for id in ids {
        let opened = upload::open(&desk.house.portal, &desk.account, &id).await;
        assert_eq!(
            opened.map(|file| file.is_some()),
            Err(PortalError::Unavailable)
        );
    }
}

async fn the_same_file_is_kept_once(house: House) {
    let desk = Desk::open(house).await;
    let png = file::png(40, 40, 1);
    let mut sent = JoinSet::new();
    for number in 0..6 {
        let (browser, request, png) = (desk.citizen.clone(), desk.request.clone(), png.clone());
        sent.spawn(async move { send(&browser, &request, &format!("{number}"), png).await });
    }
    let first = desk.kept("again", png).await;
    while let Some(verdict) = sent.join_next().await {
        let id = first.clone();
        assert_eq!(verdict.expect("no panic"), Ok(Verdict::Kept { id }));
    }
    assert_eq!((desk.house.count(ROWS).await, desk.objects().len()), (1, 1));
}

async fn no_more_than_five(house: House) {
    let desk = Desk::open(house).await;
    let mut sent = JoinSet::new();
    for seed in 0..9 {
        let (browser, request) = (desk.citizen.clone(), desk.request.clone());
        sent.spawn(async move { send(&browser, &request, "a", file::png(9, 9, seed)).await });
    }
    let mut verdicts = Vec::new();
    while let Some(verdict) = sent.join_next().await {
        verdicts.push(verdict.expect("no panic").expect("an answer"));
    }
    let refused = Verdict::Refused(Unfit::TooMany);
    verdicts.retain(|verdict| *verdict == refused);
    assert_eq!(verdicts.len(), 4);
    assert_eq!((desk.house.count(ROWS).await, desk.objects().len()), (5, 5));
    assert_eq!(desk.send("b", file::pdf("", &[])).await, Ok(refused));
    // Another request has room of its own.
    let other = ask(&desk.house.portal, &desk.account).await;
    let verdict = send(&desk.citizen, &other, "b", file::pdf("", &[])).await;
    assert!(matches!(verdict, Ok(Verdict::Kept { .. })));
}

async fn only_whoever_is_asked_may_send(house: House) {
    let desk = Desk::open(house).await;
    let id = desk.kept("a", file::png(8, 8, 1)).await;
    let (other, stranger) = (desk.house.citizen(OTHER_PHONE).await, desk.house.browser());
    let forbidden = Err(PortalError::Forbidden);
    let nobody = Err(PortalError::NotSignedIn);
    for (browser, refused) in [(&other, forbidden), (&stranger, nobody)] {
        let (portal, visit) = (&browser.portal, &browser.visit);
        let sent = send(browser, &desk.request, "b", file::png(8, 8, 2)).await;
        assert_eq!(sent.map(drop), refused);
        let asked = upload::is_asked(portal, visit, desk.request.clone()).await;
        assert_eq!(asked, refused);
        let gone = upload::discard(portal, visit, desk.request.clone(), id.clone()).await;
        assert_eq!(gone, refused);
    }
    let theirs = upload::open_own(&other.portal, &other.visit, id.clone()).await;
    assert!(theirs.expect("asked").is_none());
    assert!(matches!(
        upload::open_own(&stranger.portal, &stranger.visit, id.clone()).await,
        Err(PortalError::NotSignedIn)
    ));
    // What is asked for no more takes nothing and gives nothing back, but what is there stays.
    let (portal, request) = (desk.house.portal.clone(), desk.request.clone());
    for open in [true, false] {
        let (inner, request) = (portal.clone(), request.clone());
        let closed: Result<_, PortalError> = portal
            .store
            .write(move |c| {
                Box::pin(async move { upload::close_request(c, &inner, &request).await })
            })
            .await;
        assert_eq!(closed, Ok(open));
    }
    let late = desk.send("c", file::png(8, 8, 3)).await;
    assert_eq!(late.map(drop), forbidden);
    let visit = &desk.citizen.visit;
    let gone = upload::discard(&portal, visit, request, id.clone()).await;
    assert_eq!(gone, forbidden);
    assert!(
        upload::open_own(&portal, visit, id)
            .await
            .expect("asked")
            .is_some()
    );
    assert_eq!(desk.objects().len(), 1);
}

async fn what_is_refused_leaves_nothing(mut house: House) {
    house
        .restart_with(|config| config.uploads.clamd = "tcp://127.0.0.1:1".into())
        .await;
    let desk = Desk::open(house).await;
    let cases = [
        (Vec::new(), Unfit::Empty),
        (vec![0; 6_000_000], Unfit::TooLarge),
        (b"GIF89a".to_vec(), Unfit::WrongType),
        (file::pdf("/A << /S /Launch >>", &[]), Unfit::ActiveContent),
        (file::hollow_png(60_000, 60_000, 8), Unfit::TooManyPixels),
        (file::png(50, 50, 1)[..900].to_vec(), Unfit::Damaged),
        // Fit, and nobody could be asked whether it is clean.
        (file::png(50, 50, 1), Unfit::Failed),
    ];
    for (bytes, unfit) in cases {
        let verdict = desk.send("a", bytes).await.expect("an answer");
        assert_eq!(verdict, Verdict::Refused(unfit));
        let (portal, mut browser) = (&desk.house.portal, desk.citizen.clone());
        let done = upload::lead_back(portal, &verdict, "/cabinet/data").expect("an answer");
        assert_eq!(browser.take(&done), "/cabinet/data");
        let said = browser.refusals();
        assert_eq!(said, [("file".to_owned(), unfit.code().to_owned())]);
        let done = upload::lead_back(portal, &verdict, "//evil.example").expect("an answer");
        assert_eq!(browser.take(&done), "/cabinet");
        assert!(flash::read(portal, &browser.visit).is_some());
        assert!(!browser.hears(Outcome::Saved));
    }
    assert!(desk.is_empty().await);
}

async fn what_nobody_misses_is_swept(house: House) {
    let mut desk = Desk::open(house).await;
    let kept = desk.kept("a", file::png(8, 8, 1)).await;
    let leave = |house: &House| {
        let id = new_id(&*house.portal.clock, &*house.portal.rng);
        std::fs::write(desk.folder.path().join(&id), "sealed").expect("written");
        id
    };
    let old = leave(&desk.house);
    desk.house.pass(2 * 3600);
    let young = leave(&desk.house);
    std::fs::write(desk.folder.path().join("somebody-elses"), "").expect("written");
    desk.house.restart().await;
    let swept = async {
        while desk.folder.path().join(&old).exists() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    let patience = std::time::Duration::from_secs(20);
    tokio::time::timeout(patience, swept).await.expect("swept");
    for id in [kept.as_str(), young.as_str(), "somebody-elses"] {
        assert!(desk.folder.path().join(id).exists(), "{id}");
    }
}

/// The account goes, and its files with it: their rows at once, their objects with the next sweep.
async fn an_account_takes_its_files_with_it(house: House) {
    let desk = Desk::open(house).await;
    desk.kept("a", file::png(8, 8, 1)).await;
    let account = Value::from(&desk.account);
    let deleted: Result<_, StoreError> = desk
        .house
        .portal
        .store
        .write(|c| {
            Box::pin(async move {
                c.execute("DELETE FROM account WHERE id = $1", &[account])
                    .await
            })
        })
        .await;
    assert_eq!(deleted, Ok(1));
    assert_eq!(desk.house.count(ROWS).await, 0);
    assert_eq!(
        desk.house
            .count("SELECT COUNT(*) FROM upload_request")
            .await,
        0
    );
}

on_both! {
    a_file_comes_back_and_goes
    an_object_that_was_changed_is_not_given_out
    the_same_file_is_kept_once
    no_more_than_five
    only_whoever_is_asked_may_send
    what_is_refused_leaves_nothing
    what_nobody_misses_is_swept
    an_account_takes_its_files_with_it
}
