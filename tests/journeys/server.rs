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

/// How a server may answer otherwise than it should.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Odd {
    /// Never.
    Silent,
    /// With the first of it, and then no more.
    Halting,
    /// With the first of it, and then the connection ends.
    Cut,
    /// Without end.
    Endless,
    /// With this number.
    Status(u16),
}

#[derive(Default)]
struct State {
    requests: Vec<Request>,
    refused: Option<String>,
    /// Paths with what lies there and its type.
    added: Vec<(String, &'static str, Vec<u8>)>,
    /// Whether pages of other origins may read the answers.
    open: bool,
    /// Whether its pages cut the tie to pages that they open.
    apart: bool,
    /// The ends of paths that are answered oddly.
    odd: Vec<(String, Odd)>,
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

    /// From now on its pages have no tie to pages that they open (COOP).
    pub(crate) fn cut_ties(&self) {
        lock(&self.state).apart = true;
    }

    /// From now on answers oddly to a path that ends in `ending`.
    pub(crate) fn be_odd(&self, ending: &str, odd: Odd) {
        lock(&self.state).odd.push((ending.to_owned(), odd));
    }

    /// Serves one HTML file more, called `name`, beside those of `dist/`.
    pub(crate) fn add(&self, name: &str, content: &str) {
        self.add_as(name, "text/html; charset=utf-8", content.as_bytes());
    }

    /// Serves one file more of this type.
    pub(crate) fn add_as(&self, name: &str, kind: &'static str, content: &[u8]) {
        lock(&self.state).added.push((format!("{FOLDER}{name}"), kind, content.to_owned()));
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
    let odd = lock(state).odd.iter().rev().find(|(ending, _)| path.ends_with(ending)).map(|(_, odd)| *odd);
    if odd == Some(Odd::Silent) {
        lock(state).requests.push(Request { path: path.to_owned(), status: 0 });
        // Until whoever asked hangs up.
        return reader.read_line(&mut line).map(drop);
    }
    let found = find(path, root, &lock(state));
    let (kind, content) = found.clone().unwrap_or(("text/plain", b"not found".to_vec()));
    let status = match (odd, found) {
        (Some(Odd::Status(status)), _) => status,
        (_, Some(_)) => 200,
        (_, None) => 404,
    };
    let mut head = format!("HTTP/1.1 {status} Answer\r\nContent-Type: {kind}\r\n");
    match odd {
        Some(Odd::Endless | Odd::Halting) => {}
        Some(Odd::Cut) => head.push_str(&format!("Content-Length: {}\r\n", 2 * content.len())),
        _ => head.push_str(&format!("Content-Length: {}\r\n", content.len())),
    }
    if lock(state).open {
        head.push_str("Access-Control-Allow-Origin: *\r\n");
    }
    if lock(state).apart {
        head.push_str("Cross-Origin-Opener-Policy: same-origin\r\n");
    }
    lock(state).requests.push(Request { path: path.to_owned(), status });
    // As a public host sends them. Uncacheable, Firefox loads what was preloaded with a hash once more.
    let cached = if status == 200 { "max-age=600" } else { "no-store" };
    head.push_str(&format!("Cache-Control: {cached}\r\nConnection: close\r\n\r\n"));
    reader.get_mut().write_all(head.as_bytes())?;
    reader.get_mut().write_all(&content)?;
    match odd {
        Some(Odd::Halting) => reader.read_line(&mut line).map(drop),
        Some(Odd::Endless) => pour(reader.get_mut()),
        _ => Ok(()),
    }
}

/// Sends without end, until whoever asked hangs up.
fn pour(stream: &mut TcpStream) -> std::io::Result<()> {
    let much = b"<p>The toll stays, she said.</p>\n".repeat(4_000);
    loop {
        stream.write_all(&much)?;
    }
}

/// The content type and the content of what lies at `path`.
fn find(path: &str, root: &Path, state: &State) -> Option<(&'static str, Vec<u8>)> {
    let path = path.split(['?', '#']).next()?;
    if let Some((_, kind, content)) = state.added.iter().find(|(added, ..)| added == path) {
        return Some((kind, content.clone()));
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
