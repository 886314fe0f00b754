//! What views ask for is done.

use super::desk::{Desk, State};
use crate::apart::apart;
use crate::session::Intent;
use crate::view::Ask;
use crate::words;

impl State {
    /// One place where everything that can be asked is seen.
    #[expect(clippy::too_many_lines, reason = "a line for each thing that can be asked")]
    pub(super) fn obey(&mut self, ask: Ask, desk: &Desk) {
        if self.refuse_if_past(&ask) {
            return;
        }
        match ask {
            Ask::Do(intent) => self.work(&intent),
            Ask::MarkSelection(kind) => self.mark_selection(kind),
            Ask::Type(draft) => self.draft(draft, desk),
            Ask::Typed => self.settle_drafts(),
            Ask::Show(dialog) => self.dialog = Some(dialog),
            Ask::Close => self.dialog = None,
            Ask::Shelve(title, text) => apart(|| self.shelve(title, text)),
            Ask::AddText(title, text) => self.add_text(&title, &text),
            Ask::OpenPiece(markup) => apart(|| self.open_piece(&markup, desk)),
            Ask::Files(what) => apart(|| self.mind_files(what, desk)),
            Ask::Version(version) => apart(|| self.mind_version(version, desk)),
            Ask::Web(what) => apart(|| self.mind_web(what, desk)),
            Ask::Arrival(what) => apart(|| self.mind_arrival(what)),
            Ask::Place(id) => apart(|| self.begin_placing(id)),
            Ask::StopPlacing => apart(|| self.stop_placing()),
            Ask::OpenSample => apart(|| self.open_sample()),
            Ask::ShowDetails(id) => apart(|| self.show_details(id)),
            Ask::SaveDetails(id, details) => apart(|| self.save_details(&id, details)),
            Ask::SaveSource(source) => apart(|| self.save_source(source)),
            Ask::Remove(id) => apart(|| self.remove(&id)),
            Ask::Restore(id) => apart(|| self.restore(&id)),
            Ask::Forget(id) => apart(|| self.forget(&id)),
            Ask::Export(scope) => apart(|| self.export(scope)),
            Ask::Outgoing(what) => apart(|| self.mind_export(what, desk)),
            Ask::DownloadAside => apart(|| self.download_aside()),
            Ask::SaveAgain => apart(|| self.save_again(desk)),
            Ask::Dismiss(id) => apart(|| self.dismiss(id)),
            Ask::Turn(panel) => self.panel = if self.panel == Some(panel) { None } else { Some(panel) },
            Ask::OpenSearch => apart(|| self.open_search()),
            Ask::Search(words) => apart(|| self.search(words)),
            Ask::SearchStep(direction) => apart(|| self.search_step(direction)),
            Ask::CloseSearch => apart(|| self.close_search()),
            Ask::Move(how) => self.move_caret(how),
            Ask::HideCaret => self.hide_caret(),
            Ask::Stretch(edge, unit, way) => apart(|| self.stretch(edge, unit, way)),
            Ask::Draw(bounds) => apart(|| self.draw(bounds)),
            Ask::Beyond => self.tell_aloud(words::beyond_article()),
            Ask::TakeAt(place) => self.take_at(place, false),
            Ask::TakeHere => apart(|| self.take_here()),
            Ask::Grow => apart(|| self.grow()),
            Ask::Shrink => apart(|| self.shrink()),
            Ask::Choose(id) => apart(|| self.choose(id)),
            Ask::CloseOverlap => apart(|| self.close_overlap()),
            Ask::AddPiece => apart(|| self.add_piece()),
            Ask::ReplaceBounds => apart(|| self.replace_bounds()),
            Ask::Answer(yes) => apart(|| self.answer(yes)),
            Ask::Travel(way, steps) => apart(|| self.travel(way, steps)),
            Ask::Open(panel) => self.panel = Some(panel),
            Ask::Set(settings) => apart(|| self.set(settings)),
            Ask::EditCodebook(edit) => apart(|| self.edit_codebook(edit)),
            Ask::TakeCodebook(codebook) => apart(|| self.take_codebook(&codebook)),
            Ask::PickCodebook => apart(|| self.pick_codebook(desk)),
            Ask::ExportCodebook => apart(|| self.export_codebook()),
            Ask::ExportCodes => apart(|| self.export_codes(desk)),
            Ask::MarkLabel(label) => apart(|| self.mark_with(|spans| Intent::MarkLabel(label, spans))),
            // Done by `Desk::ask`, while nothing is borrowed.
            Ask::Run(_) => {}
            Ask::Filter(filter) => apart(|| self.sift(filter)),
            Ask::ShowFilters(shown) => apart(|| self.show_filters(shown)),
            Ask::Look(look) => apart(|| self.look(look)),
            Ask::Care(care) => apart(|| self.care(care, desk)),
            Ask::TakeOther(other) => apart(|| self.take_other(&other)),
            Ask::PutBack(entries) => apart(|| self.put_back(&entries)),
        }
        self.show_arrival();
        self.follow_panel(desk);
        self.watch_room();
        self.watch_saving(desk);
    }
}
