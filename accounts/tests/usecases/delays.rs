//! The delay that grows with wrong passwords (P-06, R-LOG-08).

use std::net::IpAddr;

use accounts::Outcome;

use crate::browser::Browser;
use crate::house::House;
use crate::people::{EMAIL, OTHER_PASSWORD, PASSWORD, PHONE};

/// Fails once; answers how long the next try has to wait.
async fn fail(browser: &mut Browser, login: &str) -> Option<i64> {
    assert_eq!(browser.sign_in(login, OTHER_PASSWORD).await, "/login");
    assert!(browser.hears(Outcome::SignInFailed));
    browser.flash().wait_s
}

async fn the_delay_begins_with_the_fourth_failure_and_grows(house: House) {
    house.citizen(PHONE).await;
    let mut browser = house.browser();
    let mut waits = Vec::new();
    for _ in 0..14 {
        let wait = fail(&mut browser, PHONE).await;
        house.pass(wait.unwrap_or(0));
        waits.push(wait.unwrap_or(0));
    }
    assert_eq!(
        waits,
        [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
    );
    assert_eq!(browser.sign_in(PHONE, PASSWORD).await, "/cabinet");
}

/// While the delay lasts the right password is not looked at; nothing is counted either.
async fn a_try_within_the_delay_is_no_try(house: House) {
    house.citizen(PHONE).await;
    let mut browser = house.browser();
    for _ in 0..5 {
        let wait = fail(&mut browser, PHONE).await;
        house.pass(wait.filter(|wait| *wait < 4).unwrap_or(0));
    }
    for left in [4, 3, 1] {
        assert_eq!(browser.sign_in(PHONE, PASSWORD).await, "/login");
        assert!(browser.hears(Outcome::SignInFailed));
        assert_eq!(browser.flash().wait_s, Some(left));
        house.pass(if left == 3 { 2 } else { 1 });
    }
    assert_eq!(browser.sign_in(PHONE, PASSWORD).await, "/cabinet");
}

/// Whoever guesses from many addresses is held up by the account's own counter.
async fn the_account_counts_over_all_addresses(house: House) {
    house.citizen(PHONE).await;
    house.citizen(EMAIL).await;
    let mut waits = Vec::new();
    for _ in 0..4 {
        waits.push(fail(&mut house.browser(), PHONE).await);
    }
    assert_eq!(waits, [None, None, None, Some(2)]);
    let mut elsewhere = house.browser();
    assert_eq!(elsewhere.sign_in(PHONE, PASSWORD).await, "/login");
    assert_eq!(
        elsewhere.sign_in(EMAIL, PASSWORD).await,
        "/cabinet",
        "another account is not held up"
    );
}

/// Whoever tries many logins from one address is held up by the address's.
async fn the_address_counts_over_all_logins(house: House) {
    house.citizen(PHONE).await;
    let mut browser = house.browser();
    let mut waits = Vec::new();
    for number in 0..4 {
        waits.push(fail(&mut browser, &format!("+7900000000{number}")).await);
    }
    assert_eq!(waits, [None, None, None, Some(2)]);
    assert_eq!(browser.sign_in(PHONE, PASSWORD).await, "/login");
    assert_eq!(
        house.browser().sign_in(PHONE, PASSWORD).await,
        "/cabinet",
        "from another address"
    );
    house.pass(2);
    assert_eq!(browser.sign_in(PHONE, PASSWORD).await, "/cabinet");
}

/// An IPv6 network counts as one address.
async fn a_network_is_one_address(house: House) {
    let mut waits = Vec::new();
    for number in 1..=4 {
        let address: IpAddr = format!("2001:db8::{number}").parse().expect("an address");
        let login = format!("+7900000000{number}");
        waits.push(fail(&mut house.browser_at(address), &login).await);
    }
    assert_eq!(waits, [None, None, None, Some(2)]);
    let elsewhere: IpAddr = "2001:db8:0:1::1".parse().expect("an address");
    assert_eq!(fail(&mut house.browser_at(elsewhere), EMAIL).await, None);
}

/// Strangers cannot lock the owner out of a device that the account knows.
async fn a_known_device_is_not_locked_out(house: House) {
    let mut owner = house.citizen(PHONE).await;
    owner.sign_out().await;
    let mut stranger = house.browser_at(owner.visit.address);
    for _ in 0..8 {
        let wait = fail(&mut stranger, PHONE).await;
        house.pass(wait.unwrap_or(0));
    }
    fail(&mut stranger, PHONE).await;
    let mut new = house.browser();
    assert_eq!(
        new.sign_in(PHONE, PASSWORD).await,
        "/login",
        "a new device waits"
    );
    assert_eq!(owner.sign_in(PHONE, PASSWORD).await, "/cabinet");
    // What a known device gets wrong counts for itself.
    owner.sign_out().await;
    let mut waits = Vec::new();
    for _ in 0..4 {
        waits.push(fail(&mut owner, PHONE).await);
    }
    assert_eq!(waits, [None, None, None, Some(2)]);
}

/// A cookie that the portal never gave makes nobody known.
async fn a_made_up_device_is_not_known(house: House) {
    let owner = house.citizen(PHONE).await;
    house.citizen(EMAIL).await;
    let mut stranger = house.browser();
    for _ in 0..4 {
        fail(&mut stranger, EMAIL).await;
    }
    // The owner's device is known to another account: that helps nobody here.
    stranger.visit.device = owner.visit.device;
    assert_eq!(stranger.sign_in(EMAIL, PASSWORD).await, "/login");
}

async fn a_success_forgets_and_so_does_a_day(house: House) {
    house.citizen(PHONE).await;
    let mut browser = house.browser();
    for _ in 0..3 {
        fail(&mut browser, PHONE).await;
    }
    let mut other = house.browser();
    other.sign_in(PHONE, PASSWORD).await;
    assert_eq!(
        fail(&mut house.browser(), PHONE).await,
        None,
        "counted anew"
    );
    house.pass(86_400);
    assert_eq!(fail(&mut browser, PHONE).await, None, "a day later");
}

async fn limits_that_are_off_hold_nobody_up(mut house: House) {
    house
        .restart_with(|config| config.limits.enabled = false)
        .await;
    house.citizen(PHONE).await;
    let mut browser = house.browser();
    for _ in 0..12 {
        assert_eq!(fail(&mut browser, PHONE).await, None);
    }
    assert_eq!(browser.sign_in(PHONE, PASSWORD).await, "/cabinet");
    for _ in 0..8 {
        house.begun(EMAIL).await;
    }
    assert_eq!(
        house.messages_to(EMAIL).await.len(),
        8,
        "as many messages as were asked for"
    );
    assert_eq!(house.count("SELECT COUNT(*) FROM throttle").await, 0);
}

on_both! {
    the_delay_begins_with_the_fourth_failure_and_grows
    a_try_within_the_delay_is_no_try
    the_account_counts_over_all_addresses
    the_address_counts_over_all_logins
    a_network_is_one_address
    a_known_device_is_not_locked_out
    a_made_up_device_is_not_known
    a_success_forgets_and_so_does_a_day
    limits_that_are_off_hold_nobody_up
}
