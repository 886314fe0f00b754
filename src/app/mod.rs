//! Promise: the rooms are wired together: opening, planning, saving, keys.

mod boot;
mod desk;
mod files;
mod keymap;
mod library;
mod root;
mod saving;
mod searching;
mod store;
mod tabs;
mod working;

pub use boot::start;
