//! What the pages of this room say alike: days, names of competencies, levels.

use std::collections::BTreeSet;

use domain::catalogue::{LevelName, LevelScale};
use domain::growth::Competency;
use domain::time::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::dates::Dates;
use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::pages::people::FormPart;
use crate::shell::Shell;

/// A day, in words.
pub(crate) fn day(shell: &Shell, day: Date) -> String {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let noon = day.at(12, 0, 0, 0).to_zoned_datetime(TimeZone::UTC);
    noon.map_or_else(|_| day.to_string(), |it| dates.day(it.timestamp()))
}

/// The day of a moment, in words.
pub(super) fn moment(shell: &Shell, at: Timestamp) -> String {
    Dates::new(shell.language, TimeZone::UTC).day(at)
}

/// Names in a row.
pub(super) fn names(of: &BTreeSet<Competency>) -> String {
    let all: Vec<_> = of.iter().map(Competency::as_str).collect();
    all.join(", ")
}

/// Names, one a line, as forms take them.
pub(super) fn lines(of: &BTreeSet<Competency>) -> String {
    let all: Vec<_> = of.iter().map(Competency::as_str).collect();
    all.join("\n")
}

/// A level in words: the product's own levels are translated, others are shown as they are.
pub(super) fn level(shell: &Shell, level: &LevelName) -> String {
    level_word(shell, level.as_str())
}

/// The same, of its name.
pub(super) fn level_word(shell: &Shell, level: &str) -> String {
    match level {
        "novice" => shell.say("growth-level-novice").to_string(),
        "foundation" => shell.say("growth-level-foundation").to_string(),
        "proficient" => shell.say("growth-level-proficient").to_string(),
        "advanced" => shell.say("growth-level-advanced").to_string(),
        other => other.to_owned(),
    }
}

/// The levels to choose from, each with a sentence that says what it means.
pub(super) fn levels(shell: &Shell, chosen: &str, mends: &[Mend]) -> FormPart {
    let sentence = |name: &LevelName| match name.as_str() {
        "novice" => Some(shell.say("growth-level-novice-means").to_string()),
        "foundation" => Some(shell.say("growth-level-foundation-means").to_string()),
        "proficient" => Some(shell.say("growth-level-proficient-means").to_string()),
        "advanced" => Some(shell.say("growth-level-advanced-means").to_string()),
        _ => None,
    };
    let option = |name: &LevelName| {
        let is_chosen = name.as_str() == chosen;
        Choice {
            hint: sentence(name),
            ..Choice::new(name.as_str(), level(shell, name), is_chosen)
        }
    };
    FormPart::Boxes(Choices {
        name: "level".to_owned(),
        legend: shell.say("growth-level").to_string(),
        hint: None,
        error: error_of(mends, "level"),
        how_many: HowMany::One,
        options: LevelScale::default().names().iter().map(option).collect(),
    })
}

/// A field for a day.
pub(super) fn day_field(name: &str, label: String, value: &str, mends: &[Mend]) -> Field {
    let mut field = Field::new(name, label).kind("date", "off").value(value);
    field.is_short = true;
    field.error(error_of(mends, name))
}

/// A field for names of competencies, one a line.
pub(super) fn competencies_field(shell: &Shell, value: &str, mends: &[Mend]) -> Field {
    Field::new("competencies", shell.say("growth-competencies"))
        .hint(shell.say("growth-competencies-hint"))
        .value(value)
        .limit(2000)
        .error(error_of(mends, "competencies"))
}
