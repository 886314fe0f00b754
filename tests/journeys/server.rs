//! A static web server for `dist/`: under a path of some depth, on loopback, remembering what was asked.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Where the page lies on the server. Not the root, as the page has to work under any path.
pub(crate) const FOLDER: &str = "/any/where/";

/// One request and how it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// The path asked for, as sent.
    pub(crate) path: String,
    /// The status of the answer.
    pub(crate) status: u16,
}

#[derive(Default)]
struct State {
    requests: Vec<Request>,
    refused: Option<String>,
    added: Vec<(String, String)>,
    /// Whether pages of other origins may read the answers.
    open: bool,
    /// The end of paths that are never answered.
    silent: Option<String>,
    closing: bool,
}

/// A running server; it stops when dropped.
pub(crate) struct Server {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Server {
    /// Starts to serve `dist/` on a free port.
    pub(crate) fn start() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(root.join("index.html").is_file(), "there is no dist/index.html: run scripts/build first");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || accept(&listener, &root, &shared));
        Self { address, state }
    }

    /// The address of the page.
    pub(crate) fn page(&self) -> String {
        format!("{}{FOLDER}", self.origin())
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every request so far, in order.
    pub(crate) fn requests(&self) -> Vec<Request> {
        lock(&self.state).requests.clone()
    }

    /// From now on answers 404 to every path that ends in `ending`.
    pub(crate) fn refuse(&self, ending: &str) {
        lock(&self.state).refused = Some(ending.to_owned());
    }

    /// From now on lets pages of other origins read what it answers (CORS).
    pub(crate) fn let_others_read(&self) {
        lock(&self.state).open = true;
    }

    /// From now on never answers a path that ends in `ending`.
    pub(crate) fn keep_silent(&self, ending: &str) {
        lock(&self.state).silent = Some(ending.to_owned());
    }

    /// Serves one HTML file more, called `name`, beside those of `dist/`.
    pub(crate) fn add(&self, name: &str, content: &str) {
        lock(&self.state).added.push((format!("{FOLDER}{name}"), content.to_owned()));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        lock(&self.state).closing = true;
        // Wakes the thread that waits for the next connection.
        drop(TcpStream::connect(self.address));
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, root: &Path, state: &Arc<Mutex<State>>) {
    for stream in listener.incoming().flatten() {
        if lock(state).closing {
            return;
        }
        let (root, state) = (root.to_owned(), Arc::clone(state));
        // A browser that hangs up early is no failure of the page.
        std::thread::spawn(move || drop(serve(stream, &root, &state)));
    }
}

/// Answers one request and closes the connection.
fn serve(stream: TcpStream, root: &Path, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::from("header");
    while !line.trim_end().is_empty() {
        line.clear();
        reader.read_line(&mut line)?;
    }
    let Some(path) = first.split(' ').nth(1) else { return Ok(()) };
    let is_silent = |state: &State| state.silent.as_ref().is_some_and(|ending| path.ends_with(ending));
    if is_silent(&lock(state)) {
        lock(state).requests.push(Request { path: path.to_owned(), status: 0 });
        // Until whoever asked hangs up.
        return reader.read_line(&mut line).map(drop);
    }
    let found = find(path, root, &lock(state));
    let status = if found.is_some() { 200 } else { 404 };
    let (kind, content) = found.unwrap_or(("text/plain", b"not found".to_vec()));
    let others = if lock(state).open { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    lock(state).requests.push(Request { path: path.to_owned(), status });
    let mut stream = reader.into_inner();
    let length = content.len();
    write!(
        stream,
        "HTTP/1.1 {status} Answer\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{others}"
    )?;
    // As a public host sends them. Uncacheable, Firefox loads what was preloaded with a hash once more.
    let cached = if status == 200 { "max-age=600" } else { "no-store" };
    write!(stream, "Cache-Control: {cached}\r\nConnection: close\r\n\r\n")?;
    stream.write_all(&content)
}

/// The content type and the content of what lies at `path`.
fn find(path: &str, root: &Path, state: &State) -> Option<(&'static str, Vec<u8>)> {
    let path = path.split(['?', '#']).next()?;
    if let Some((_, content)) = state.added.iter().find(|(added, _)| added == path) {
        return Some(("text/html; charset=utf-8", content.clone().into_bytes()));
    }
    let name = path.strip_prefix(FOLDER)?;
    let refused = state.refused.as_ref().is_some_and(|ending| name.ends_with(ending));
    if refused || name.split('/').any(|part| part == "..") {
        return None;
    }
    let file = root.join(if name.is_empty() { "index.html" } else { name });
    Some((content_type(&file), std::fs::read(file).ok()?))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
