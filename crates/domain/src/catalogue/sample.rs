//! A small, sound package for the tests of this room.

use super::package::{self, Files};
use super::{Content, Slug};

/// The document of the package.
pub(super) const DOCUMENT: &str = r#"
code = "WTW"
title = "Wait Time"
competency = "You pause after a question and again after a reply."
summary = """
Two short silences,
and what they do.

- after the question
- after the reply
"""
for_whom = "Anyone who asks questions in class."
level = "foundation"
hours = 6
language = "en"
tags = ["questioning"]
students_needed = true
video_needed = false
window_months = 6

[[time]]
what = "Planning"
hours = 2

[[time]]
what = "Lessons"
hours = 4

[key_method]
name = "Two pauses"
description = "Ask, wait, listen, wait."

[[key_method.components]]
name = "Ask"
description = "Plan the question."

[[rationale]]
text = "Teachers wait about one second."
citations = [
  { text = "Rowe, M. B. (1986). Wait time: slowing down may be a way of speeding up.", url = "https://example.org/rowe" },
]

[[resources]]
title = "A blank log"
note = "One page."

[[overview]]
id = "start"
text = "What happens now after you ask a question?"
min_words = 100
max_words = 200

[[requirements]]
id = "recording"
title = "A recording"
instructions = "Record one discussion."
purpose = "practice"
forms = ["audio", "video"]
min_count = 1
max_count = 1
max_bytes = 200_000_000
max_seconds = 600
students_may_appear = true

[[requirements]]
id = "log"
title = "A turn log"
instructions = "Write down each turn."
purpose = "impact"
forms = ["document", "text"]
min_count = 1
max_count = 2
max_bytes = 5_000_000
min_words = 15
max_words = 500
template = "turn-log.csv"
completion_indicators = ["At least 15 turns."]
students_may_appear = false

[[reflection]]
id = "silence"
text = "What was hard about the silence?"
hint = "One moment is enough."
min_words = 150
max_words = 250

[rubric]

[[rubric.levels]]
number = 1
name = "Not yet"

[[rubric.levels]]
number = 2
name = "Approaching"

[[rubric.levels]]
number = 3
name = "Demonstrated"

[[rubric.levels]]
number = 4
name = "Leading practice"
leading = true

[[rubric.criteria]]
id = "timing"
title = "Timing"
passing_level = 3
sources = ["recording", "log"]

[rubric.criteria.descriptors]
1 = "Under two seconds."
2 = "Three seconds after questions."
3 = "Three seconds after both."

[[rubric.criteria]]
id = "discomfort"
title = "Discomfort"
passing_level = 3
sources = ["start", "silence"]

[rubric.criteria.descriptors]
1 = "Says that it went well."
2 = "Describes one moment."
3 = "Says what made it so."
4 = "Helps a colleague with it."

[plan]
kind = "double"
turnaround_business_days = 5
"#;

/// The files of a package with this document.
pub(crate) fn files(document: &str) -> Files {
    Files::from([
        (package::DOCUMENT.to_owned(), document.as_bytes().to_vec()),
        (
            "turn-log.csv".to_owned(),
            b"turn,question,seconds\n".to_vec(),
        ),
    ])
}

/// The content of the package.
pub(crate) fn content() -> Content {
    package::parse(&files(DOCUMENT)).expect("the sample is sound")
}

/// A slug.
pub(crate) fn slug(text: &str) -> Slug {
    text.parse().expect("a slug")
}
