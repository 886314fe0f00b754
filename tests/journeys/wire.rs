//! The wire to one browser: WebDriver BiDi, JSON messages over a WebSocket.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// Longest wait for one answer. Far more than any command needs on a busy machine.
const ANSWER_LIMIT: Duration = Duration::from_secs(60);

/// An open connection, and the events that came in over it.
pub(crate) struct Wire {
    socket: WebSocket<TcpStream>,
    last_id: u64,
    events: Vec<(String, Value)>,
}

impl Wire {
    /// Connects to the WebSocket `url` that the driver named, which is of the form `ws://host:port/path`.
    pub(crate) fn connect(url: &str) -> Result<Self, String> {
        let host = url.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host).map_err(|error| format!("cannot reach {host}: {error}"))?;
        stream.set_read_timeout(Some(ANSWER_LIMIT)).map_err(|error| error.to_string())?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        let (socket, _) = tungstenite::client(url, stream).map_err(|error| format!("{url}: {error}"))?;
        Ok(Self { socket, last_id: 0, events: Vec::new() })
    }

    /// Sends one command and waits for its answer; events that come in meanwhile are kept.
    pub(crate) fn call(&mut self, method: &str, params: &Value) -> Result<Value, String> {
        self.last_id += 1;
        let command = json!({ "id": self.last_id, "method": method, "params": params });
        self.socket.send(Message::text(command.to_string())).map_err(|error| format!("{method}: {error}"))?;
        loop {
            let mut message = self.read().map_err(|error| format!("{method}: {error}"))?;
            if message["id"] == json!(self.last_id) {
                return answer(&mut message).map_err(|error| format!("{method}: {error}"));
            }
            if let Some(event) = message["method"].as_str() {
                self.events.push((event.to_owned(), message["params"].take()));
            }
        }
    }

    /// The events called `method` so far. A command is sent first, so that none is still on its way.
    pub(crate) fn events(&mut self, method: &str) -> Result<Vec<&Value>, String> {
        self.call("browsingContext.getTree", &json!({}))?;
        Ok(self.events.iter().filter(|(name, _)| name == method).map(|(_, params)| params).collect())
    }

    fn read(&mut self) -> Result<Value, String> {
        loop {
            if let Message::Text(text) = self.socket.read().map_err(|error| error.to_string())? {
                return serde_json::from_str(&text).map_err(|error| error.to_string());
            }
        }
    }
}

fn answer(message: &mut Value) -> Result<Value, String> {
    match message["error"].as_str() {
        Some(error) => Err(format!("{error}: {}", message["message"].as_str().unwrap_or_default())),
        None => Ok(message["result"].take()),
    }
}
