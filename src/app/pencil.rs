//! The pencil: the caret, the bounds of the mark in hand, and what lies under it.

use crate::annotation::MarkId;
use crate::article::{Unit, Way, grow, step, word_at};
use crate::browser::{self, Ends, Island};
use crate::session::{Direction, Edge, Intent, Session, with_edge};
use crate::text::{ByteOffset, Span, Spans, Text};
use crate::view::{Caret, Move, Overlap, Pencil, Stride};
use crate::words;

use super::desk::State;

impl State {
    /// Moves the caret, or shows it where one would look for it.
    pub(super) fn move_caret(&mut self, how: Move) {
        let Some((session, island)) = self.open().cloned().zip(self.slot.get()) else { return };
        browser::focus_by_id("main");
        self.pencil_mut().overlap = None;
        let text = &session.article.text;
        let caret = match self.pencil.caret.or_else(|| caret_of(text, &island)) {
            Some(caret) => moved(&session, &island, caret, how),
            None => first_place(&session, &island, how.way),
        };
        self.put_caret(text, &island, caret);
        if let Some(sentence) = under_caret(&session, caret, how) {
            self.say(sentence);
        }
    }

    /// The pencil, to be changed.
    pub(super) fn pencil_mut(&mut self) -> &mut Pencil {
        std::rc::Rc::make_mut(&mut self.pencil)
    }

    fn put_caret(&mut self, text: &Text, island: &Island, caret: Caret) {
        let ends = Ends { anchor: text.utf16_at(caret.anchor), focus: text.utf16_at(caret.focus) };
        browser::set_ends(island, ends);
        self.pencil_mut().caret = Some(caret);
    }

    /// Hides the caret.
    pub(super) fn hide_caret(&mut self) {
        if self.pencil.caret.is_some() {
            self.pencil_mut().caret = None;
        }
    }

    /// Moves an edge of the mark in hand: the start of its first piece or the end of its last.
    pub(super) fn stretch(&mut self, edge: Edge, unit: Unit, way: Way) {
        let Some(session) = self.open().cloned() else { return };
        let Some((id, spans)) = session.hand().and_then(|mark| Some((mark.id.clone(), mark.spans()?))) else {
            return;
        };
        let (at, from) = match edge {
            Edge::Start => (0, spans.hull().start()),
            Edge::End => (spans.iter().len() - 1, spans.hull().end()),
        };
        let to = step(&session.article, from, unit, way);
        match with_edge(&session.article.text, spans, at, edge, to) {
            Some(bounds) if bounds != *spans => self.work(&Intent::SetBounds(id, bounds)),
            _ => self.say(words::no_further()),
        }
    }

    /// Makes the selection larger: a word, what is quoted, a sentence, a paragraph.
    pub(super) fn grow(&mut self) {
        let Some((session, island)) = self.open().cloned().zip(self.slot.get()) else { return };
        let now = self.selected_span().or_else(|| session.hand()?.spans().map(Spans::hull));
        let next = match now {
            Some(now) => grow(&session.article, now),
            None => {
                let caret = self.pencil.caret.unwrap_or_else(|| first_place(&session, &island, Way::Forward));
                let Some(word) = word_near(&session, caret.focus) else { return };
                word
            }
        };
        if let Some(now) = now.filter(|now| *now != next) {
            self.grown.push(now);
        }
        self.select_span(&session, &island, next);
    }

    /// Goes back to what was selected before it grew.
    pub(super) fn shrink(&mut self) {
        let Some((session, island)) = self.open().cloned().zip(self.slot.get()) else { return };
        let now = self.selected_span();
        let inside = |before: &Span| now.is_some_and(|now| before.intersection(now) == Some(*before));
        match self.grown.pop().filter(inside) {
            Some(before) => self.select_span(&session, &island, before),
            None => self.grown.clear(),
        }
    }

    /// Selects a part of the text and says it.
    pub(super) fn select_span(&mut self, session: &Session, island: &Island, span: Span) {
        let caret = Caret { anchor: span.start(), focus: span.end() };
        self.put_caret(&session.article.text, island, caret);
        self.say(words::selected(session.article.text.slice(span)));
    }

    /// Takes the mark at a place; where there are several, the shortest, and shows the list.
    pub(super) fn take_at(&mut self, place: ByteOffset, by_key: bool) {
        let Some(session) = self.open().cloned() else { return };
        let sieve = self.sieve();
        let marks = session.marks.at(place).into_iter().filter(|mark| sieve.passes(&session, mark));
        let marks: Vec<MarkId> = marks.map(|mark| mark.id.clone()).collect();
        // A second click on the same spot goes on to the mark around.
        let at = marks.iter().position(|id| session.in_hand.as_ref() == Some(id));
        let next = at.map_or(0, |at| at + 1);
        let Some(id) = marks.get(next).or(marks.first()).cloned() else {
            if by_key {
                self.say(words::no_mark_here());
            }
            return;
        };
        self.work(&Intent::Take(id));
        if marks.len() > 1 {
            self.pencil_mut().overlap = Some(Overlap { at: place, marks, focused: by_key });
        }
    }

    /// Takes what is at the caret.
    pub(super) fn take_here(&mut self) {
        if let Some(caret) = self.pencil.caret {
            self.take_at(caret.focus, true);
        }
    }

