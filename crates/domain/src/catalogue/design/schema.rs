//! The fields of a design: the keys of a package, and what kind of text each takes. Forms are drawn
//! from it and read by it, so that a key of the package has its field.

use crate::catalogue::{Form, PlanKind, Purpose};

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Line,
    /// Running text.
    Prose,
    /// Text kept as it is typed.
    Verbatim,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// A list, one entry a line.
    Lines,
    /// One of these words.
    One(&'static [&'static str]),
    /// Some of these words.
    Any(&'static [&'static str]),
}

/// One field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its key in the package.
    pub key: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// It may be left out.
    pub optional: bool,
}

/// A table, or a list of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its key in the package; empty for the document.
    pub key: &'static str,
    /// The most entries of a list; nothing for a single table.
    pub most: Option<usize>,
    /// Its fields, in the order of the form.
    pub fields: &'static [Field],
    /// Tables within it, in the order of the form.
    pub tables: &'static [Table],
}

const fn field(key: &'static str, kind: Kind) -> Field {
    Field {
        key,
        kind,
        optional: false,
    }
}

const fn optional(key: &'static str, kind: Kind) -> Field {
    Field {
        key,
        kind,
        optional: true,
    }
}

const fn list(
    key: &'static str,
    most: usize,
    fields: &'static [Field],
    tables: &'static [Table],
) -> Table {
    Table {
        key,
        most: Some(most),
        fields,
        tables,
    }
}

const fn table(key: &'static str, fields: &'static [Field], tables: &'static [Table]) -> Table {
    Table {
        key,
        most: None,
        fields,
        tables,
    }
}

const LEVELS: &[&str] = &["novice", "foundation", "proficient", "advanced"];
const PURPOSES: &[&str] = &[
    Purpose::Learning.as_str(),
    Purpose::Practice.as_str(),
    Purpose::Impact.as_str(),
];
const FORMS: &[&str] = &[
    Form::Text.as_str(),
    Form::Document.as_str(),
    Form::Image.as_str(),
    Form::Audio.as_str(),
    Form::Video.as_str(),
    Form::Link.as_str(),
];
const PLANS: &[&str] = &[
    PlanKind::Double.as_str(),
    PlanKind::Single.as_str(),
    PlanKind::Consensus.as_str(),
];

const PROMPT: &[Field] = &[
    field("id", Kind::Line),
    field("text", Kind::Line),
    optional("hint", Kind::Prose),
    field("min_words", Kind::Number),
    field("max_words", Kind::Number),
];

const NAMED: &[Field] = &[field("name", Kind::Line), field("description", Kind::Prose)];

/// The levels that a criterion can describe; a form shows those that the rubric has.
pub(super) const DESCRIPTORS: Table = table(
    "descriptors",
    &[
        field("1", Kind::Prose),
        field("2", Kind::Prose),
        field("3", Kind::Prose),
        field("4", Kind::Prose),
        field("5", Kind::Prose),
        field("6", Kind::Prose),
        field("7", Kind::Prose),
        field("8", Kind::Prose),
        field("9", Kind::Prose),
    ],
    &[],
);

/// The whole document, in the order of the form.
pub const DOCUMENT: Table = table(
    "",
    &[
        field("title", Kind::Line),
        field("code", Kind::Line),
        field("competency", Kind::Line),
        field("summary", Kind::Prose),
        field("for_whom", Kind::Prose),
        optional("not_for_whom", Kind::Prose),
        field("level", Kind::One(LEVELS)),
        field("hours", Kind::Number),
        field("language", Kind::Line),
        optional("tags", Kind::Lines),
        optional("subjects", Kind::Lines),
        optional("grades", Kind::Lines),
        optional("roles", Kind::Lines),
        field("students_needed", Kind::Flag),
        field("video_needed", Kind::Flag),
        field("window_months", Kind::Number),
        optional("valid_for_months", Kind::Number),
        optional("ai_use", Kind::Prose),
    ],
    &[
        list(
            "time",
            30,
            &[field("what", Kind::Line), field("hours", Kind::Number)],
            &[],
        ),
        list("overview", 12, PROMPT, &[]),
        list(
            "requirements",
            20,
            &[
                field("id", Kind::Line),
                field("title", Kind::Line),
                field("instructions", Kind::Prose),
                field("purpose", Kind::One(PURPOSES)),
                field("forms", Kind::Any(FORMS)),
                field("min_count", Kind::Number),
                field("max_count", Kind::Number),
                optional("max_bytes", Kind::Number),
                optional("max_seconds", Kind::Number),
                optional("min_words", Kind::Number),
                optional("max_words", Kind::Number),
                optional("completion_indicators", Kind::Lines),
                field("students_may_appear", Kind::Flag),
                optional("team_may_share", Kind::Flag),
                optional("template", Kind::Line),
                optional("template_text", Kind::Verbatim),
            ],
            &[],
        ),
        list("reflection", 12, PROMPT, &[]),
        table(
            "rubric",
            &[],
            &[
                list(
                    "levels",
                    9,
                    &[field("name", Kind::Line), optional("leading", Kind::Flag)],
                    &[],
                ),
                list(
                    "criteria",
                    12,
                    &[
                        field("id", Kind::Line),
                        field("title", Kind::Line),
                        field("passing_level", Kind::Number),
                        field("sources", Kind::Lines),
                    ],
                    &[DESCRIPTORS],
                ),
            ],
        ),
        table(
            "plan",
            &[
                field("kind", Kind::One(PLANS)),
                optional("second_score_percent", Kind::Number),
                field("turnaround_business_days", Kind::Number),
                optional("same_district", Kind::One(&["allowed", "conflict"])),
                optional(
                    "releaser",
                    Kind::One(&["programme-manager", "lead-assessor"]),
                ),
            ],
            &[],
        ),
        table("key_method", NAMED, &[list("components", 12, NAMED, &[])]),
        list(
            "rationale",
            30,
            &[field("text", Kind::Prose)],
            &[list(
                "citations",
                30,
                &[field("text", Kind::Line), optional("url", Kind::Line)],
                &[],
            )],
        ),
        list(
            "resources",
            30,
            &[
                field("title", Kind::Line),
                optional("url", Kind::Line),
                field("note", Kind::Prose),
            ],
            &[],
        ),
        list(
            "alignments",
            30,
            &[
                field("framework", Kind::Line),
                optional("code", Kind::Line),
                field("title", Kind::Line),
                field("url", Kind::Line),
            ],
            &[],
        ),
    ],
);
