//! One page, whatever is done in it: what is in memory is what is stored.

use proptest::collection::vec;
use proptest::prelude::*;

use super::config;
use super::world::{Act, World, act, id, pack, shown, unpack};

/// What happens in a page.
#[derive(Debug, Clone)]
enum Event {
    Act(Act),
    Reload,
    Fold(usize),
    Wait,
}

fn event(folds: bool) -> impl Strategy<Value = Event> {
    prop_oneof![
        20 => act().prop_map(Event::Act),
        2 => Just(Event::Reload),
        if folds { 2 } else { 0 } => (0_usize..6).prop_map(Event::Fold),
        3 => Just(Event::Wait),
    ]
}

fn happen(world: &mut World, event: &Event) {
    match event {
        Event::Act(act) => world.act(0, act),
        Event::Reload => world.reload(0),
        Event::Fold(leave) => world.fold(0, *leave),
        Event::Wait => world.clock += 3_000,
    }
}

proptest! {
    #![proptest_config(config(150, 1))]

    /// R11: with every step, what a page opened now would show is what this page shows, and both can
    /// take back and make again the same steps.
    #[test]
    fn memory_is_what_is_stored_after_each_step(events in vec(event(false), 1..60)) {
        let mut world = World::new(1);
        for event in &events {
            happen(&mut world, event);
            let (here, stored) = (&world.tabs[0].session, world.stored());
            prop_assert_eq!(shown(here), shown(&stored));
            prop_assert_eq!(&here.details, &stored.details);
            prop_assert_eq!(&here.history, &stored.history);
            prop_assert_eq!((here.added, here.changed), (stored.added, stored.changed));
        }
    }

    #[test]
    fn folding_changes_nothing_that_is_shown(events in vec(event(true), 1..60)) {
        let mut world = World::new(1);
        for event in &events {
            happen(&mut world, event);
            let (here, stored) = (&world.tabs[0].session, world.stored());
            prop_assert_eq!(shown(here), shown(&stored));
            prop_assert_eq!(&here.details, &stored.details);
            prop_assert_eq!((here.added, here.changed), (stored.added, stored.changed));
        }
    }

    #[test]
    fn all_undone_and_all_done_again_is_the_same(acts in vec(act(), 1..30), leave in 0_usize..40) {
        let mut world = World::new(1);
        acts.iter().for_each(|act| world.act(0, act));
        world.fold(0, leave);
        world.reload(0);
        // What is folded cannot be undone, but nothing is done wrongly for it.
        while world.tabs[0].session.history.redo_step().is_some() {
            world.act(0, &Act::Redo);
        }
        let before = shown(&world.tabs[0].session);
        let steps = world.tabs[0].session.history.undo_steps().len();
        (0..steps).for_each(|_| world.act(0, &Act::Undo));
        world.reload(0);
        prop_assert_eq!(world.tabs[0].session.history.redo_steps().len(), steps);
        (0..steps).for_each(|_| world.act(0, &Act::Redo));
        prop_assert_eq!(before, shown(&world.tabs[0].session));
    }

    /// The history is complete however often it was folded, and each state of it is what the page
    /// showed at that moment.
    #[test]
    fn every_moment_comes_back(events in vec(event(true), 1..40)) {
        let mut world = World::new(1);
        let mut moments = vec![shown(&world.tabs[0].session)];
        for event in &events {
            let steps = world.tabs[0].journal.history(&id()).len();
            happen(&mut world, event);
            let journal = &mut world.tabs[0].journal;
            for (key, packed) in journal.packed(&id()) {
                prop_assert!(journal.unpack(&key, &unpack(&packed)));
            }
            if journal.history(&id()).len() > steps {
                moments.push(shown(&world.tabs[0].session));
            }
        }
        world.reload(0);
        let journal = &mut world.tabs[0].journal;
        for (key, packed) in journal.packed(&id()) {
            prop_assert!(journal.unpack(&key, &unpack(&packed)));
        }
        prop_assert_eq!(journal.history(&id()).len(), moments.len());
        for (n, moment) in moments.iter().enumerate() {
            let then = journal.state_at(&id(), n).expect("a moment");
            prop_assert_eq!(&shown(&then), moment, "moment {}", n);
        }
        prop_assert!(journal.state_at(&id(), moments.len()).is_none());
    }

    #[test]
    fn only_what_was_packed_is_unpacked(bytes in vec(any::<u8>(), 0..40)) {
        let mut world = World::new(1);
        world.act(0, &Act::Title(1));
        world.fold(0, 0);
        world.reload(0);
        let journal = &mut world.tabs[0].journal;
        let (key, packed) = journal.packed(&id()).pop().expect("a past");
        prop_assert!(!journal.unpack(&key, &String::from_utf8_lossy(&pack(&String::from_utf8_lossy(&bytes)))));
        prop_assert_eq!(journal.history(&id()).len(), 0);
        prop_assert!(journal.unpack(&key, &unpack(&packed)));
        prop_assert_eq!(journal.history(&id()).len(), 2);
    }
}
