//! Cases for the desk, put where the checks would put them.

use accounts::clock::SystemClock;
use accounts::rng::SystemRng;
use accounts::store::Store;
use accounts::vault::{MasterKey, Vault};
use trials::journey::{Contacts, register};
use trials::{Person, Server, Trouble};

#[path = "../../../accounts/tests/usecases/desk/rows.rs"]
mod rows;

pub(crate) use rows::{DENIED, Given};

/// A case of a new citizen; answers the path of its page.
pub(crate) async fn open_case(server: &Server, given: Given) -> Result<String, Trouble> {
    let (person, mut visitor) = (Person::new(), server.visitor());
    register(&mut visitor, &server.outbox(), &person, Contacts::Phone).await?;
    let key = std::fs::read_to_string(server.data().join("master.key"))?;
    let key =
        MasterKey::from_text(key.trim()).map_err(|error| Trouble::wrong(error.to_string()))?;
    let store = Store::open(server.database().url()).await;
    let store = store.map_err(|error| Trouble::wrong(error.to_string()))?;
    let newest = "SELECT id FROM account ORDER BY created_at DESC LIMIT 1";
    let account = rows::look(&store, newest, Vec::new()).await.text(0);
    let account = account.map_err(|error| Trouble::wrong(error.to_string()))?;
    let vault = Vault::new(&key);
    let review = rows::insert(&store, &vault, &SystemClock, &SystemRng, &account, given).await;
    store.close().await;
    Ok(format!("/desk/reviews/{review}"))
}
