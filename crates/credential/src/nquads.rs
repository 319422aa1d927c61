//! N-Quads: the canonical form of RDFC-1.0, and a reader for the same syntax (RDF 1.1 N-Quads).

use std::fmt::Write as _;

use crate::rdf::{Dataset, Quad, RDF_LANG_STRING, Term, XSD_STRING};

/// Why a line is not N-Quads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct ParseError {
    /// Line number, from 1.
    pub line: usize,
    /// What was expected.
    pub reason: &'static str,
}

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

/// Reads N-Quads.
///
/// # Errors
/// [`ParseError`] with the line and what was expected there.
pub fn parse(text: &str) -> Result<Dataset, ParseError> {
    let mut dataset = Dataset::default();
    for (index, line) in text.lines().enumerate() {
        let mut reader = Reader {
            rest: line.trim_start(),
        };
        if reader.rest.is_empty() || reader.rest.starts_with('#') {
            continue;
        }
        let quad = reader.quad().map_err(|reason| ParseError {
            line: index + 1,
            reason,
        })?;
        dataset.insert(quad);
    }
    Ok(dataset)
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn quad(&mut self) -> Result<Quad, &'static str> {
        let subject = self.term()?;
        let Term::Iri(predicate) = self.term()? else {
            return Err("expected an IRI as predicate");
        };
        let object = self.term()?;
        let graph = if self.rest.starts_with('.') {
            None
        } else {
            Some(self.term()?)
        };
        self.literal(".", "expected '.' at the end of the statement")?;
        self.blanks();
        if !self.rest.is_empty() && !self.rest.starts_with('#') {
            return Err("expected nothing after the statement");
        }
        let literal = |term: &Term| matches!(term, Term::Literal { .. });
        if literal(&subject) || graph.as_ref().is_some_and(literal) {
            return Err("expected an IRI or a blank node");
        }
        Ok(Quad {
            subject,
            predicate,
            object,
            graph,
        })
    }

    fn term(&mut self) -> Result<Term, &'static str> {
        let term = match self.rest.as_bytes().first() {
            Some(b'<') => Term::Iri(self.iri()?),
            Some(b'_') => {
                self.literal("_:", "expected a blank node")?;
                Term::Blank(self.label().to_owned())
            }
            Some(b'"') => self.string()?,
            _ => return Err("expected an IRI, a blank node or a literal"),
        };
        self.blanks();
        Ok(term)
    }

    /// A label may hold dots but does not end with one: that dot ends the statement.
    fn label(&mut self) -> &'a str {
        let run = self
            .rest
            .find(|c: char| c.is_whitespace() || c == '<' || c == '"')
            .unwrap_or(self.rest.len());
        let label = self.rest[..run].trim_end_matches('.');
        self.rest = &self.rest[label.len()..];
        label
    }

    fn iri(&mut self) -> Result<String, &'static str> {
        self.literal("<", "expected '<'")?;
        let end = self.rest.find('>').ok_or("expected '>'")?;
        let iri = unescape(&self.rest[..end])?;
        self.rest = &self.rest[end + 1..];
        Ok(iri)
    }

    fn string(&mut self) -> Result<Term, &'static str> {
        self.literal("\"", "expected '\"'")?;
        let end = closing_quote(self.rest).ok_or("expected a closing '\"'")?;
        let value = unescape(&self.rest[..end])?;
        self.rest = &self.rest[end + 1..];
        if let Some(rest) = self.rest.strip_prefix('@') {
            self.rest = rest;
            let language = self.take(|c| c.is_ascii_alphanumeric() || c == '-');
            return Ok(Term::Literal {
                value,
                datatype: RDF_LANG_STRING.to_owned(),
                language: Some(language.to_owned()),
            });
        }
        let datatype = match self.rest.strip_prefix("^^") {
            Some(rest) => {
                self.rest = rest;
                self.iri()?
            }
            None => XSD_STRING.to_owned(),
        };
        Ok(Term::Literal {
            value,
            datatype,
            language: None,
        })
    }

    fn take(&mut self, accept: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !accept(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    fn literal(&mut self, text: &str, otherwise: &'static str) -> Result<(), &'static str> {
        self.rest = self.rest.strip_prefix(text).ok_or(otherwise)?;
        Ok(())
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r']);
    }
}

fn closing_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(index),
            _ => {}
        }
    }
    None
}

fn unescape(text: &str) -> Result<String, &'static str> {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            out.push(character);
            continue;
        }
        let escaped = match characters.next() {
            Some('t') => '\t',
            Some('b') => '\u{8}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('f') => '\u{c}',
            Some(same @ ('"' | '\'' | '\\')) => same,
            Some('u') => code_point(&mut characters, 4)?,
            Some('U') => code_point(&mut characters, 8)?,
            _ => return Err("unknown escape"),
        };
        out.push(escaped);
    }
    Ok(out)
}

fn code_point(characters: &mut std::str::Chars<'_>, digits: usize) -> Result<char, &'static str> {
    let mut value = 0_u32;
    for _ in 0..digits {
        let digit = characters
            .next()
            .and_then(|c| c.to_digit(16))
            .ok_or("expected hexadecimal digits")?;
        value = value << 4 | digit;
    }
    char::from_u32(value).ok_or("not a Unicode character")
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
