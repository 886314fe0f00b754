//! One browser with the page in it, and the verbs of a person who uses it.
//!
//! Every verb waits until it can be done, and fails with a sentence and an outline of the page when
//! it cannot be done within the patience of a person.

use std::cell::RefCell;
use std::fmt::Debug;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;

use crate::driver::{Driver, Kind};
use crate::server::Server;
use crate::wire::Wire;

/// How long a verb waits for the page: longer than a person would, as tests share slow machines.
const PATIENCE: Duration = Duration::from_secs(40);

/// The folder for downloads within the scratch folder of a page.
pub(crate) const DOWNLOADS: &str = "downloads";

/// The folder of the browser's profile in it.
const PROFILE: &str = "profile";

/// Tells every breach of the policy on the console, from before the page's first byte.
const WATCH_POLICY: &str = "() => addEventListener('securitypolicyviolation', (event) =>
    console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`))";

/// Journeys are made in a browser that has agreed to keep what is stored; those about the question say so.
const KEPT: &str =
    "() => { if (globalThis.StorageManager) StorageManager.prototype.persisted = async () => true }";

/// A page in a browser, with a fresh profile unless it is one tab more. When the last page of a browser
/// is dropped, nothing is left running.
pub(crate) struct Page {
    /// The browser it is in.
    pub(crate) kind: Kind,
    /// The server it comes from.
    pub(crate) server: Rc<Server>,
    /// A folder of its own, for files to open, for what is downloaded, and for the profile.
    pub(crate) scratch: Rc<Scratch>,
    pub(crate) seen_downloads: Rc<RefCell<Vec<PathBuf>>>,
    pub(crate) wire: Rc<RefCell<Wire>>,
    /// The tab, as the browser calls it.
    pub(crate) context: String,
    _driver: Rc<Driver>,
}

/// A folder that goes when it is no longer needed.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A file or folder in it.
    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder that cannot be removed lies below `target/` and harms nobody.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

impl Page {
    /// Starts a server and a browser, and opens the page.
    #[track_caller]
    pub(crate) fn open() -> Self {
        let page = Self::closed();
        page.go("");
        page
    }

    /// Starts a server and a browser, but stays at the empty page.
    pub(crate) fn closed() -> Self {
        Self::launch(Rc::new(Server::start()), Rc::new(Scratch(fresh_folder())))
    }

    /// Starts a browser with the profile of this folder, which may be that of one that was killed.
    fn launch(server: Rc<Server>, scratch: Rc<Scratch>) -> Self {
        let kind = Kind::wanted();
        let mut driver = Driver::start(kind);
        let url = driver
            .open_browser(kind, &scratch.join(DOWNLOADS), &scratch.join(PROFILE))
            .unwrap_or_else(|error| panic!("{error}"));
        let mut wire = Wire::connect(&url).unwrap_or_else(|error| panic!("{error}"));
        let context = prepare(&mut wire).unwrap_or_else(|error| panic!("{error}"));
        let (wire, driver) = (Rc::new(RefCell::new(wire)), Rc::new(driver));
        Self { kind, server, scratch, seen_downloads: Rc::default(), wire, context, _driver: driver }
    }

    /// One tab more of the same browser, with the page in it.
    #[track_caller]
    pub(crate) fn another_tab(&self, rest: &str) -> Self {
        let mut tab = self.wire.borrow_mut().call("browsingContext.create", &json!({ "type": "tab" }));
        let context = tab.as_mut().map(|tab| tab["context"].as_str().unwrap_or_default().to_owned());
        let tab = Self {
            kind: self.kind,
            server: Rc::clone(&self.server),
            scratch: Rc::clone(&self.scratch),
            seen_downloads: Rc::clone(&self.seen_downloads),
            wire: Rc::clone(&self.wire),
            context: context.unwrap_or_else(|error| panic!("{error}")),
            _driver: Rc::clone(&self._driver),
        };
        tab.go(rest);
        tab
    }

    /// Brings this tab to the front.
    #[track_caller]
    pub(crate) fn bring_up(&self) {
        self.command("browsingContext.activate", json!({}));
    }

    /// Kills the whole browser at once, and starts it again with what its profile still has. The page is
    /// to be opened anew.
    pub(crate) fn kill(self) -> Self {
        crate::driver::kill_all(&self.scratch.join(PROFILE));
        let (server, scratch) = (Rc::clone(&self.server), Rc::clone(&self.scratch));
        drop(self);
        Self::launch(server, scratch)
    }

    /// Opens an address below the page's own, such as `#article/…`, and waits until it has loaded.
    #[track_caller]
    pub(crate) fn go(&self, rest: &str) {
        let url = format!("{}{rest}", self.server.page());
        self.command("browsingContext.navigate", json!({ "url": url, "wait": "complete" }));
    }

    /// Loads the page again.
    #[track_caller]
    pub(crate) fn reload(&self) {
        self.command("browsingContext.reload", json!({ "wait": "complete" }));
    }

    /// Waits until `condition` holds; `what` says in words what is waited for.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, mut condition: impl FnMut() -> bool) {
        self.wait_for(what, || condition().then_some(()));
    }

    /// Waits until `look` sees what is expected; `what` says in words what is looked at.
    #[track_caller]
    pub(crate) fn wait_to_see<T: PartialEq + Debug>(
        &self,
        what: &str,
        expected: &T,
        mut look: impl FnMut() -> T,
    ) {
        let last = RefCell::new(None);
        let told = || format!("{what} to be {expected:?}; it was {:?}", last.borrow());
        self.wait_at_most(PATIENCE, &told, || {
            let seen = look();
            let is_there = seen == *expected;
            last.replace(Some(seen));
            is_there.then_some(())
        });
    }

    /// Waits until `find` finds something; `what` says in words what is waited for.
    #[track_caller]
    pub(crate) fn wait_for<T>(&self, what: &str, find: impl FnMut() -> Option<T>) -> T {
        self.wait_at_most(PATIENCE, &|| what.to_owned(), find)
    }

    /// The same for what takes minutes.
    #[track_caller]
    pub(crate) fn wait_long<T>(&self, what: &str, find: impl FnMut() -> Option<T>) -> T {
        self.wait_at_most(30 * PATIENCE, &|| what.to_owned(), find)
    }

    #[track_caller]
    fn wait_at_most<T>(
        &self,
        limit: Duration,
        what: &dyn Fn() -> String,
        mut find: impl FnMut() -> Option<T>,
    ) -> T {
        #[expect(clippy::disallowed_methods, reason = "journeys run natively, where there is a clock")]
        let started = std::time::Instant::now();
        loop {
            if let Some(found) = find() {
                return found;
            }
            if started.elapsed() > limit {
                let outline = self.script("return names.outline()", &json!([]));
                let outline = outline.as_str().unwrap_or_default();
                panic!("waited {} s in vain for {}. On the page:\n{outline}", limit.as_secs(), what());
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            crate::look::keep_failure(self);
        }
    }
}

/// Subscribes to what is watched, and names the tab.
fn prepare(wire: &mut Wire) -> Result<String, String> {
    wire.call(
        "session.subscribe",
        &json!({ "events": ["log.entryAdded", "network.beforeRequestSent", "input.fileDialogOpened"] }),
    )?;
    wire.call("script.addPreloadScript", &json!({ "functionDeclaration": WATCH_POLICY }))?;
    wire.call("script.addPreloadScript", &json!({ "functionDeclaration": KEPT }))?;
    let tree = wire.call("browsingContext.getTree", &json!({}))?;
    tree["contexts"][0]["context"].as_str().map(str::to_owned).ok_or(format!("no tab in {tree}"))
}

fn fresh_folder() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("journey-{}-{number}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for inner in [DOWNLOADS, PROFILE] {
        std::fs::create_dir_all(folder.join(inner)).expect("a folder for files");
    }
    folder
}
