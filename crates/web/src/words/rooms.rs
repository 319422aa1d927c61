//! The files of words, one for each room and language.

use super::Language;

macro_rules! rooms {
    ($($room:literal),+ $(,)?) => {
        /// Room and text of each file of a language.
        pub(super) const fn texts(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::English => &[$(($room, include_str!(concat!("../../words/en/", $room, ".ftl")))),+],
                Language::Spanish => &[$(($room, include_str!(concat!("../../words/es/", $room, ".ftl")))),+],
            }
        }
    };
}

rooms!(
    "frame",
    "dates",
    "refusals",
    "people",
    "catalogue",
    "growth",
    "pursuit",
    "evidence",
    "blindness",
    "review",
    "board",
    "assessors",
    "award",
    "letters",
    "audit"
);
