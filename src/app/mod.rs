//! Promise: the rooms are wired together: opening, planning, saving, keys.

mod arrows;
mod backup;
mod boot;
mod codebook;
mod commands;
mod crossing;
mod desk;
mod drafts;
mod errands;
mod files;
mod filtering;
mod helping;
mod keeping;
mod keymap;
mod lasting;
mod library;
mod messages;
mod mirroring;
mod packing;
mod past;
mod pencil;
mod room;
mod root;
mod saving;
mod searching;
mod storage;
mod store;
mod tabs;
mod telling;
mod unread;
mod verifying;
mod versions;
mod working;

pub use boot::start;
pub use helping::help;
