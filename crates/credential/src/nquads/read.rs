//! The reader.

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
