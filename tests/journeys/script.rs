//! What the verbs are made of: scripts run in the page, commands to its browser, events from it.

use std::time::Duration;

use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// Runs the body of a function in the page, given `names` (see `names.js`) and `args`.
    #[track_caller]
    pub(crate) fn script(&self, body: &str, args: &Value) -> Value {
        self.try_script(body, args).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The same, for a script that may throw: the error says what was thrown.
    #[track_caller]
    pub(crate) fn try_script(&self, body: &str, args: &Value) -> Result<Value, String> {
        let names = include_str!("names.js");
        let function = format!(
            "async (args) => {{ const names = {names}; const run = async (...args) => {{ {body} }};
            return JSON.stringify(await run(...JSON.parse(args)) ?? null) }}"
        );
        let given = json!({ "type": "string", "value": args.to_string() });
        let call = json!({ "functionDeclaration": function, "awaitPromise": true, "arguments": [given],
            "target": { "context": self.context } });
        let mut answer = self.call_patiently("script.callFunction", &call)?;
        match answer["result"]["value"].take() {
            Value::String(text) => serde_json::from_str(&text).map_err(|error| error.to_string()),
            _ => Err(answer["exceptionDetails"]["text"].as_str().unwrap_or_default().to_owned()),
        }
    }

    /// While a page gives way to the next there is a moment without either: asked again, it is over.
    fn call_patiently(&self, method: &str, params: &Value) -> Result<Value, String> {
        let mut tries = 0;
        loop {
            let answer = self.wire.borrow_mut().call(method, params);
            if answer.is_ok() || tries == 20 {
                return answer;
            }
            tries += 1;
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Sends one BiDi command about this page.
    #[track_caller]
    pub(crate) fn command(&self, method: &str, mut params: Value) -> Value {
        params["context"] = json!(self.context);
        self.call(method, &params)
    }

    /// Sends one command of Chromium's own developer protocol.
    #[track_caller]
    pub(crate) fn developer_command(&self, method: &str, params: &Value) -> Value {
        let session = self.command("goog:cdp.getSession", json!({}))["session"].take();
        self.call("goog:cdp.sendCommand", &json!({ "session": session, "method": method, "params": params }))
    }

    /// Asks Chromium as a whole by its own developer protocol.
    #[track_caller]
    pub(crate) fn browser_command(&self, method: &str) -> Value {
        self.call("goog:cdp.sendCommand", &json!({ "method": method, "params": {} }))
    }

    #[track_caller]
    pub(crate) fn call(&self, method: &str, params: &Value) -> Value {
        self.wire.borrow_mut().call(method, params).unwrap_or_else(|error| panic!("{error}"))
    }

    /// One string out of each BiDi event called `method`, where `pick` finds one.
    #[track_caller]
    pub(crate) fn events(&self, method: &str, pick: impl Fn(&Value) -> Option<&str>) -> Vec<String> {
        let mut wire = self.wire.borrow_mut();
        let events = wire.events(method).unwrap_or_else(|error| panic!("{error}"));
        events.into_iter().filter_map(pick).map(str::to_owned).collect()
    }
}
