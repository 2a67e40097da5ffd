//! The part of a walk that leads to a desk: ways, visits, operators and their mistakes.

use accounts::operator::Role;
use accounts::proofing;
use accounts::reception::{self, State};
use domain::proofing::Method;

use super::Walk;
use crate::desk::employee::{Employee, REASON};
use crate::house::House;
use crate::receptions::{all_same, input};

impl Walk {
    async fn clerk(&mut self, house: &House) -> Employee {
        self.operators += 1;
        house
            .clerk(&format!("cl{}-{}", self.seed, self.operators))
            .await
    }

    /// A citizen chooses a way, gives one up, books a visit, or calls it off.
    pub(super) async fn choose_way(&mut self, house: &House, who: usize) {
        let roll = self.dice.below(5);
        let method = *self
            .dice
            .pick(&[Method::Centre, Method::PostOffice, Method::Bank]);
        let browser = &mut self.citizens[who].browser;
        match roll {
            0 | 1 => {
                browser.begin_way(method).await;
            }
            2 => {
                let routes = browser.identity().await.routes;
                if let Some(route) = routes.first() {
                    let done =
                        proofing::withdraw(&browser.portal, &browser.visit, route.id.clone());
                    browser.take(&done.await.expect("an answer"));
                }
            }
            3 => browser.book_at(&crate::receptions::centre(house)).await,
            _ => {
                let done = accounts::appointment::cancel(&browser.portal, &browser.visit).await;
                browser.take(&done.expect("an answer"));
            }
        }
    }

    /// A citizen comes to a desk with a code, right or wrong, and something comes of it.
    pub(super) async fn come(&mut self, house: &House, who: usize) {
        let view = self.citizens[who].browser.identity().await;
        let shown = view.routes.iter().find_map(|route| route.code.clone());
        let code = view.booked.map(|booked| booked.code).or(shown);
        let code = code.filter(|_| !self.dice.chance(10));
        let mut clerk = self.clerk(house).await;
        let next = clerk
            .open(&code.unwrap_or_else(|| "2222-2222".into()))
            .await;
        let Some(id) = next.strip_prefix("/desk/visits/").map(str::to_owned) else {
            return;
        };
        if self.dice.chance(15) {
            return clerk.refuse_with(&id, "differs", REASON).await;
        }
        let mut sheet = all_same();
        if self.dice.chance(40) {
            // Somebody who has told nothing yet, or a correction.
            sheet.extend(self.documents());
            sheet.remove("same-surname");
            sheet.remove("same-document_number");
        }
        if self.dice.chance(20) {
            sheet.remove(
                *self
                    .dice
                    .pick(&["seen-identity", "same-sex", "same-snils", "consent"]),
            );
        }
        if self.dice.chance(25) {
            sheet.insert("on_paper".into(), "true".into());
        }
        clerk.confirm(&id, sheet.clone()).await;
        if self.dice.chance(20) {
            clerk.confirm(&id, sheet).await;
        }
        if let Some(handed) = clerk.page(&id).await.and_then(|page| page.handed) {
            self.citizens[who].code = Some(handed.code);
        }
    }

    /// What stands in the documents on the table.
    fn documents(&self) -> reception::SheetInput {
        let own = self.dice.pick(&self.numbers);
        let number = format!("45 10 {:06}", 100_000 + self.dice.below(4));
        input(&[
            ("citizenship", "RU"),
            ("document_kind", "russian_passport"),
            ("surname", "Рябинина"),
            ("first_name", "Вера"),
            ("birth_date", "17.03.1984"),
            ("sex", "female"),
            ("birth_place", "гор. Примерск"),
            ("document_number", &number),
            ("issue_date", "20.04.2010"),
            ("issued_by", "ОВД Примерска"),
            ("division_code", "690-001"),
            ("snils", own),
            ("consent", "true"),
        ])
    }

    /// A citizen types a code from paper: the one they were given, or any.
    pub(super) async fn type_code(&mut self, who: usize) {
        let own = self.citizens[who].code.clone();
        let code = own.filter(|_| !self.dice.chance(30));
        let browser = &mut self.citizens[who].browser;
        browser
            .identity_code(&code.unwrap_or_else(|| "2222-2222".into()))
            .await;
    }

