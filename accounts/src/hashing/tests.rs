//! The pool.

use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use super::{HashError, Hasher};
use crate::config::Hashing;
use crate::rng::SystemRng;

fn hasher(config: &Hashing) -> Hasher {
    Hasher::new(config, Arc::new(SystemRng))
}

fn password(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

fn quick(threads: usize, queue: usize) -> Hashing {
    Hashing {
        threads,
        queue,
        memory_kib: 64,
        iterations: 1,
        ..Hashing::default()
    }
}

#[tokio::test]
async fn a_hash_fits_its_password() {
    let hasher = hasher(&quick(2, 4));
    let phc = hasher.hash(password("right")).await.expect("a hash");
    assert!(
        hasher
            .verify(Some(phc.clone()), password("right"))
            .await
            .expect("a verdict")
            .matches
    );
    assert!(
        !hasher
            .verify(Some(phc), password("wrong"))
            .await
            .expect("a verdict")
            .matches
    );
    assert!(
        !hasher
            .verify(None, password("right"))
            .await
            .expect("a verdict")
            .matches
    );
    let unreadable = hasher.verify(Some("x".into()), password("x")).await;
    assert_eq!(unreadable.err(), Some(HashError::Unreadable));
}

/// One thread, two places: of many only three are taken, the others hear so at once.
#[tokio::test]
async fn a_full_queue_answers_at_once() {
    let slow = Hashing {
        threads: 1,
        queue: 2,
        memory_kib: 65_536,
        iterations: 10,
        ..Hashing::default()
    };
    let hasher = hasher(&slow);
    let first = tokio::spawn({
        let hasher = hasher.clone();
        async move { hasher.hash(password("first")).await }
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    let mut waiting = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let hasher = hasher.clone();
        waiting.spawn(async move { hasher.hash(password("next")).await });
    }
    let mut full = 0;
    while full < 18 {
        let outcome = waiting.join_next().await.expect("more").expect("no panic");
        assert_eq!(outcome, Err(HashError::Full));
        full += 1;
    }
    assert!(
        !first.is_finished(),
        "the refusals came before the first hash was done"
    );
    while let Some(outcome) = waiting.join_next().await {
        assert!(outcome.expect("no panic").is_ok());
    }
    assert!(first.await.expect("no panic").is_ok());
}

/// A known and an unknown login cost the same work.
#[tokio::test]
async fn the_dummy_works_as_hard() {
    let hasher = hasher(&Hashing {
        threads: 1,
        ..Hashing::default()
    });
    let phc = hasher.hash(password("right")).await.expect("a hash");
    let mut rounds = Vec::new();
    for _ in 0..5 {
        let known = time(hasher.verify(Some(phc.clone()), password("wrong"))).await;
        let unknown = time(hasher.verify(None, password("wrong"))).await;
        rounds.push(known.as_secs_f64() / unknown.as_secs_f64());
    }
    rounds.sort_by(f64::total_cmp);
    assert!((0.5..2.0).contains(&rounds[2]), "{rounds:?}");
}

async fn time<T>(work: impl Future<Output = T>) -> Duration {
    let start = tokio::time::Instant::now();
    work.await;
    start.elapsed()
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn threads_give_way_and_end_with_the_pool() {
    let name = "hashing-probe";
    let hasher = super::Hasher(Arc::new(super::pool::Pool::start(
        name,
        3,
        1,
        super::argon::Argon::new(&quick(3, 1), Arc::new(SystemRng)),
    )));
    hasher.hash(password("x")).await.expect("a hash");
    tokio::time::sleep(Duration::from_millis(100)).await;
    let nice = threads(name);
    assert_eq!(nice, ["19", "19", "19"]);
    drop(hasher);
    for _ in 0..100 {
        if threads(name).is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("threads are left over");
}

/// Nice values of this process's threads with a name.
#[cfg(target_os = "linux")]
fn threads(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for task in std::fs::read_dir("/proc/self/task").expect("Linux lists threads") {
        let path = task.expect("a thread").path().join("stat");
        let Ok(stat) = std::fs::read_to_string(path) else {
            continue;
        };
        if let Some((head, tail)) = stat.rsplit_once(") ")
            && head.ends_with(name)
        {
            // After the name: state is the first field, nice the seventeenth.
            found.extend(tail.split(' ').nth(16).map(str::to_owned));
        }
    }
    found
}
