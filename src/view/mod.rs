//! Promise: a screen is a function of what it is given; what a person does goes out as a request.

mod annotate;
mod article;
mod ask;
mod bar;
mod can;
mod claims;
mod codebook;
mod commands;
mod dialog;
mod filters;
mod find;
mod frame;
mod history;
mod library;
mod look;
mod menu;
mod near;
mod notice;
mod outgoing;
mod overview;
mod past;
mod pencil;
mod places;
mod saving;
mod screen;
mod search;
mod sifted;
mod sources;
mod status;
mod storage;
mod typing;
mod working;

use near::Near;

pub use ask::{Arrival, Arriving, Ask, Files, NewVersion, Scope, Version, Visiting};
pub use find::Find;
pub use frame::Frame;
pub use outgoing::{Export, FormatChoice, Outcome, Outgoing};
pub use past::{HistoryView, Look, Looking, Moment, Sitting};
pub use pencil::{Caret, Move, Overlap, Pencil, Preview, Stride};
pub use saving::{Other, Saving};
pub use screen::{
    Card, CodebookPart, Dialog, NewCodebook, Notice, Page, Panel, Remedy, Screen, Sieve, Spoken, Tab, Tone,
};
pub use storage::{Care, Fill, Held, Lasting, StorageView};
pub use typing::{Draft, EvidencePart, Field};
pub use working::Working;
