//! N-Quads: the canonical form of RDFC-1.0, and a reader for the same syntax (RDF 1.1 N-Quads).

mod read;

pub use read::{ParseError, parse};

use std::fmt::Write as _;

use crate::rdf::{Dataset, Quad, Term, XSD_STRING};

/// Appends one statement in canonical form, with its line end. `blank` gives the label of each blank node.
pub(crate) fn write_quad<'a>(
    out: &mut String,
    quad: &'a Quad,
    blank: &impl Fn(&'a str) -> &'a str,
) {
    write_term(out, &quad.subject, blank);
    out.push_str(" <");
    out.push_str(&quad.predicate);
    out.push_str("> ");
    write_term(out, &quad.object, blank);
    if let Some(graph) = &quad.graph {
        out.push(' ');
        write_term(out, graph, blank);
    }
    out.push_str(" .\n");
}

fn write_term<'a>(out: &mut String, term: &'a Term, blank: &impl Fn(&'a str) -> &'a str) {
    match term {
        Term::Iri(iri) => {
            out.push('<');
            out.push_str(iri);
            out.push('>');
        }
        Term::Blank(label) => {
            out.push_str("_:");
            out.push_str(blank(label));
        }
        Term::Literal {
            value,
            datatype,
            language,
        } => {
            out.push('"');
            escape(out, value);
            out.push('"');
            match language {
                Some(language) => {
                    out.push('@');
                    out.push_str(language);
                }
                None if datatype != XSD_STRING => {
                    out.push_str("^^<");
                    out.push_str(datatype);
                    out.push('>');
                }
                None => {}
            }
        }
    }
}

/// RDFC-1.0, section 5: named escapes, `\u00XX` for the other control characters, everything else as it is.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{0}'..='\u{1f}' | '\u{7f}' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(character));
            }
            other => out.push(other),
        }
    }
}

/// Writes a dataset with its own blank node labels, one statement a line, sorted.
#[must_use]
pub fn serialize(dataset: &Dataset) -> String {
    let mut lines: Vec<String> = dataset
        .iter()
        .map(|quad| {
            let mut line = String::new();
            write_quad(&mut line, quad, &|label| label);
            line
        })
        .collect();
    lines.sort_unstable();
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_survives_writing_and_reading() {
        let text: String = (0..0x300)
            .chain([0x20ac, 0x1f600])
            .filter_map(char::from_u32)
            .collect();
        let quad = Quad {
            subject: Term::Blank("a".to_owned()),
            predicate: "urn:p".to_owned(),
            object: Term::Literal {
                value: text,
                datatype: XSD_STRING.to_owned(),
                language: None,
            },
            graph: Some(Term::Iri("urn:g".to_owned())),
        };
        let dataset = Dataset::from_iter([quad]);
        assert_eq!(parse(&serialize(&dataset)), Ok(dataset));
    }

    #[test]
    fn control_characters_are_escaped_exactly() {
        let mut out = String::new();
        escape(&mut out, "\u{0}\t\u{8}\n\u{c}\r\"\\\u{7f}\u{80}é");
        assert_eq!(out, "\\u0000\\t\\b\\n\\f\\r\\\"\\\\\\u007F\u{80}é");
    }

    #[test]
    fn a_fault_is_reported_with_its_line() {
        let error = parse("<urn:a> <urn:b> <urn:c> .\n<urn:a> \"b\" <urn:c> .\n").unwrap_err();
        assert_eq!(error.line, 2);
    }
}
