//! From an expanded document to RDF statements, refusing whatever would be lost on the way.
//!
//! JSON-LD 1.1 API, "Deserialize JSON-LD to RDF", with the additions of safe mode: every identifier and type is an
//! absolute IRI (or a blank node), every language tag is well formed, and nothing is left out.

use std::collections::BTreeMap;

use json_ld::object::Literal;
use json_ld::rdf_types::Id as ValidId;
use json_ld::{BlankIdBuf, Id, Indexed, IriBuf, Node, Object, Value as LdValue};

use crate::expand::{ExpandError, Expanded};
use crate::rdf::{Dataset, Quad, RDF_LANG_STRING, RDF_TYPE, Term, XSD_STRING};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XSD_BOOLEAN: &str = "http://www.w3.org/2001/XMLSchema#boolean";
const XSD_INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";
const XSD_DOUBLE: &str = "http://www.w3.org/2001/XMLSchema#double";
/// Beyond this a whole number is written as a double (JSON-LD 1.1 API, "Object to RDF Conversion").
const LARGEST_INTEGER: f64 = 1e21;

type LdObject = Indexed<Object<IriBuf, BlankIdBuf>>;
type LdNode = Node<IriBuf, BlankIdBuf>;
type LdId = Id<IriBuf, BlankIdBuf>;

/// All statements of the document, and the term for the document's own object, if it is one.
pub(crate) fn statements(document: &Expanded) -> Result<(Dataset, Option<Term>), ExpandError> {
    let mut walk = Walk::default();
    let mut tops = Vec::new();
    for object in document.iter() {
        tops.push(walk.top(None, object)?);
    }
    let root = if tops.len() == 1 { tops.pop() } else { None };
    Ok((walk.dataset, root))
}

#[derive(Default)]
struct Walk {
    dataset: Dataset,
    labels: BTreeMap<String, Term>,
    issued: usize,
}

impl Walk {
    fn top(&mut self, graph: Option<&Term>, object: &LdObject) -> Result<Term, ExpandError> {
        match object.inner() {
            Object::Node(node) => self.node(graph, node),
            _ => Err(ExpandError::refuse(
                "a value stands where only an object can be signed",
            )),
        }
    }

    fn node(&mut self, graph: Option<&Term>, node: &LdNode) -> Result<Term, ExpandError> {
        let subject = match &node.id {
            Some(id) => self.id(id, "identifier")?,
            None => self.fresh(),
        };
        for kind in node.types() {
            let kind = self.id(kind, "type")?;
            self.state(graph, &subject, RDF_TYPE, kind);
        }
        for (property, objects) in node.properties() {
            let predicate = predicate(property)?;
            for object in objects {
                let object = self.object(graph, object)?;
                self.state(graph, &subject, predicate, object);
            }
        }
        self.reverse(graph, &subject, node)?;
        for included in node.included.iter().flatten() {
            self.node(graph, included.inner())?;
        }
        for object in node.graph.iter().flatten() {
            self.top(Some(&subject), object)?;
        }
        Ok(subject)
    }

    fn reverse(
        &mut self,
        graph: Option<&Term>,
        object: &Term,
        node: &LdNode,
    ) -> Result<(), ExpandError> {
        let Some(properties) = node.reverse_properties() else {
            return Ok(());
        };
        for (property, subjects) in properties {
            let predicate = predicate(property)?;
            for subject in subjects {
                let subject = self.node(graph, subject.inner())?;
                self.state(graph, &subject, predicate, object.clone());
            }
        }
        Ok(())
    }

    fn object(&mut self, graph: Option<&Term>, object: &LdObject) -> Result<Term, ExpandError> {
        if object.index().is_some() {
            return Err(ExpandError::refuse("an index would not be signed"));
        }
        match object.inner() {
            Object::Node(node) => self.node(graph, node),
            Object::Value(value) => literal(value),
            Object::List(list) => self.list(graph, list.as_slice()),
        }
    }

    fn list(&mut self, graph: Option<&Term>, items: &[LdObject]) -> Result<Term, ExpandError> {
        let mut rest = Term::Iri(format!("{RDF}nil"));
        for item in items.iter().rev() {
            let first = self.object(graph, item)?;
            let cell = self.fresh();
            self.state(graph, &cell, &format!("{RDF}first"), first);
            self.state(graph, &cell, &format!("{RDF}rest"), rest);
            rest = cell;
        }
        Ok(rest)
    }

    fn state(&mut self, graph: Option<&Term>, subject: &Term, predicate: &str, object: Term) {
        self.dataset.insert(Quad {
            subject: subject.clone(),
            predicate: predicate.to_owned(),
            object,
            graph: graph.cloned(),
        });
    }

    fn fresh(&mut self) -> Term {
        let label = format!("b{}", self.issued);
        self.issued += 1;
        Term::Blank(label)
    }

