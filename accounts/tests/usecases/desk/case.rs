//! Cases, and what became of them.

use super::rows::{Given, insert, write};
use crate::house::House;
use crate::people::PHONE;

impl House {
    /// A citizen's account.
    pub(crate) async fn account(&self) -> String {
        self.citizen(PHONE).await;
        let row = self.look("SELECT id FROM account", Vec::new()).await;
        row.text(0).expect("an id")
    }

    /// A case about the SNILS of an account, a second later than the one before; answers its id.
    pub(crate) async fn case(&self, account_id: &str, given: Given) -> String {
        self.pass(1);
        let portal = &self.portal;
        insert(
            &self.fresh.store,
            &portal.vault,
            &*portal.clock,
            &*portal.rng,
            account_id,
            given,
        )
        .await
    }

    /// The citizen replaces what was to be checked.
    pub(crate) async fn replace_checks(&self) {
        let sql = "UPDATE registry_check SET state = 'superseded'";
        write(&self.fresh.store, sql, Vec::new()).await;
    }

    /// State, outcome and fields of the check of a case.
    pub(crate) async fn check_of(&self, review: &str) -> (String, Option<String>, String) {
        const CHECK: &str = "SELECT k.state, k.outcome, k.fields FROM registry_check k \
            JOIN review r ON r.check_id = k.id WHERE r.id = $1";
        let row = self.look(CHECK, vec![review.into()]).await;
        (
            row.text(0).expect("a state"),
            row.opt_text(1).expect("an outcome"),
            row.text(2).expect("fields"),
        )
    }

    /// State and decision of a case.
    pub(crate) async fn state_of(&self, review: &str) -> (String, Option<String>) {
        const STATE: &str = "SELECT state, decision FROM review WHERE id = $1";
        let row = self.look(STATE, vec![review.into()]).await;
        (
            row.text(0).expect("a state"),
            row.opt_text(1).expect("a decision"),
        )
    }

    /// How many entries the journal has of an event.
    pub(crate) async fn noted(&self, event: &str) -> i64 {
        const NOTED: &str = "SELECT COUNT(*) FROM journal WHERE event = $1";
        let row = self.look(NOTED, vec![event.into()]).await;
        row.int(0).expect("a number")
    }

    /// The particulars of the newest entry of an event, and whose part it is in.
    pub(crate) async fn newest(&self, event: &str) -> (String, Option<String>) {
        const NEWEST: &str =
            "SELECT detail, account_id FROM journal WHERE event = $1 ORDER BY seq DESC LIMIT 1";
        let row = self.look(NEWEST, vec![event.into()]).await;
        (
            row.text(0).expect("particulars"),
            row.opt_text(1).expect("an account"),
        )
    }

    /// The id of an operator.
    pub(crate) async fn operator_id(&self, login: &str) -> String {
        const ID: &str = "SELECT id FROM operator WHERE login = $1";
        let row = self.look(ID, vec![login.into()]).await;
        row.text(0).expect("an id")
    }
}
