//! Places of a design, written as findings write them: `rubric.criteria[2].title`.

use serde_json::{Map, Value};

use super::schema::{DOCUMENT, Kind, Table};

/// One step of a place: a key, and the number of an entry from 1.
fn steps(place: &str) -> Option<Vec<(&str, Option<usize>)>> {
    place
        .split('.')
        .map(|step| match step.split_once('[') {
            None => Some((step, None)),
            Some((key, rest)) => {
                let number: usize = rest.strip_suffix(']')?.parse().ok()?;
                Some((key, Some(number.checked_sub(1)?)))
            }
        })
        .collect()
}

/// What stands at a place.
pub(super) fn at<'v>(value: &'v Value, place: &str) -> Option<&'v Value> {
    steps(place)?
        .into_iter()
        .try_fold(value, |value, (key, entry)| {
            let value = value.get(key)?;
            match entry {
                None => Some(value),
                Some(entry) => value.get(entry),
            }
        })
}

/// The same, to be changed.
pub(super) fn at_mut<'v>(value: &'v mut Value, place: &str) -> Option<&'v mut Value> {
    steps(place)?
        .into_iter()
        .try_fold(value, |value, (key, entry)| {
            let value = value.get_mut(key)?;
            match entry {
                None => Some(value),
                Some(entry) => value.get_mut(entry),
            }
        })
}

/// Puts a value at the place of a field; the tables on the way are made, entries are not.
pub(super) fn put(value: &mut Value, place: &str, new: Value) {
    let Some(mut way) = steps(place) else { return };
    let Some((key, None)) = way.pop() else { return };
    let mut here = value;
    for (step, entry) in way {
        let Some(table) = here.as_object_mut() else {
            return;
        };
        let next = table
            .entry(step)
            .or_insert_with(|| Value::Object(Map::new()));
        here = match entry {
            None => next,
            Some(entry) => match next.get_mut(entry) {
                Some(found) => found,
                None => return,
            },
        };
    }
    if let Some(table) = here.as_object_mut() {
        table.insert(key.to_owned(), new);
    }
}

/// The table of the schema at a place: a single table, an entry or a list.
pub(super) fn table_of(place: &str) -> Option<&'static Table> {
    let mut here: &'static Table = &DOCUMENT;
    for (key, _) in steps(place)? {
        here = here.tables.iter().find(|it| it.key == key)?;
    }
    Some(here)
}

/// What a field takes, if the design has it.
pub(super) fn kind_of(value: &Value, place: &str) -> Option<Kind> {
    let (table, key) = match place.rsplit_once('.') {
        None => (&DOCUMENT, place),
        Some((above, key)) => {
            let is_there = at(value, above).is_some()
                || !above.contains('[')
                || above.ends_with("descriptors");
            (table_of(above).filter(|_| is_there)?, key)
        }
    };
    table
        .fields
        .iter()
        .find(|it| it.key == key)
        .map(|it| it.kind)
}

/// Places of all fields of a design.
pub(super) fn fields_of(value: &Value) -> Vec<String> {
    let mut places = Vec::new();
    gather(&DOCUMENT, Some(value), "", &mut places);
    places
}

fn gather(table: &Table, value: Option<&Value>, place: &str, places: &mut Vec<String>) {
    let join = |key: &str| match place {
        "" => key.to_owned(),
        place => format!("{place}.{key}"),
    };
    places.extend(table.fields.iter().map(|it| join(it.key)));
    for inner in table.tables {
        let (place, value) = (join(inner.key), value.and_then(|it| it.get(inner.key)));
        if inner.most.is_none() {
            gather(inner, value, &place, places);
            continue;
        }
        let entries = value.and_then(Value::as_array).into_iter().flatten();
        for (at, entry) in entries.enumerate() {
            gather(inner, Some(entry), &format!("{place}[{}]", at + 1), places);
        }
    }
}
