//! Promise: the rooms are wired together: opening, planning, saving, keys.

mod arrows;
mod boot;
mod codebook;
mod commands;
mod desk;
mod drafts;
mod files;
mod filtering;
mod keeping;
mod keymap;
mod library;
mod mirroring;
mod packing;
mod pencil;
mod root;
mod saving;
mod searching;
mod store;
mod tabs;
mod telling;
mod working;

pub use boot::start;
