//! RDF terms and datasets, as far as canonicalization needs them (RDF 1.1 Concepts).

use std::collections::BTreeSet;

/// The datatype of a plain string.
pub const XSD_STRING: &str = "http://www.w3.org/2001/XMLSchema#string";
/// The datatype of a string with a language.
pub const RDF_LANG_STRING: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
/// The predicate that `type` stands for.
pub const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// A subject, object or graph name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// An absolute IRI.
    Iri(String),
    /// A blank node, by its label without `_:`.
    Blank(String),
    /// A value.
    Literal {
        /// Lexical form.
        value: String,
        /// Datatype IRI.
        datatype: String,
        /// Language tag, only with [`RDF_LANG_STRING`].
        language: Option<String>,
    },
}

/// One statement in a graph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quad {
    /// IRI or blank node.
    pub subject: Term,
    /// IRI.
    pub predicate: String,
    /// Any term.
    pub object: Term,
    /// IRI or blank node; `None` is the default graph.
    pub graph: Option<Term>,
}

/// A set of statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dataset {
    quads: BTreeSet<Quad>,
}

impl Dataset {
    /// Adds a statement; adding it again changes nothing.
    pub fn insert(&mut self, quad: Quad) {
        self.quads.insert(quad);
    }

    /// The statements, in no meaningful order.
    pub fn iter(&self) -> impl Iterator<Item = &Quad> {
        self.quads.iter()
    }

    /// Number of statements.
    #[must_use]
    pub fn len(&self) -> usize {
        self.quads.len()
    }

    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.quads.is_empty()
    }
}

impl FromIterator<Quad> for Dataset {
    fn from_iter<I: IntoIterator<Item = Quad>>(quads: I) -> Self {
        Self {
            quads: quads.into_iter().collect(),
        }
    }
}
