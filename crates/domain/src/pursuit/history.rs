//! What stays of a text when it is written over.
//!
//! A *sitting* is a run of saves from one page without a long pause. The last text of every sitting
//! stays for good; of what lies between, one in a while stays for some days.

use super::FieldText;
use crate::time::{SignedDuration, Timestamp, days_after};

/// A pause of this length ends a sitting.
pub const SITTING_PAUSE: SignedDuration = SignedDuration::from_mins(30);
/// Within a sitting, one text is kept each time that this has passed.
pub const SPACING: SignedDuration = SignedDuration::from_mins(10);
/// How many days texts from the middle of a sitting are kept.
pub const MIDDLE_DAYS: u32 = 7;
/// The longest name of a sitting.
const MAX_SITTING: usize = 64;

/// From which sitting a save comes: a page gives itself a name when it is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting(String);

impl Sitting {
    /// A sitting by its name; what is no name of up to 64 letters, digits and dashes counts as none.
    pub fn named(name: &str) -> Self {
        let fits = name.len() <= MAX_SITTING
            && name
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || it == b'-');
        Self(if fits { name.to_owned() } else { String::new() })
    }

    /// Its name; empty for none.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// When and from where a text was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// When.
    pub saved_at: Timestamp,
    /// When a text of the field was kept last, or its first one written.
    pub kept_at: Timestamp,
    /// From which sitting.
    pub sitting: Sitting,
}

/// Why a text that is written over stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It was the last of its sitting: it stays for good.
    EndOfSitting,
    /// It lies in the middle of a sitting: it stays for [`MIDDLE_DAYS`].
    Middle,
}

/// Does `old` stay when `new` is written over it? Nothing means that it is one of the small steps
/// between.
pub fn keep(
    old: &FieldText,
    new: &str,
    written: &Written,
    by: &Sitting,
    now: Timestamp,
) -> Option<Kept> {
    if old.text.trim().is_empty() {
        return None;
    }
    let pause = now.duration_since(written.saved_at);
    if written.sitting != *by || pause >= SITTING_PAUSE {
        return Some(Kept::EndOfSitting);
    }
    let is_due = now.duration_since(written.kept_at) >= SPACING;
    (is_due || loses_much(&old.text, new)).then_some(Kept::Middle)
}

/// Texts from the middle of a sitting that were saved before this go.
pub fn middle_kept_since(now: Timestamp) -> Timestamp {
    let span = days_after(Timestamp::UNIX_EPOCH, MIDDLE_DAYS).duration_since(Timestamp::UNIX_EPOCH);
    now.checked_sub(span).unwrap_or(Timestamp::MIN)
}

/// More than half of the old text is gone.
fn loses_much(old: &str, new: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let length = old.chars().count();
    let front = old.chars().zip(new.chars()).take_while(same).count();
    let room = length.min(new.chars().count()) - front;
    let back = old.chars().rev().zip(new.chars().rev());
    let back = back.take(room).take_while(same).count();
    (length - front - back) * 2 > length
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes)
    }

    fn written(saved: i64, kept: i64) -> Written {
        Written {
            saved_at: at(saved),
            kept_at: at(kept),
            sitting: Sitting::named("a"),
        }
    }

    fn text(text: &str) -> FieldText {
        FieldText {
            text: text.into(),
            version: 1,
        }
    }

    #[test]
    fn small_steps_go_and_one_in_a_while_stays() {
        let by = Sitting::named("a");
        let old = text("I asked them");
        let new = "I asked them again";
        assert_eq!(keep(&old, new, &written(1, 0), &by, at(2)), None);
        assert_eq!(
            keep(&old, new, &written(9, 0), &by, at(10)),
            Some(Kept::Middle)
        );
    }

    #[test]
    fn the_last_of_a_sitting_stays_for_good() {
        let old = text("I asked them");
        let new = "I asked them again";
        let (same, other) = (Sitting::named("a"), Sitting::named("b"));
        let end = Some(Kept::EndOfSitting);
        assert_eq!(keep(&old, new, &written(1, 0), &other, at(2)), end);
        assert_eq!(keep(&old, new, &written(0, 0), &same, at(30)), end);
        assert_eq!(keep(&text(" "), new, &written(0, 0), &other, at(30)), None);
    }

    #[test]
    fn what_is_thrown_away_at_once_stays_a_while() {
        let old = text("Everything that I wrote this evening");
        let by = Sitting::named("a");
        assert_eq!(
            keep(&old, "", &written(1, 0), &by, at(2)),
            Some(Kept::Middle)
        );
        assert_eq!(
            keep(&old, "Ev ening", &written(1, 0), &by, at(2)),
            Some(Kept::Middle)
        );
        assert_eq!(
            keep(
                &old,
                "All that I wrote this evening",
                &written(1, 0),
                &by,
                at(2)
            ),
            None
        );
    }

    #[test]
    fn a_sitting_has_a_plain_name() {
        assert_eq!(Sitting::named("0190-a").as_str(), "0190-a");
        for bad in ["<b>", "a b", &"x".repeat(65)] {
            assert_eq!(Sitting::named(bad).as_str(), "");
        }
    }

    proptest! {
        /// Whatever is written, from however many pages: the last text of every sitting is there.
        #[test]
        fn the_last_text_of_every_sitting_is_never_lost(
            saves in proptest::collection::vec((0i64..70, 0u8..3, "[a-c ]{0,12}"), 1..60)
        ) {
            let mut now = at(0);
            let mut stored: Option<(FieldText, Written)> = None;
            let mut kept = Vec::new();
            let mut ends = Vec::new();
            for (minutes, page, words) in saves {
                now += SignedDuration::from_mins(minutes);
                let by = Sitting::named(&page.to_string());
                if let Some((old, written)) = &stored {
                    if old.text == words {
                        continue;
                    }
                    let is_end = written.sitting != by || now.duration_since(written.saved_at) >= SITTING_PAUSE;
                    if is_end && !old.text.trim().is_empty() {
                        ends.push(old.text.clone());
                    }
                    let why = keep(old, &words, written, &by, now);
                    if why == Some(Kept::EndOfSitting) {
                        kept.push(old.text.clone());
                    }
                    let kept_at = if why.is_some() { now } else { written.kept_at };
                    let version = old.version + 1;
                    stored = Some((FieldText { text: words, version }, Written { saved_at: now, kept_at, sitting: by }));
                } else {
                    stored = Some((FieldText { text: words, version: 1 }, Written { saved_at: now, kept_at: now, sitting: by }));
                }
            }
            prop_assert_eq!(kept, ends);
        }
    }
}
