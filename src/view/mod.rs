//! Promise: a screen is a function of what it is given; what a person does goes out as a request.

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
mod library;
mod look;
mod menu;
mod notice;
mod overview;
mod pencil;
mod screen;
mod search;
mod sifted;
mod sources;
mod status;
mod working;

pub use ask::{Ask, Scope};
pub use find::Find;
pub use frame::Frame;
pub use pencil::{Caret, Move, Overlap, Pencil, Preview, Stride};
pub use screen::{
    Card, CodebookPart, Dialog, Draft, EvidencePart, Field, NewCodebook, Notice, Page, Panel, Remedy, Saving,
    Screen, Sieve, Spoken, Tab, Tone, Working,
};
