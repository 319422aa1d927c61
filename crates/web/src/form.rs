//! Parts of forms as data, for the macros of `templates/parts/forms.html`.

/// A field of one or many lines.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in the form.
    pub name: String,
    /// Label above it.
    pub label: String,
    /// Hint below the label.
    pub hint: Option<String>,
    /// What was typed; kept when the form comes back. Never filled for passwords.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The `type` of a field of one line.
    pub kind: &'static str,
    /// The `autocomplete` purpose (WCAG 1.3.5).
    pub autocomplete: Option<&'static str>,
    /// Most characters.
    pub limit: Option<u32>,
    /// It may not stay empty.
    pub is_required: bool,
    /// Whether it may stay empty depends on something else, which the hint says.
    pub is_conditional: bool,
    /// It is drawn short: for dates, numbers, codes.
    pub is_short: bool,
    /// Its count of words, where there are limits.
    pub words: Option<Words>,
}

/// The line under a text with limits.
#[derive(Clone, Debug)]
pub struct Words {
    /// Such as `110 of 150 to 250 words`.
    pub said: String,
    /// The same with `#` in the place of the count, for the script.
    pub pattern: String,
    /// Such as `Saved 14:02`.
    pub saved: Option<String>,
}

impl Field {
    /// A required field of one line of text.
    pub fn new(name: impl Into<String>, label: impl ToString) -> Self {
        Self {
            name: name.into(),
            label: label.to_string(),
            hint: None,
            value: String::new(),
            error: None,
            kind: "text",
            autocomplete: None,
            limit: None,
            is_required: true,
            is_conditional: false,
            is_short: false,
            words: None,
        }
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl ToString) -> Self {
        self.hint = Some(hint.to_string());
        self
    }

    /// With what was typed.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// With what is wrong, if anything is.
    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// Of another `type`, with its `autocomplete` purpose.
    #[must_use]
    pub fn kind(mut self, kind: &'static str, purpose: &'static str) -> Self {
        self.kind = kind;
        // A file cannot be completed.
        self.autocomplete = (kind != "file").then_some(purpose);
        self
    }

    /// With a limit of characters.
    #[must_use]
    pub fn limit(mut self, characters: u32) -> Self {
        self.limit = Some(characters);
        self
    }

    /// It may stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.is_required = false;
        self
    }

    /// Whether it may stay empty depends on something else; the hint says on what.
    #[must_use]
    pub fn conditional(mut self) -> Self {
        (self.is_required, self.is_conditional) = (false, true);
        self
    }

    /// It may stay empty, whatever else holds.
    pub const fn is_optional(&self) -> bool {
        !self.is_required && !self.is_conditional
    }

    /// Its id in the page.
    pub fn id(&self) -> String {
        id_of(&self.name)
    }

    /// The ids of hint, error and count.
    pub fn described_by(&self) -> Option<String> {
        tied(
            &self.id(),
            self.hint.is_some(),
            self.error.is_some(),
            self.words.is_some(),
        )
    }
}

/// How many of the options may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowMany {
    /// One of them.
    One,
    /// Any of them.
    Any,
}

/// Some options to choose from.
#[derive(Clone, Debug)]
pub struct Choices {
    /// Its name in the form.
    pub name: String,
    /// What is asked.
    pub legend: String,
    /// Hint below it.
    pub hint: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// One or any.
    pub how_many: HowMany,
    /// The options.
    pub options: Vec<Choice>,
}

/// One option.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// Its words.
    pub label: String,
    /// More words.
    pub hint: Option<String>,
    /// It is chosen.
    pub is_chosen: bool,
}

impl Choice {
    /// An option without more words.
    pub fn new(value: impl Into<String>, label: impl ToString, is_chosen: bool) -> Self {
        Self {
            value: value.into(),
            label: label.to_string(),
            hint: None,
            is_chosen,
        }
    }
}

impl Choices {
    /// Its id in the page.
    pub fn id(&self) -> String {
        id_of(&self.name)
    }

    /// The ids of hint and error.
    pub fn described_by(&self) -> Option<String> {
        tied(&self.id(), self.hint.is_some(), self.error.is_some(), false)
    }

    /// The `type` of each.
    pub const fn kind(&self) -> &'static str {
        match self.how_many {
            HowMany::One => "radio",
            HowMany::Any => "checkbox",
        }
    }

    /// None is chosen yet.
    pub fn is_open(&self) -> bool {
        !self.options.iter().any(|it| it.is_chosen)
    }
}

/// Something to mend: one line of the summary above a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// Name of the field; empty if it belongs to none.
    pub field: String,
    /// What is wrong and what to do.
    pub text: String,
}

impl Mend {
    /// The id of the field that it leads to.
    pub fn id(&self) -> String {
        id_of(&self.field)
    }
}

/// What is wrong with that field, among everything that is to mend.
pub fn error_of(mends: &[Mend], field: &str) -> Option<String> {
    mends
        .iter()
        .find(|it| it.field == field)
        .map(|it| it.text.clone())
}

/// A name of a form as an id: letters, digits and hyphens, with a letter first.
fn id_of(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!("f-{}", name.chars().map(plain).collect::<String>())
}

fn tied(id: &str, hint: bool, error: bool, words: bool) -> Option<String> {
    let parts = [(hint, "hint"), (error, "error"), (words, "words")];
    let ids: Vec<String> = parts
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