    /// Shows bounds while a handle is being pulled.
    pub(super) fn draw(&mut self, bounds: Option<Spans>) {
        if self.pencil.drawn != bounds {
            self.pencil_mut().drawn = bounds;
        }
    }

    /// Takes a mark of the list and closes it.
    pub(super) fn choose(&mut self, id: MarkId) {
        self.close_overlap();
        self.work(&Intent::Take(id));
    }

    /// Closes the list; the keyboard goes back to the text if it was in the list.
    pub(super) fn close_overlap(&mut self) {
        if self.pencil.overlap.is_some() {
            self.pencil_mut().overlap = None;
            browser::focus_by_id("main");
        }
    }

    /// What the pencil was about is over once something is done.
    pub(super) fn put_pencil_down(&mut self) {
        self.grown.clear();
        if *self.pencil != Pencil::default() {
            self.pencil = std::rc::Rc::default();
        }
    }

    /// Goes steps back, or forward again.
    pub(super) fn travel(&mut self, way: Direction, steps: usize) {
        self.dialog = None;
        let intent = if way == Direction::Previous { Intent::Undo } else { Intent::Redo };
        for _ in 0..steps {
            self.work(&intent);
        }
        if steps > 1 {
            self.say(words::travelled(steps, way == Direction::Previous));
        }
    }

    /// Adds what is selected to the mark in hand.
    pub(super) fn add_piece(&mut self) {
        self.with_hand(Intent::AddSpan);
    }

    /// Makes what is selected the bounds of the mark in hand.
    pub(super) fn replace_bounds(&mut self) {
        self.with_hand(|id, span| Intent::SetBounds(id, span.into()));
    }

    /// Does something to the mark in hand with what is selected, and says so if either is missing.
    fn with_hand(&mut self, intent: impl FnOnce(MarkId, Span) -> Intent) {
        let in_hand = self.open().and_then(|session| session.in_hand.clone());
        match (in_hand, self.selected_span()) {
            (Some(id), Some(span)) => self.work(&intent(id, span)),
            (None, _) => self.say(words::nothing_in_hand()),
            (_, None) => self.say_nothing_selected(),
        }
    }
}

fn caret_of(text: &Text, island: &Island) -> Option<Caret> {
    let Ends { anchor, focus } = browser::ends(island)?;
    Some(Caret { anchor: text.byte_at_utf16(anchor)?, focus: text.byte_at_utf16(focus)? })
}

/// At the mark in hand, else at the first line that is seen.
fn first_place(session: &Session, island: &Island, way: Way) -> Caret {
    let hand = session.hand().and_then(|mark| mark.spans()).map(Spans::hull);
    let at_hand = hand.map(|hull| if way == Way::Forward { hull.end() } else { hull.start() });
    let seen = || {
        let first = browser::first_seen(island)?;
        session.article.text.byte_at_utf16(first)
    };
    let place = at_hand.or_else(seen).unwrap_or_default();
    Caret { anchor: place, focus: place }
}

fn moved(session: &Session, island: &Island, caret: Caret, how: Move) -> Caret {
    let article = &session.article;
    let (first, last) = (caret.anchor.min(caret.focus), caret.anchor.max(caret.focus));
    let focus = match how.stride {
        // As in every editor, an arrow without Shift goes to the end of what is selected.
        Stride::By(Unit::Character) if !how.extend && first != last => {
            if how.way == Way::Forward {
                last
            } else {
                first
            }
        }
        Stride::By(unit) => step(article, caret.focus, unit, how.way),
        Stride::Article if how.way == Way::Forward => article.text.len(),
        Stride::Article => ByteOffset(0),
        Stride::Line | Stride::LineEnd => return by_line(session, island, caret, how),
    };
    Caret { anchor: if how.extend { caret.anchor } else { focus }, focus }
}

/// Lines are known to the browser alone.
fn by_line(session: &Session, island: &Island, caret: Caret, how: Move) -> Caret {
    let text = &session.article.text;
    let ends = Ends { anchor: text.utf16_at(caret.anchor), focus: text.utf16_at(caret.focus) };
    if browser::ends(island) != Some(ends) {
        browser::set_ends(island, ends);
    }
    let forward = how.way == Way::Forward;
    if how.stride == Stride::Line {
        browser::move_by_line(forward, how.extend);
    } else {
        browser::move_to_line_end(forward, how.extend);
    }
    caret_of(text, island).unwrap_or(caret)
}

fn word_near(session: &Session, place: ByteOffset) -> Option<Span> {
    let article = &session.article;
    word_at(article, place).or_else(|| word_at(article, step(article, place, Unit::Word, Way::Forward)))
}

/// What a screen reader would say of the move: what was passed, or what is selected.
fn under_caret(session: &Session, caret: Caret, how: Move) -> Option<String> {
    let (article, text) = (&session.article, &session.article.text);
    let selected = text.span(caret.anchor.min(caret.focus)..caret.anchor.max(caret.focus));
    if let Some(selected) = selected {
        return Some(words::selected(text.slice(selected)));
    }
    let unit = match how.stride {
        Stride::By(unit) => unit,
        Stride::Line => Unit::Sentence,
        Stride::LineEnd | Stride::Article => Unit::Word,
    };
    let ahead = step(article, caret.focus, unit, Way::Forward);
    let passed = text.span(caret.focus..ahead);
    Some(passed.map_or_else(words::end_of_article, |passed| words::at_caret(text.slice(passed))))
}