    fn id(&mut self, id: &LdId, what: &str) -> Result<Term, ExpandError> {
        match id {
            Id::Valid(ValidId::Iri(iri)) => Ok(Term::Iri(iri.as_str().to_owned())),
            Id::Valid(ValidId::Blank(blank)) => {
                if let Some(known) = self.labels.get(blank.as_str()) {
                    return Ok(known.clone());
                }
                let term = self.fresh();
                self.labels.insert(blank.as_str().to_owned(), term.clone());
                Ok(term)
            }
            Id::Invalid(text) => Err(ExpandError::refuse(format!(
                "the {what} {text:?} is not an absolute IRI"
            ))),
        }
    }
}

fn predicate(property: &LdId) -> Result<&str, ExpandError> {
    match property {
        Id::Valid(ValidId::Iri(iri)) => Ok(iri.as_str()),
        other => Err(ExpandError::refuse(format!(
            "the property {:?} is not an absolute IRI",
            other.as_str()
        ))),
    }
}

fn literal(value: &LdValue<IriBuf>) -> Result<Term, ExpandError> {
    match value {
        LdValue::Literal(literal, datatype) => {
            plain(literal, datatype.as_ref().map(IriBuf::as_str))
        }
        LdValue::LangString(text) => {
            if text.direction().is_some() {
                return Err(ExpandError::refuse("a base direction would not be signed"));
            }
            let language = text
                .language()
                .ok_or_else(|| ExpandError::refuse("a language string without language"))?;
            if !language.is_well_formed() {
                return Err(ExpandError::refuse(format!(
                    "the language tag {:?} is not well formed",
                    language.as_str()
                )));
            }
            Ok(Term::Literal {
                value: text.as_str().to_owned(),
                datatype: RDF_LANG_STRING.to_owned(),
                // Lowercase, as the JavaScript and Python processors do: the tag is part of what is hashed.
                language: Some(language.as_str().to_ascii_lowercase()),
            })
        }
        LdValue::Json(json) => {
            use json_ld::syntax::Print as _;
            let mut canonical = json.clone();
            canonical.canonicalize();
            Ok(typed(
                canonical.compact_print().to_string(),
                &format!("{RDF}JSON"),
            ))
        }
    }
}

fn plain(literal: &Literal, datatype: Option<&str>) -> Result<Term, ExpandError> {
    match literal {
        Literal::Null => Err(ExpandError::refuse("a value object holds null")),
        Literal::Boolean(value) => Ok(typed(value.to_string(), datatype.unwrap_or(XSD_BOOLEAN))),
        Literal::String(text) => Ok(typed(text.to_string(), datatype.unwrap_or(XSD_STRING))),
        Literal::Number(number) => Ok(number_literal(
            number.as_f64_lossy(),
            number.as_str(),
            datatype,
        )),
    }
}

fn number_literal(value: f64, digits: &str, datatype: Option<&str>) -> Term {
    let whole = value.fract() == 0.0 && value.abs() < LARGEST_INTEGER;
    if !whole || datatype == Some(XSD_DOUBLE) {
        return typed(canonical_double(value), datatype.unwrap_or(XSD_DOUBLE));
    }
    let written_as_integer = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    let text = if written_as_integer && digits != "-0" {
        digits.to_owned()
    } else {
        // Adding zero turns negative zero into zero, which has only one integer form.
        format!("{:.0}", value + 0.0)
    };
    typed(text, datatype.unwrap_or(XSD_INTEGER))
}

/// The canonical lexical form of `xsd:double`: fifteen fractional digits without trailing zeros, and an exponent.
fn canonical_double(value: f64) -> String {
    let text = format!("{value:.15E}");
    let Some((mantissa, exponent)) = text.split_once('E') else {
        return text;
    };
    let mantissa = mantissa.trim_end_matches('0');
    let zero = if mantissa.ends_with('.') { "0" } else { "" };
    format!("{mantissa}{zero}E{exponent}")
}

fn typed(value: String, datatype: &str) -> Term {
    Term::Literal {
        value,
        datatype: datatype.to_owned(),
        language: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexical(value: f64, digits: &str, datatype: Option<&str>) -> (String, String) {
        match number_literal(value, digits, datatype) {
            Term::Literal {
                value, datatype, ..
            } => (value, datatype.rsplit('#').next().unwrap().to_owned()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn numbers_take_their_canonical_lexical_form() {
        let cases = [
            (5.0, "5", None, "5", "integer"),
            (5.0, "5.0", None, "5", "integer"),
            (-0.0, "-0", None, "0", "integer"),
            (5.5, "5.5", None, "5.5E0", "double"),
            (1e22, "1e22", None, "1.0E22", "double"),
            (0.0001, "0.0001", None, "1.0E-4", "double"),
            (5.0, "5", Some(XSD_DOUBLE), "5.0E0", "double"),
        ];
        for (value, digits, datatype, text, kind) in cases {
            assert_eq!(
                lexical(value, digits, datatype),
                (text.to_owned(), kind.to_owned()),
                "{digits}"
            );
        }
    }
}
