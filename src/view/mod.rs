//! Promise: a screen is a function of what it is given; what a person does goes out as a request.

mod article;
mod ask;
mod bar;
mod claims;
mod dialog;
mod frame;
mod library;
mod look;
mod menu;
mod notice;
mod overview;
mod screen;
mod search;
mod sources;
mod status;

pub use ask::{Ask, Scope};
pub use frame::Frame;
pub use screen::{
    Card, Dialog, Draft, Field, Find, Notice, Page, Panel, Remedy, Saving, Screen, Spoken, Tab, Tone,
};
