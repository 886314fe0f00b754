use proptest::prelude::*;

use super::*;
use crate::annotation::{Content, Place, Timestamp};
use crate::article::Foreign;
use crate::text::{Spans, Text};

/// A text of a hundred letters.
fn text() -> Text {
    Text::new("a".repeat(100))
}

/// A mark with a number for a name; without a place it is an orphan.
fn mark(id: u8, place: Option<Range<usize>>) -> Rc<Mark> {
    let span = place.and_then(|range| text().span(ByteOffset(range.start)..ByteOffset(range.end)));
    Rc::new(Mark {
        id: MarkId::from(id.to_string().as_str()),
        place: span.map_or(Place::Orphan(Vec::new()), |span| Place::Placed(Spans::from(span))),
        content: Content::Cue,
        note: String::new(),
        tags: Vec::new(),
        fields: Vec::new(),
        creator: String::new(),
        codebook: String::new(),
        created: Timestamp::default(),
        modified: Timestamp::default(),
        drift: None,
        foreign: Foreign::default(),
    })
}

fn any_mark() -> impl Strategy<Value = Rc<Mark>> {
    (0..40_u8, 0..90_usize, 1..30_usize, any::<bool>()).prop_map(|(id, start, len, placed)| {
        mark(id, (placed || id.is_multiple_of(3)).then(|| start..(start + len).min(100)))
    })
}

proptest! {
    /// Step by step or at once, it is the same set, and it finds what looking at all of them finds.
    #[test]
    fn steps_come_to_the_same_as_all_at_once(
        steps in proptest::collection::vec((any_mark(), any::<bool>()), 0..60),
        from in 0..100_usize,
        len in 0..40_usize,
    ) {
        let mut set = MarkSet::default();
        for (mark, goes) in &steps {
            if *goes { set.remove(&mark.id) } else { set.insert(mark.clone()) }
        }
        prop_assert_eq!(&set, &set.iter().cloned().collect::<MarkSet>());
        let stretch = ByteOffset(from)..ByteOffset(from + len);
        let over = |mark: &&Rc<Mark>| {
            mark.spans().is_some_and(|it| it.hull().start() < stretch.end && it.hull().end() > stretch.start)
        };
        let looked: Vec<_> = set.iter().filter(over).collect();
        let found: Vec<_> = set.within(stretch.clone()).collect();
        prop_assert_eq!(found, looked);
        for (at, mark) in set.iter().enumerate() {
            prop_assert_eq!(set.get(&mark.id), Some(mark));
            prop_assert_eq!(set.position(mark), at);
        }
    }

    /// Outward from a stretch come all placed marks, and none that follows is nearer than was said.
    #[test]
    fn outward_come_all_in_bounds(
        marks in proptest::collection::vec(any_mark(), 0..40),
        start in 0..90_usize,
        len in 1..10_usize,
    ) {
        let mut set = MarkSet::default();
        marks.into_iter().for_each(|mark| set.insert(mark));
        let stretch = text().span(ByteOffset(start)..ByteOffset(start + len)).expect("a span");
        let come: Vec<_> = set.outward(stretch).collect();
        let mut names: Vec<_> = come.iter().map(|(_, mark)| mark.id.clone()).collect();
        names.sort();
        let placed = set.iter().filter(|mark| mark.spans().is_some());
        let mut expected: Vec<_> = placed.map(|mark| mark.id.clone()).collect();
        expected.sort();
        prop_assert_eq!(names, expected);
        for (at, (bound, _)) in come.iter().enumerate() {
            for (_, later) in come.iter().skip(at) {
                let distance = later.spans().expect("placed").distance(&Spans::from(stretch));
                prop_assert!(*bound <= distance, "{} > {}", bound, distance);
            }
        }
    }

    /// What differs from before is what was taken out and put in, with what stands between.
    #[test]
    fn the_difference_makes_one_of_the_other(
        marks in proptest::collection::vec(any_mark(), 0..40),
        more in proptest::collection::vec((any_mark(), any::<bool>()), 0..4),
    ) {
        let mut old = MarkSet::default();
        marks.into_iter().for_each(|mark| old.insert(mark));
        let mut new = old.clone();
        for (mark, goes) in more {
            if goes { new.remove(&mark.id) } else { new.insert(mark) }
        }
        let (gone, came) = new.since(&old);
        let mut again = old.clone();
        gone.iter().for_each(|mark| again.remove(&mark.id));
        came.iter().for_each(|mark| again.insert(mark.clone()));
        prop_assert_eq!(again, new);
    }
}

#[test]
fn one_mark_more_differs_in_one_mark() {
    let mut old = MarkSet::default();
    (0..30).for_each(|n| old.insert(mark(n, Some(usize::from(n)..usize::from(n) + 5))));
    let mut new = old.clone();
    new.insert(mark(99, Some(12..40)));
    let (gone, came) = new.since(&old);
    assert_eq!((gone.len(), came.len()), (0, 1));
}
