//! Which events are asked for.

use app::audit::Filter;
use domain::ids::EventId;
use domain::refusal::{Refusal, Request};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// Most characters of one wish.
pub(super) const LONGEST: u32 = 120;

/// The query of an address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// Id of a person.
    #[serde(default)]
    pub(super) person: String,
    /// Kind of event.
    #[serde(default)]
    pub(super) kind: String,
    /// A thing: its sort and its id, `pursuit/019a...`.
    #[serde(default)]
    pub(super) thing: String,
    /// Id of the event before which the list goes on.
    #[serde(default)]
    pub(super) before: String,
}

impl Asked {
    /// Is anything asked for in particular?
    pub(super) fn is_filtered(&self) -> bool {
        [&self.person, &self.kind, &self.thing]
            .iter()
            .any(|it| !it.trim().is_empty())
    }

    /// The filter, and where it goes on.
    ///
    /// # Errors
    /// `unreadable`, with the place.
    pub(super) fn read(&self) -> Result<(Filter, Option<EventId>), Refusal> {
        let person = match self.person.trim() {
            "" => None,
            text => Some(
                text.parse()
                    .map_err(|_| unreadable("person", "expected the id of a person"))?,
            ),
        };
        let thing = match self.thing.trim() {
            "" => None,
            text => Some(thing_in(text).ok_or_else(|| {
                unreadable("thing", "expected its sort and its id, as in pursuit/019ab1c2-0000-7000-8000-000000000001")
            })?),
        };
        let kind = Some(self.kind.trim()).filter(|it| !it.is_empty());
        if kind.is_some_and(|it| !is_short(it)) {
            return Err(unreadable("kind", "expected at most 120 characters"));
        }
        let before = match self.before.as_str() {
            "" => None,
            text => Some(
                text.parse()
                    .map_err(|_| unreadable("before", "expected the id of an event"))?,
            ),
        };
        let filter = Filter {
            person,
            kind: kind.map(str::to_owned),
            subject: thing,
        };
        Ok((filter, before))
    }

    /// The same wish from an event on, as an address of the page.
    pub(super) fn going_on(&self, before: EventId) -> String {
        let mut address = "/audit?".to_owned();
        for (name, value) in [
            ("person", &self.person),
            ("kind", &self.kind),
            ("thing", &self.thing),
        ] {
            if !value.trim().is_empty() {
                address.push_str(&format!("{name}={}&", encoded(value.trim())));
            }
        }
        format!("{address}before={before}")
    }
}

/// A value as it stands in an address.
pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn thing_in(text: &str) -> Option<(String, String)> {
    let (sort, id) = text.split_once('/')?;
    let fits = !sort.is_empty() && !id.is_empty() && is_short(text);
    fits.then(|| (sort.to_owned(), id.to_owned()))
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST as usize && !text.contains('\0')
}

fn unreadable(place: &str, detail: &str) -> Refusal {
    let (place, detail) = (place.to_owned(), detail.to_owned());
    Request::Unreadable { place, detail }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(person: &str, kind: &str, thing: &str) -> Asked {
        Asked {
            person: person.to_owned(),
            kind: kind.to_owned(),
            thing: thing.to_owned(),
            before: String::new(),
        }
    }

    #[test]
    fn a_wish_is_read_and_written_again() {
        let id = "019ab1c2-0000-7000-8000-000000000001";
        let it = asked(id, " signed-in ", "pursuit/a b");
        let (filter, _) = it.read().unwrap();
        assert_eq!(filter.kind.as_deref(), Some("signed-in"));
        assert_eq!(
            filter.subject,
            Some(("pursuit".to_owned(), "a b".to_owned()))
        );
        let address = it.going_on(id.parse().unwrap());
        assert!(
            address.contains("kind=signed%2Din&thing=pursuit%2Fa%20b&before="),
            "{address}"
        );
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let long = "x".repeat(121);
        for it in [
            asked("ada", "", ""),
            asked("", &long, ""),
            asked("", "", "pursuit"),
            asked("", "", "/7"),
        ] {
            assert!(it.read().is_err(), "{it:?}");
        }
        assert!(!asked("", " ", "").is_filtered());
    }
}
