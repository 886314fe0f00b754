//! The mirror: a plain copy of stored keys in IndexedDB, which loses nothing when the browser is killed.

use std::fmt;

use idb::request::OpenDatabaseRequest;
use idb::{
    Database, DatabaseEvent as _, Error, Factory, ObjectStore, ObjectStoreParams, Query, Request as _,
    Transaction, TransactionMode,
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbTransaction};

use super::error::OrLog as _;
use super::storage::StorageError;

/// The one list of keys in the database.
const STORE: &str = "kept";

/// A connection to the mirror. It ends when it is dropped.
pub struct Mirror {
    /// Holds what listens to the database.
    database: Database,
    raw: Durable,
}

impl fmt::Debug for Mirror {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mirror")
    }
}

// Bound by hand: how durable a transaction is to be is not among the stable bindings.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = IdbDatabase)]
    #[derive(Clone)]
    type Durable;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn durable(this: &Durable, store: &str, mode: &str, how: &Object) -> Result<IdbTransaction, JsValue>;
}

impl Drop for Mirror {
    fn drop(&mut self) {
        self.database.close();
    }
}

impl Mirror {
    /// Opens the database of that name, which is made if there is none, and calls `then`. Later `lost`
    /// is called if the connection is ended from outside: the database was deleted, say, or the
    /// site's data cleared. That may be told twice.
    pub fn open(
        name: &str,
        lost: impl Fn() + Clone + 'static,
        then: impl FnOnce(Result<Mirror, StorageError>) + 'static,
    ) {
        let asked = Factory::new().and_then(|factory| factory.open(name, Some(1)));
        spawn_local(async move {
            then(match asked {
                Ok(request) => connect(request, lost).await,
                Err(error) => Err(refused(error)),
            });
        });
    }

    /// Calls with all keys, in order.
    pub fn keys(&self, then: impl FnOnce(Result<Vec<String>, StorageError>) + 'static) {
        let asked = self.reading().and_then(|(transaction, store)| {
            let request = store.get_all_keys(None, None)?;
            Ok((transaction, request))
        });
        spawn_local(async move {
            let keys = match asked {
                Ok((transaction, request)) => finish(transaction).await.map(|()| request.result()),
                Err(error) => Err(refused(error)),
            };
            then(keys.and_then(|keys| {
                let keys = Array::from(&keys.map_err(refused)?);
                Ok(keys.iter().filter_map(|key| key.as_string()).collect())
            }));
        });
    }

    /// Calls with the values of those of the keys that are there.
    pub fn get(
        &self,
        keys: Vec<String>,
        then: impl FnOnce(Result<Vec<(String, String)>, StorageError>) + 'static,
    ) {
        let asked = self.reading().and_then(|(transaction, store)| {
            let ask = |key: &String| store.get(Query::Key(JsValue::from_str(key)));
            let requests = keys.iter().map(ask).collect::<Result<Vec<_>, Error>>()?;
            Ok((transaction, requests))
        });
        spawn_local(async move {
            let values = match asked {
                Ok((transaction, requests)) => finish(transaction).await.map(|()| requests),
                Err(error) => Err(refused(error)),
            };
            then(values.map(|requests| {
                let value = |request: &idb::request::GetStoreRequest| request.result().ok()?.as_string();
                let values = keys.into_iter().zip(&requests);
                values.filter_map(|(key, request)| Some((key, value(request)?))).collect()
            }));
        });
    }

    /// Gives keys their values, or takes out those without one: all or nothing, in this order, and in
    /// such a way that it outlasts the browser. Calls when that is done or has failed.
    pub fn write(
        &self,
        changes: &[(String, Option<String>)],
        then: impl FnOnce(Result<(), StorageError>) + 'static,
    ) {
        let begun = self.begin(changes);
        spawn_local(async move {
            then(match begun {
                Ok(transaction) => finish(transaction).await,
                Err(error) => Err(error),
            });
        });
    }

    fn begin(&self, changes: &[(String, Option<String>)]) -> Result<Transaction, StorageError> {
        let strict = Object::new();
        Reflect::set(&strict, &"durability".into(), &"strict".into()).or_log("writing the second copy");
        let transaction = Transaction::from(self.raw.durable(STORE, "readwrite", &strict)?);
        let store = transaction.object_store(STORE).map_err(refused)?;
        for (key, value) in changes {
            let key = JsValue::from_str(key);
            match value {
                Some(value) => drop(store.put(&JsValue::from_str(value), Some(&key)).map_err(refused)?),
                None => drop(store.delete(Query::Key(key)).map_err(refused)?),
            }
        }
        // A page that is left may not live until the answers are there.
        transaction.commit().map_err(refused)
    }

    fn reading(&self) -> Result<(Transaction, ObjectStore), Error> {
        let transaction = self.database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

async fn connect(
    mut request: OpenDatabaseRequest,
    lost: impl Fn() + Clone + 'static,
) -> Result<Mirror, StorageError> {
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            drop(database.create_object_store(STORE, ObjectStoreParams::new()));
        }
    });
    let opened = promise(|done, failed| {
        request.on_success(move |_| call(&done, &JsValue::UNDEFINED));
        request.on_error(move |_| call(&failed, &JsValue::UNDEFINED));
    });
    if JsFuture::from(opened).await.is_err() {
        let why = request.error().ok().flatten().map(JsValue::from).unwrap_or_default();
        return Err(why.into());
    }
    let raw: Durable = JsValue::from(request.database().map_err(refused)?).unchecked_into();
    let mut database = Database::from(IdbDatabase::from(raw.clone()));
    let (close, ended) = (raw.clone(), lost.clone());
    database.on_version_change(move |_| {
        close.close();
        lost();
    });
    database.on_close(move |_| ended());
    Ok(Mirror { database, raw })
}

/// Waits until a transaction is done, and durable if that was asked; all of it, or nothing.
async fn finish(transaction: Transaction) -> Result<(), StorageError> {
    let raw = IdbTransaction::from(transaction);
    let mut transaction = Transaction::from(raw.clone());
    let finished = promise(|done, failed| {
        transaction.on_complete(move |_| call(&done, &JsValue::UNDEFINED));
        transaction.on_abort(move |_| call(&failed, &JsValue::UNDEFINED));
    });
    let finished = JsFuture::from(finished).await;
    match finished {
        Ok(_) => Ok(()),
        Err(_) => Err(raw.error().map(JsValue::from).unwrap_or_default().into()),
    }
}

fn promise(mut start: impl FnMut(Function, Function)) -> Promise {
    Promise::new(&mut |done, failed| start(done, failed))
}

fn call(function: &Function, value: &JsValue) {
    function.call1(&JsValue::UNDEFINED, value).or_log("waiting for the second copy");
}

/// Why the browser has refused, in its own words where it gave any.
fn refused(error: Error) -> StorageError {
    match error {
        Error::IndexedDbNotFound(_) => StorageError::Blocked("it has no IndexedDB".to_owned()),
        Error::IndexedDbOpenFailed(thrown)
        | Error::TransactionOpenFailed(thrown)
        | Error::TransactionCommitError(thrown)
        | Error::UpdateFailed(thrown)
        | Error::DeleteFailed(thrown)
        | Error::GetFailed(thrown)
        | Error::GetAllKeysFailed(thrown)
        | Error::ObjectStoreNotFound(thrown) => thrown.into(),
        _ => StorageError::Blocked("its IndexedDB does not do as it should".to_owned()),
    }
}
