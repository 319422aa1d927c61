//! Icons and marks of state: line drawings that stand inside the page, so that the first view needs no second request.
//!
//! An icon always has words beside it and is hidden from screen readers; a [`Mark`] is a shape and a colour, and its
//! word follows it. In a template: `{{ crate::icon::tick() }}`, `{{ mark.drawing() }}`.

use std::fmt;

use askama::filters::HtmlSafe;

/// Markup from this crate's own constants: askama leaves it as it is.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    open: &'static str,
    body: &'static str,
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}</svg>", self.open, self.body)
    }
}

/// Only constants of this module become a `Drawing`.
impl HtmlSafe for Drawing {}

const ICON: &str = r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">"#;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $body:literal;)+) => { $(
        $(#[$doc])*
        pub const fn $name() -> Drawing {
            Drawing { open: ICON, body: $body }
        }
    )+ };
}

icons! {
    /// Done, saved.
    tick = r#"<path d="M4 12.5l5 5L20 6.5"/>"#;
    /// Something is wrong here.
    alert = r#"<path d="M12 4l9 15.500H3zM12 10v4.500M12 17v.2"/>"#;
    /// Good to know.
    info = r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.500M12 7.600v.2"/>"#;
    /// Time passes.
    clock = r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.2 2"/>"#;
    /// Print this page.
    printer = r#"<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>"#;
    /// A document.
    document = r#"<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>"#;
    /// A picture.
    picture = r#"<rect x="3.5" y="4.5" width="17" height="15" rx="1.5"/><circle cx="9" cy="9.500" r="1.600"/><path d="M4 17l5-4.500 3.500 3 3-2.500 4.500 4"/>"#;
    /// Moving pictures.
    video = r#"<rect x="3" y="6" width="12.5" height="12" rx="1.5"/><path d="M15.5 10.5L21 7.5v9l-5.5-3"/>"#;
    /// Sound.
    sound = r#"<path d="M4 10v4h3.500L12 18V6L7.500 10zM15.500 9.500a3.500 3.500 0 0 1 0 5M18 7a7 7 0 0 1 0 10"/>"#;
    /// Written words.
    text = r#"<path d="M4 6h16M4 10.500h16M4 15h16M4 19.500h9"/>"#;
    /// A link to elsewhere.
    link = r#"<path d="M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500"/>"#;
    /// Take a file from here.
    download = r#"<path d="M12 4v13M6.500 11.500L12 17l5.500-5.500M5 20.500h14"/>"#;
    /// More opens below.
    down = r#"<path d="M6 9.500l6 6 6-6"/>"#;
    /// No connection.
    offline = r#"<path d="M4 4l16 16M8.500 15.500a5 5 0 0 1 5-1.300M5 12a10 10 0 0 1 4-2.400M13 8.600A10 10 0 0 1 19 12M12 19v.2"/>"#;
    /// Keys of the keyboard.
    keys = r#"<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.2M11 10h.2M15 10h.2M8 14h8"/>"#;
}

/// The product's own sign.
pub const fn brand() -> Drawing {
    Drawing {
        open: r#"<svg viewBox="0 0 24 24" aria-hidden="true">"#,
        body: concat!(
            r#"<circle cx="12" cy="12" r="10.500" fill="none" stroke="currentColor" stroke-width="1.500"/>"#,
            r#"<circle cx="12" cy="12" r="7.500" fill="none" stroke="currentColor" stroke-width="1.200"/>"#,
            r#"<path d="M12 8v8M8 12h8" stroke="currentColor" stroke-width="2.200" stroke-linecap="round"/>"#,
        ),
    }
}

/// A state: a shape and a colour; the word stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing yet.
    Todo,
    /// Begun.
    Draft,
    /// Complete, handed over.
    Ready,
    /// In other hands.
    Waiting,
    /// Reached.
    Met,
    /// Not reached yet; look at this.
    NotYet,
    /// Stopped for a while.
    Held,
    /// Withdrawn, revoked.
    Gone,
    /// Late, or an error.
    Late,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 9] = [
        Self::Todo,
        Self::Draft,
        Self::Ready,
        Self::Waiting,
        Self::Met,
        Self::NotYet,
        Self::Held,
        Self::Gone,
        Self::Late,
    ];

    /// The class that colours it and its word.
    pub const fn class(&self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Draft => "draft",
            Self::Ready => "ready",
            Self::Waiting => "wait",
            Self::Met => "met",
            Self::NotYet => "notyet",
            Self::Held => "held",
            Self::Gone => "gone",
            Self::Late => "late",
        }
    }

    /// The shape, coloured by what surrounds it.
    pub const fn drawing(&self) -> Drawing {
        Drawing {
            open: r#"<svg viewBox="0 0 16 16" aria-hidden="true">"#,
            body: self.body(),
        }
    }

    const fn body(&self) -> &'static str {
        match self {
            Self::Todo => {
                r#"<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.500"/>"#
            }
            Self::Draft => {
                r#"<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.600 2.800"/>"#
            }
            Self::Ready => {
                r#"<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="8" cy="8" r="3" fill="currentColor"/>"#
            }
            Self::Waiting => {
                r#"<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 4v4.300l2.800 1.600" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linecap="round"/>"#
            }
            Self::Met => {
                r#"<circle cx="8" cy="8" r="8" fill="currentColor"/><path d="M4.500 8.300l2.400 2.400 4.600-5" fill="none" stroke="var(--paper)" stroke-width="1.800" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::NotYet => {
                r#"<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="2"/><path d="M1 8a7 7 0 0 0 14 0z" fill="currentColor"/>"#
            }
            Self::Held => r#"<path d="M4 2v12M12 2v12" stroke="currentColor" stroke-width="3"/>"#,
            Self::Gone => {
                r#"<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="2"/><path d="M4.500 8h7" stroke="currentColor" stroke-width="2"/>"#
            }
            Self::Late => {
                r#"<path d="M8 1l7.200 13.500H.8z" fill="currentColor"/><path d="M8 6v4M8 12v.3" stroke="var(--paper)" stroke-width="1.800" stroke-linecap="round"/>"#
            }
        }
    }
}

/// What a piece of evidence is made of, for its icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Written in the product.
    Text,
    /// PDF, word processor, spreadsheet.
    Document,
    /// Picture.
    Picture,
    /// Sound.
    Sound,
    /// Moving pictures.
    Video,
    /// An address elsewhere.
    Link,
}

impl Form {
    /// Its icon.
    pub const fn icon(&self) -> Drawing {
        match self {
            Self::Text => text(),
            Self::Document => document(),
            Self::Picture => picture(),
            Self::Sound => sound(),
            Self::Video => video(),
            Self::Link => link(),
        }
    }
}