    /// Somebody without an account, or whose access is lost, stands at a desk.
    pub(super) async fn help(&mut self, house: &House, who: usize) {
        let mut clerk = self.clerk(house).await;
        if self.dice.chance(50) {
            let mut sheet = self.documents();
            sheet.extend(input(&[("seen-identity", "true"), ("seen-snils", "true")]));
            let id = clerk.register(sheet.clone()).await;
            clerk.confirm(&id, sheet).await;
            let open = clerk
                .page(&id)
                .await
                .is_some_and(|page| page.state == State::Open);
            if open && self.dice.chance(50) {
                clerk.refuse_with(&id, "unwanted", REASON).await;
            }
            return;
        }
        let snils = self.dice.pick(&self.numbers).clone();
        let number = format!("4510{:06}", 100_000 + self.dice.below(4));
        let next = clerk.find(&snils, &number, "restoration").await;
        let Some(id) = next.strip_prefix("/desk/visits/").map(str::to_owned) else {
            return;
        };
        clerk.confirm(&id, all_same()).await;
        if self.dice.chance(50) {
            self.clerk(house).await.agree_with(&id).await;
        } else {
            let browser = &mut self.citizens[who].browser;
            let done = reception::stop(&browser.portal, &browser.visit).await;
            browser.take(&done.expect("an answer"));
        }
    }

    /// Whoever has another role, or none, comes to nothing.
    pub(super) async fn intrude(&mut self, house: &House) {
        self.operators += 1;
        let role = *self
            .dice
            .pick(&[Role::Specialist, Role::Auditor, Role::Administrator]);
        let login = format!("in{}-{}", self.seed, self.operators);
        let stranger = house.employee(&login, role).await;
        let (portal, visit) = (&stranger.browser.portal, &stranger.browser.visit);
        let opened = reception::open_by_code(portal, visit, "2222-2222".into()).await;
        assert_eq!(opened.err(), Some(accounts::PortalError::Forbidden));
    }
}

/// What no database ever holds when somebody has been at a desk: the count of each is zero.
pub(super) const NEVER: [(&str, &str); 8] = [
    (
        "a confirmed account without a proof",
        "SELECT COUNT(*) FROM account a WHERE a.level = 'confirmed' AND NOT EXISTS \
         (SELECT 1 FROM proofing_route r WHERE r.account_id = a.id AND r.state = 'succeeded')",
    ),
    (
        "a proof without a reception of an operator with the role",
        "SELECT COUNT(*) FROM proofing_route p WHERE p.state = 'succeeded' AND NOT EXISTS \
         (SELECT 1 FROM reception r JOIN operator o ON o.id = r.operator_id \
          WHERE r.route_id = p.id AND r.state = 'done' AND o.role IN ('operator', 'senior'))",
    ),
    (
        "a proof without a comparison in the journal",
        "SELECT COUNT(*) FROM account a WHERE a.level = 'confirmed' AND NOT EXISTS \
         (SELECT 1 FROM journal j WHERE j.account_id = a.id AND j.event = 'comparison_done' AND j.detail LIKE '%\"actor\"%')",
    ),
    (
        "a proof of an account that is not confirmed",
        "SELECT COUNT(*) FROM proofing_route r JOIN account a ON a.id = r.account_id \
         WHERE r.state = 'succeeded' AND a.level <> 'confirmed'",
    ),
    (
        "an open way beside a proof",
        "SELECT COUNT(*) FROM proofing_route r JOIN account a ON a.id = r.account_id \
         WHERE a.level = 'confirmed' AND r.state IN ('begun', 'underway', 'code_given')",
    ),
    (
        "a reception that waits for a version that is decided",
        "SELECT COUNT(*) FROM reception r JOIN profile p ON p.id = r.profile_id \
         WHERE r.state = 'waiting' AND p.state <> 'checking'",
    ),
    (
        "a place that two have",
        "SELECT COUNT(*) FROM (SELECT centre FROM appointment WHERE state IN ('held', 'booked') \
         GROUP BY centre, starts_at, place HAVING COUNT(*) > 1) AS twice",
    ),
    (
        "a reception without an entry, or an entry without one",
        "SELECT ABS((SELECT COUNT(*) FROM reception) - (SELECT COUNT(*) FROM journal WHERE event = 'reception_opened'))",
    ),
];

/// What walks come to, so that none of this is looked for in vain.
pub(super) const SEEN: [(&str, &str); 5] = [
    (
        "a confirmed account",
        "SELECT COUNT(*) FROM account WHERE level = 'confirmed'",
    ),
    (
        "a code on paper",
        "SELECT COUNT(*) FROM journal WHERE event = 'identity_code_given'",
    ),
    (
        "a refusal",
        "SELECT COUNT(*) FROM journal WHERE event = 'identity_refused'",
    ),
    (
        "a registration at a desk",
        "SELECT COUNT(*) FROM journal WHERE event = 'account_created' AND detail LIKE '%desk%'",
    ),
    (
        "a restoration",
        "SELECT COUNT(*) FROM journal WHERE event = 'access_restored'",
    ),
];
