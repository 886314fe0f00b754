//! The driver program of a browser: started on a port of its own, stopped when dropped.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// The browsers that the journeys are made in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Chromium,
    Firefox,
}

impl Kind {
    /// The browser named by `SAYSO_BROWSER`: `chromium` (also when unset) or `firefox`.
    pub(crate) fn wanted() -> Self {
        match std::env::var("SAYSO_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok(other) => panic!("SAYSO_BROWSER is {other:?}; it can be chromium or firefox"),
        }
    }

    /// The command that starts its driver, on any free port.
    fn command(self) -> Command {
        let (variable, name, arguments): (_, _, &[&str]) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver", &["--port=0"]),
            Self::Firefox => ("GECKODRIVER", "geckodriver", &["--port", "0", "--websocket-port", "0"]),
        };
        let mut command = Command::new(std::env::var(variable).unwrap_or_else(|_| name.to_owned()));
        command.args(arguments);
        command
    }

    /// What a session asks of the browser: no window, no traffic of its own, and where downloads and the
    /// profile lie.
    fn capabilities(self, downloads: &Path, profile: &Path) -> Value {
        match self {
            Self::Chromium => json!({ "goog:chromeOptions": {
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--window-size=1280,900",
                    format!("--user-data-dir={}", profile.display()),
                ],
                "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
            } }),
            Self::Firefox => json!({ "moz:firefoxOptions": {
                "args": ["-headless", "-width", "1280", "-height", "900", "-profile", profile],
                "prefs": {
                    "browser.sessionstore.resume_from_crash": false,
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    "browser.download.useDownloadDir": true,
                    "browser.helperApps.neverAsk.saveToDisk": "application/json",
                    // Else a tab that lies behind another takes one turn a second.
                    "dom.min_background_timeout_value": 4,
                    "dom.min_background_timeout_value_without_budget_throttling": 4,
                    "dom.timeout.enable_budget_timer_throttling": false,
                },
            } }),
        }
    }
}

/// How often a driver is started that ends at once.
const STARTS: usize = 5;

/// A running driver with one browser in its charge. Both are gone when it is dropped.
pub(crate) struct Driver {
    child: Child,
    host: String,
    session: Option<String>,
}

impl Driver {
    /// Starts the driver program and waits until it says where it listens. Of the port that it was given, it
    /// takes two kinds (IPv4 and IPv6); if another program is quicker with one of them, it ends.
    pub(crate) fn start(kind: Kind) -> Self {
        let started = (0..STARTS).find_map(|_| Self::try_start(kind));
        started.unwrap_or_else(|| panic!("{:?} ended {STARTS} times before it listened", kind.command()))
    }

    fn try_start(kind: Kind) -> Option<Self> {
        let mut command = kind.command();
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap_or_else(|error| {
                panic!("{command:?}: {error}. scripts/test installs what is missing.")
            });
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| listening_port(&line));
        let Some(port) = port else {
            drop(child.wait());
            return None;
        };
        // Whatever else it says is read too, or it would stop once the pipe is full.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Some(Self { child, host: format!("127.0.0.1:{port}"), session: None })
    }

    /// Opens a browser with the profile in a folder; the answer is the address of its WebSocket.
    pub(crate) fn open_browser(
        &mut self,
        kind: Kind,
        downloads: &Path,
        profile: &Path,
    ) -> Result<String, String> {
        let mut wanted = kind.capabilities(downloads, profile);
        wanted["webSocketUrl"] = json!(true);
        let body = json!({ "capabilities": { "alwaysMatch": wanted } });
        let answer = self.request("POST", "/session", &body)?;
        let found = |value: &Value| value.as_str().map(str::to_owned).ok_or(answer.to_string());
        self.session = Some(found(&answer["sessionId"])?);
        found(&answer["capabilities"]["webSocketUrl"])
    }

    /// One exchange of classic WebDriver: a request, and the `value` of its answer.
    fn request(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let mut value = exchange(&self.host, method, path, &body.to_string())
            .map_err(|error| format!("{method} {path}: {error}"))?;
        match value["value"]["error"].as_str() {
            Some(error) => Err(format!("{method} {path}: {error}: {}", value["value"]["message"])),
            None => Ok(value["value"].take()),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // Closes the browser. Should it fail, the driver's end is all that can still be done.
            drop(self.request("DELETE", &format!("/session/{session}"), &json!({})));
        }
        drop(self.child.kill().and_then(|()| self.child.wait()));
    }
}

/// Ends every process that was started with this profile, without a chance to write anything.
pub(crate) fn kill_all(profile: &Path) {
    let profile = profile.to_string_lossy().into_owned();
    let processes = std::fs::read_dir("/proc").expect("the list of processes").flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let uses_it = |id: &u32| {
        let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&line).contains(&profile)
    };
    let ids: Vec<String> = ids.filter(uses_it).map(|id| id.to_string()).collect();
    assert!(!ids.is_empty(), "no process uses {profile}");
    let killed = Command::new("kill").arg("-9").args(&ids).stderr(Stdio::null()).status();
    assert!(killed.is_ok(), "{killed:?}");
}

/// The port in "… started successfully on port 1234." and in "… Listening on 127.0.0.1:1234".
fn listening_port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("successfully on port ").or(line.split_once("Listening on 127.0.0.1:"))?;
    rest.trim_end_matches('.').parse().ok()
}

fn exchange(host: &str, method: &str, path: &str, body: &str) -> std::io::Result<Value> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(90)))?;
    let length = body.len();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n")?;
    write!(stream, "Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}")?;
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().map_err(std::io::Error::other)?;
            }
            None if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    let mut content = vec![0; length];
    reader.read_exact(&mut content)?;
    Ok(serde_json::from_slice(&content)?)
}
