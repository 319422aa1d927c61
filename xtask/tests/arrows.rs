//! The house rules hold for this workspace.

use xtask::house::{arrows, listing, rooms, sources};
use xtask::place::Place;

#[test]
fn arrows_between_crates_point_one_way() {
    let place = Place::find().unwrap();
    let breaches = arrows::breaches(&place.metadata);
    assert!(breaches.is_empty(), "\n{}", listing(&breaches));
}

#[test]
fn the_same_rooms_stand_on_every_floor() {
    let place = Place::find().unwrap();
    let breaches = rooms::breaches(&place.root).unwrap();
    assert!(breaches.is_empty(), "\n{}", listing(&breaches));
}

#[test]
fn no_file_is_too_long_unfinished_or_unescaped() {
    let place = Place::find().unwrap();
    let breaches = sources::breaches(&place.root).unwrap();
    assert!(breaches.is_empty(), "\n{}", listing(&breaches));
}
