//! Several pages at once, hearing of each other late and in any order.

use proptest::collection::vec;
use proptest::prelude::*;

use super::config;
use super::world::{Act, World, act, shown};

const TABS: usize = 3;

/// What happens in one of the pages.
#[derive(Debug, Clone)]
enum Event {
    Act(Act),
    Hear(usize),
    Reload,
    Fold(usize),
    Wait,
}

fn event() -> impl Strategy<Value = (usize, Event)> {
    let event = prop_oneof![
        20 => act().prop_map(Event::Act),
        20 => any::<usize>().prop_map(Event::Hear),
        1 => Just(Event::Reload),
        1 => (0_usize..12).prop_map(Event::Fold),
        3 => Just(Event::Wait),
    ];
    (0..TABS, event)
}

proptest! {
    #![proptest_config(config(150, 1))]

    /// R1: nothing is lost and nothing comes back from the dead; once all have heard of everything,
    /// all show the same, and so does a page that is opened then.
    #[test]
    fn all_agree_in_the_end(events in vec(event(), 1..120), seed: usize) {
        let mut world = World::new(TABS);
        for (tab, event) in &events {
            match event {
                Event::Act(act) => world.act(*tab, act),
                Event::Hear(which) => world.deliver(*tab, *which),
                Event::Reload => world.reload(*tab),
                Event::Fold(leave) => world.fold(*tab, *leave),
                Event::Wait => world.clock += 1,
            }
        }
        world.deliver_all(seed);
        let stored = world.stored();
        for tab in &world.tabs {
            prop_assert_eq!(shown(&tab.session), shown(&stored));
        }
    }

    /// Two pages that fold at the same time, neither seeing what the other does, lose nothing.
    #[test]
    fn folding_twice_at_once_loses_nothing(acts in vec((0..2_usize, act()), 1..60), leave: [u8; 2]) {
        let mut world = World::new(2);
        acts.iter().for_each(|(tab, act)| world.act(*tab, act));
        world.deliver_all(0);
        let before = world.stored();
        let leave = leave.map(|leave| usize::from(leave % 20));
        let folds = [0, 1].map(|tab| world.tabs[tab].journal.fold(&super::world::id(), leave[tab]));
        for (tab, fold) in folds.into_iter().enumerate() {
            let Some(fold) = fold else { continue };
            let packed = super::world::pack(fold.past());
            world.tabs[tab].journal.finish_fold(fold, &packed).expect("a store in memory");
        }
        prop_assert_eq!(shown(&world.stored()), shown(&before));
        world.fold(0, 0);
        world.reload(1);
        prop_assert_eq!(shown(&world.tabs[1].session), shown(&before));
    }
}

#[test]
fn a_tab_that_was_never_touched_shows_4000_changes() {
    let mut world = World::new(2);
    world.act(0, &Act::Mark(sayso::annotation::MarkKind::Note, 3));
    for n in 0..4_000_usize {
        world.act(0, &Act::Note(0, (n % 251) as u8));
    }
    assert_eq!(world.tabs[1].inbox.len(), 4_001);
    world.deliver_all(0);
    assert_eq!(shown(&world.tabs[1].session), shown(&world.tabs[0].session));
}
