//! What an assessor is shown of a snapshot: texts and files by what they answer, nothing else.

use domain::catalogue::{Form, Slug, Source};
use domain::ids::EvidenceId;
use domain::pursuit::{Field, Link, Snapshot};
use serde::{Deserialize, Serialize};

/// Everything handed in for one prompt or requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Texts, in their order.
    pub texts: Vec<String>,
    /// Links, in their order. Whoever opens one may learn whose work it is.
    pub links: Vec<LinkShown>,
    /// Files, in the order in which they were handed in.
    pub pieces: Vec<Piece>,
}

/// One file. Its name is neutral, never the uploaded one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its id, under which it is opened.
    pub id: EvidenceId,
    /// The neutral name.
    pub name: String,
    /// What it is.
    pub form: Form,
    /// Media type, judged by content.
    pub media_type: String,
    /// Size in bytes.
    pub bytes: u64,
    /// What the educator says of it.
    pub caption: String,
}

/// An address outside, with what its educator says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkShown {
    /// Where it leads.
    pub address: String,
    /// What it shows.
    pub caption: String,
}

impl Shown {
    /// What a snapshot holds for a source.
    pub fn of(snapshot: &Snapshot, source: &Slug) -> Self {
        let texts = snapshot.texts.iter();
        let items = snapshot.items.iter();
        let of_source = texts.filter(|(field, _)| field.source() == Some(source));
        let (links, texts): (Vec<_>, Vec<_>) =
            of_source.partition(|(field, _)| matches!(field, Field::Link(..)));
        Self {
            texts: texts.into_iter().map(|(_, text)| text.clone()).collect(),
            links: links
                .into_iter()
                .filter_map(|(_, text)| Link::of(text))
                .map(|it| LinkShown {
                    address: it.address.to_string(),
                    caption: it.caption,
                })
                .collect(),
            pieces: items
                .filter(|it| it.requirement == *source)
                .map(|it| Piece {
                    id: it.id,
                    name: it.shown_name.clone(),
                    form: it.form,
                    media_type: it.media_type.clone(),
                    bytes: it.bytes,
                    caption: it.caption.clone(),
                })
                .collect(),
        }
    }
}

/// A text that belongs to no source, such as the note on what changed.
pub fn text(snapshot: &Snapshot, field: &Field) -> Option<String> {
    snapshot.texts.get(field).cloned()
}

/// What a source is called: a prompt by its question, a requirement by its title.
pub fn title(source: Source<'_>) -> &str {
    match source {
        Source::Overview(prompt) | Source::Reflection(prompt) => &prompt.text,
        Source::Requirement(requirement) => &requirement.title,
    }
}
