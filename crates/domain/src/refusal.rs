//! One value answers "why not?". A page, the API and a log line are its renderings.

use crate::{assessors, award, catalogue, evidence, growth, people, pursuit, review};

/// What sort of "no" it is; decides the HTTP status and the tone of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It does not exist, or the person may not know that it does.
    NotFound,
    /// Somebody must sign in first.
    SignIn,
    /// The person may know of it, but not do this.
    Forbidden,
    /// It was true a moment ago; the state has moved on.
    Conflict,
    /// What was sent cannot be used as it is.
    Invalid,
    /// More than the limit allows.
    TooLarge,
    /// Too often in too short a time.
    TooMany,
    /// Not possible at this moment; try again.
    Unavailable,
}

/// A named value of a refusal, for the sentence that explains it.
pub type Parameter = (&'static str, String);

/// One thing to mend, at one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Name of the form field or JSON member.
    pub field: String,
    /// Stable code of the sentence, such as `too-few-words`.
    pub code: &'static str,
    /// Values that the sentence needs.
    pub parameters: Vec<Parameter>,
}

impl Place {
    /// A place whose sentence needs no values.
    pub fn new(field: impl Into<String>, code: &'static str) -> Self {
        Self {
            field: field.into(),
            code,
            parameters: Vec::new(),
        }
    }

    /// The same place with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.parameters.push((name, value.to_string()));
        self
    }
}

/// What every room's refusal can say of itself.
pub trait Refuse {
    /// Stable, kebab-case code; the message of the same name explains it.
    fn code(&self) -> &'static str;
    /// The sort of "no".
    fn kind(&self) -> Kind;
    /// Values that the sentence needs.
    fn parameters(&self) -> Vec<Parameter> {
        Vec::new()
    }
    /// Everything to mend, all at once.
    fn places(&self) -> Vec<Place> {
        Vec::new()
    }
}

/// A refusal of any room.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Of the room `people`.
    People(people::Refusal),
    /// Of the room `catalogue`.
    Catalogue(catalogue::Refusal),
    /// Of the room `pursuit`.
    Pursuit(pursuit::Refusal),
    /// Of the room `evidence`.
    Evidence(evidence::Refusal),
    /// Of the room `growth`.
    Growth(growth::Refusal),
    /// Of the room `review`.
    Review(review::Refusal),
    /// Of the room `assessors`.
    Assessors(assessors::Refusal),
    /// Of the room `award`.
    Award(award::Refusal),
    /// Of any door: what arrived could not be read or accepted.
    Request(Request),
}

impl Refusal {
    fn inner(&self) -> &dyn Refuse {
        match self {
            Self::People(it) => it,
            Self::Catalogue(it) => it,
            Self::Pursuit(it) => it,
            Self::Evidence(it) => it,
            Self::Growth(it) => it,
            Self::Review(it) => it,
            Self::Assessors(it) => it,
            Self::Award(it) => it,
            Self::Request(it) => it,
        }
    }
}

macro_rules! from_rooms {
    ($($variant:ident $inner:ty;)*) => {
        $(impl From<$inner> for Refusal {
            fn from(it: $inner) -> Self {
                Self::$variant(it)
            }
        })*
    };
}

from_rooms! {
    People people::Refusal;
    Catalogue catalogue::Refusal;
    Pursuit pursuit::Refusal;
    Evidence evidence::Refusal;
    Growth growth::Refusal;
    Review review::Refusal;
    Assessors assessors::Refusal;
    Award award::Refusal;
    Request Request;
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        self.inner().code()
    }
    fn kind(&self) -> Kind {
        self.inner().kind()
    }
    fn parameters(&self) -> Vec<Parameter> {
        self.inner().parameters()
    }
    fn places(&self) -> Vec<Place> {
        self.inner().places()
    }
}

/// Refusals that belong to no room: the request itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Nothing is at this address.
    NoSuchPage,
    /// The address exists, but not for this method.
    MethodNotAllowed,
    /// The body is larger than this door allows.
    BodyTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The body, path or query could not be read; says where and what was expected.
    Unreadable {
        /// Where: a field, a JSON pointer, or `body`.
        place: String,
        /// What was expected and what was found.
        detail: String,
    },
    /// The request came from another site's page.
    ForeignOrigin,
    /// The same key was used before for something else.
    KeyReused,
    /// Too many requests; try again after the given seconds.
    TooMany {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// It took too long, or the database is busy; nothing was changed.
    Busy,
}

impl Refuse for Request {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchPage => "no-such-page",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::BodyTooLarge { .. } => "body-too-large",
            Self::Unreadable { .. } => "unreadable",
            Self::ForeignOrigin => "foreign-origin",
            Self::KeyReused => "key-reused",
            Self::TooMany { .. } => "too-many-requests",
            Self::Busy => "busy",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchPage => Kind::NotFound,
            Self::MethodNotAllowed | Self::Unreadable { .. } => Kind::Invalid,
            Self::BodyTooLarge { .. } => Kind::TooLarge,
            Self::ForeignOrigin => Kind::Forbidden,
            Self::KeyReused => Kind::Conflict,
            Self::TooMany { .. } => Kind::TooMany,
            Self::Busy => Kind::Unavailable,
        }
    }
    fn parameters(&self) -> Vec<Parameter> {
        match self {
            Self::BodyTooLarge { limit } => vec![("limit", limit.to_string())],
            Self::Unreadable { place, detail } => {
                vec![("place", place.clone()), ("detail", detail.clone())]
            }
            Self::TooMany { retry_after } => vec![("seconds", retry_after.to_string())],
            _ => Vec::new(),
        }
    }
}
