//! Eyes: what is painted, stored, downloaded, said on the console and asked of the network.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::driver::Kind;
use crate::page::{DOWNLOADS, Page};

impl Page {
    /// The stretches of text painted in this style, in the order of the text.
    #[track_caller]
    pub(crate) fn painted(&self, style: &str) -> Vec<String> {
        let body = "const live = (it) => {
                const range = document.createRange();
                range.setStart(it.startContainer, it.startOffset);
                range.setEnd(it.endContainer, it.endOffset);
                return range;
            };
            return [...CSS.highlights.get(args[0]) ?? []].map(live)
            .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String)";
        serde_json::from_value(self.script(body, &json!([style]))).expect("a list of strings")
    }

    /// The names of all styles that paint something now.
    #[track_caller]
    pub(crate) fn styles(&self) -> Vec<String> {
        let body =
            "return [...CSS.highlights].filter(([, ranges]) => ranges.size).map(([name]) => name).sort()";
        serde_json::from_value(self.script(body, &json!([]))).expect("a list of strings")
    }

    /// Everything in local storage, as one object.
    #[track_caller]
    pub(crate) fn stored(&self) -> Value {
        self.script("return { ...localStorage }", &json!([]))
    }

    /// Waits for the next file to be downloaded; its name and its content.
    #[track_caller]
    pub(crate) fn downloaded(&self) -> (String, String) {
        let file = self.wait_for("a download", || self.new_download());
        self.seen_downloads.borrow_mut().push(file.clone());
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(file).expect("text in the download"))
    }

    /// Waits for the next file to be downloaded, which has to be JSON.
    #[track_caller]
    pub(crate) fn downloaded_json(&self) -> Value {
        let (name, content) = self.downloaded();
        serde_json::from_str(&content).unwrap_or_else(|error| panic!("{name} is not JSON: {error}"))
    }

    /// A finished download that nobody has looked at yet. While a browser writes, its own name ends in
    /// `.crdownload` or stands beside one that ends in `.part`.
    fn new_download(&self) -> Option<PathBuf> {
        let entries = std::fs::read_dir(self.scratch.join(DOWNLOADS)).ok()?;
        let files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        let ends = |file: &PathBuf, ending: &str| file.extension().is_some_and(|found| found == ending);
        if files.iter().any(|file| ends(file, "crdownload") || ends(file, "part")) {
            return None;
        }
        let seen = self.seen_downloads.borrow();
        files
            .into_iter()
            .find(|file| !seen.contains(file) && file.metadata().is_ok_and(|data| data.len() > 0))
    }

    /// Every error on the console since the browser was opened.
    #[track_caller]
    pub(crate) fn console_errors(&self) -> Vec<String> {
        self.events(
            "log.entryAdded",
            |entry| {
                if entry["level"] == "error" { entry["text"].as_str() } else { None }
            },
        )
    }

    /// Every breach of the Content-Security-Policy since the browser was opened.
    #[track_caller]
    pub(crate) fn csp_violations(&self) -> Vec<String> {
        self.console_errors().into_iter().filter(|text| text.starts_with("policy: ")).collect()
    }

    /// The addresses of all requests that were meant for somebody other than the page's own server.
    #[track_caller]
    pub(crate) fn requests_outside_origin(&self) -> Vec<String> {
        let own = format!("{}/", self.server.origin());
        let mut requests = self.events("network.beforeRequestSent", |event| event["request"]["url"].as_str());
        requests.retain(|url| {
            let inside = [own.as_str(), "data:", "blob:", "about:"];
            !inside.iter().any(|start| url.starts_with(start))
        });
        requests
    }

    /// Fails when the page has said or asked anything that a quiet page does not.
    #[track_caller]
    pub(crate) fn check_quiet(&self) {
        self.check_quiet_but_for(&[]);
    }

    /// The same, where these addresses of others were to be asked, once each.
    #[track_caller]
    pub(crate) fn check_quiet_but_for(&self, asked: &[&str]) {
        assert_eq!(self.console_errors(), Vec::<String>::new(), "errors on the console");
        assert_eq!(self.requests_outside_origin(), asked, "requests to somebody else");
    }

    /// Fails when the page itself can be scrolled: only what is in its frame may.
    #[track_caller]
    pub(crate) fn check_frame(&self) {
        let beyond = "return document.documentElement.scrollHeight - innerHeight";
        assert_eq!(self.script(beyond, &json!([])), json!(0), "pixels beyond the window");
    }

    /// Gives the window this size, in CSS pixels.
    #[track_caller]
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let viewport = json!({ "width": width, "height": height });
        self.command("browsingContext.setViewport", json!({ "viewport": viewport }));
    }

    /// Has the page drawn in dark or light colours. Only Chromium can be told; the answer says so.
    #[track_caller]
    pub(crate) fn darken(&self, dark: bool) -> bool {
        if self.kind == Kind::Firefox {
            return !dark;
        }
        let value = if dark { "dark" } else { "light" };
        let feature = json!({ "name": "prefers-color-scheme", "value": value });
        self.developer_command("Emulation.setEmulatedMedia", &json!({ "features": [feature] }));
        true
    }

    /// Takes a picture of the window into `target/shots/`, at a size in CSS pixels, light or dark.
    #[track_caller]
    pub(crate) fn screenshot(&self, name: &str, width: u32, height: u32, dark: bool) {
        self.resize(width, height);
        if self.darken(dark) {
            let tone = if dark { "dark" } else { "light" };
            self.picture(&format!("{name}-{width}-{tone}"));
        }
    }

    #[track_caller]
    fn picture(&self, name: &str) -> PathBuf {
        let frames = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
        self.script(frames, &json!([]));
        let answer = self.command("browsingContext.captureScreenshot", json!({}));
        let data = answer["data"].as_str().unwrap_or_default();
        let picture = data_encoding::BASE64.decode(data.as_bytes()).expect("a picture in base 64");
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("shots");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let file = folder.join(format!("{name}-{:?}.png", self.kind).to_lowercase());
        std::fs::write(&file, picture).expect("a picture on disk");
        file
    }
}

/// Keeps a picture and the console of a journey that failed; called while it unwinds.
pub(crate) fn keep_failure(page: &Page) {
    let name = std::thread::current().name().unwrap_or("journey").replace("::", "-");
    let kept = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        (page.picture(&format!("failed-{name}")), page.console_errors())
    }));
    if let Ok((file, errors)) = kept {
        eprintln!("a picture is in {}; on the console: {errors:#?}", file.display());
    }
}
