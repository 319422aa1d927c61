//! What a designer does to lists: add an entry, take one out, move it.

use serde_json::{Map, Value, json};

use super::place::{at_mut, table_of};

/// Something that is done to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// One more entry at the end of that list.
    Add(String),
    /// That entry goes.
    Remove(String),
    /// That entry goes one up.
    Up(String),
    /// That entry goes one down.
    Down(String),
}

impl Act {
    /// Reads an act as a button sends it: `add requirements`, `up rubric.criteria[2]`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (verb, place) = text.split_once(' ')?;
        let place = place.to_owned();
        match verb {
            "add" => Some(Self::Add(place)),
            "remove" => Some(Self::Remove(place)),
            "up" => Some(Self::Up(place)),
            "down" => Some(Self::Down(place)),
            _ => None,
        }
    }
}

/// Does it; what names no list or entry changes nothing.
pub(super) fn act(value: &mut Value, act: &Act) {
    match act {
        Act::Add(list) => {
            add(value, list);
        }
        Act::Remove(entry) => change(value, entry, |entries, at| {
            entries.remove(at);
        }),
        Act::Up(entry) => change(value, entry, |entries, at| {
            if at > 0 {
                entries.swap(at, at - 1);
            }
        }),
        Act::Down(entry) => change(value, entry, |entries, at| {
            if at + 1 < entries.len() {
                entries.swap(at, at + 1);
            }
        }),
    }
    number_levels(value);
}

fn change(value: &mut Value, entry: &str, change: impl FnOnce(&mut Vec<Value>, usize)) {
    let Some((list, number)) = entry.strip_suffix(']').and_then(|it| it.rsplit_once('[')) else {
        return;
    };
    let is_list = table_of(list).is_some_and(|it| it.most.is_some());
    let (Some(at), true) = (number.parse::<usize>().ok(), is_list) else {
        return;
    };
    let entries = at_mut(value, list).and_then(Value::as_array_mut);
    if let (Some(entries), Some(at)) = (entries, at.checked_sub(1))
        && at < entries.len()
    {
        change(entries, at);
    }
}

/// Adds an empty entry, unless the list has its most; answers its place.
pub(super) fn add(value: &mut Value, list: &str) -> Option<String> {
    let table = table_of(list)?;
    let most = table.most?;
    if at_mut(value, list).is_none() {
        super::place::put(value, list, json!([]));
    }
    let entries = at_mut(value, list)?.as_array_mut()?;
    if entries.len() >= most {
        return None;
    }
    let mut entry = Map::new();
    if table.fields.iter().any(|it| it.key == "id") {
        entry.insert("id".to_owned(), free_id(entries, table.key).into());
    }
    entries.push(Value::Object(entry));
    let place = format!("{list}[{}]", entries.len());
    number_levels(value);
    Some(place)
}

/// An id that no entry of the list has. Lists have ids of different beginnings.
fn free_id(entries: &[Value], list: &str) -> String {
    let word = match list {
        "overview" => "start",
        "reflection" => "reflection",
        "criteria" => "criterion",
        _ => "piece",
    };
    let is_taken = |id: &str| entries.iter().any(|it| it.get("id") == Some(&json!(id)));
    (1..=entries.len() + 1)
        .map(|n| format!("{word}-{n}"))
        .find(|id| !is_taken(id))
        .unwrap_or_default()
}

/// Levels are numbered in their order.
fn number_levels(value: &mut Value) {
    let levels = at_mut(value, "rubric.levels").and_then(Value::as_array_mut);
    for (at, level) in levels.into_iter().flatten().enumerate() {
        if let Some(level) = level.as_object_mut() {
            level.insert("number".to_owned(), (at + 1).into());
        }
    }
}
