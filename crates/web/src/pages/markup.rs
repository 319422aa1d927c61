//! A strict reader of the HTML and SVG that this crate writes: what browsers forgive, it does not.

use std::collections::HashSet;

const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];
const NAMING: [&str; 4] = [
    "for",
    "aria-describedby",
    "aria-labelledby",
    "aria-controls",
];

/// Reads a document or a piece of one; says the first thing that is wrong.
pub fn well_formed(text: &str) -> Result<(), String> {
    let mut reader = Reader {
        rest: text,
        open: Vec::new(),
        ids: HashSet::new(),
        named: Vec::new(),
    };
    while !reader.rest.is_empty() {
        reader.step()?;
    }
    if let Some(tag) = reader.open.last() {
        return Err(format!("<{tag}> is never closed"));
    }
    match reader.named.iter().find(|it| !reader.ids.contains(*it)) {
        Some(id) => Err(format!("something names the id {id}, which does not exist")),
        None => Ok(()),
    }
}

struct Reader<'a> {
    rest: &'a str,
    open: Vec<&'a str>,
    ids: HashSet<&'a str>,
    named: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn step(&mut self) -> Result<(), String> {
        if let Some(rest) = self.rest.strip_prefix("<!doctype html>") {
            self.rest = rest;
            return Ok(());
        }
        if let Some(rest) = self.rest.strip_prefix("</") {
            let (name, rest) = rest.split_once('>').ok_or("a closing tag without an end")?;
            self.rest = rest;
            return match self.open.pop() {
                Some(tag) if tag == name => Ok(()),
                other => Err(format!("</{name}> closes {other:?}")),
            };
        }
        if self.rest.starts_with('<') {
            return self.tag();
        }
        let end = self.rest.find('<').unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        entities(text)
    }

    fn tag(&mut self) -> Result<(), String> {
        let here: String = self.rest.chars().take(60).collect();
        let body = &self.rest[1..];
        let end = body
            .find(|c: char| c.is_whitespace() || c == '>' || c == '/')
            .ok_or("a tag without an end")?;
        let name = &body[..end];
        if name.is_empty() || !name.bytes().all(|it| it.is_ascii_alphanumeric()) {
            return Err(format!("not a tag: {here}"));
        }
        self.rest = &body[end..];
        let mut seen = HashSet::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix("/>") {
                self.rest = rest;
                return Ok(());
            }
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                break;
            }
            let attribute = self
                .attribute()
                .ok_or_else(|| format!("an attribute that cannot be read: {here}"))?;
            if !seen.insert(attribute) {
                return Err(format!("{attribute} stands twice: {here}"));
            }
            if attribute == "style" || attribute.starts_with("on") {
                return Err(format!(
                    "the policy of the page forbids {attribute}: {here}"
                ));
            }
        }
        if name == "script" && !here.contains("src=") {
            return Err(format!(
                "the policy of the page forbids scripts inside it: {here}"
            ));
        }
        if !VOID.contains(&name) {
            self.open.push(name);
        }
        Ok(())
    }

    /// Reads an attribute: a name, and a value in double quotes if there is one.
    fn attribute(&mut self) -> Option<&'a str> {
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || "=>/".contains(c))?;
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        if name.is_empty() {
            return None;
        }
        if let Some(rest) = rest.strip_prefix("=\"") {
            let (value, rest) = rest.split_once('"')?;
            self.rest = rest;
            entities(value).ok()?;
            if name == "id" && (value.is_empty() || !self.ids.insert(value)) {
                return None;
            }
            if NAMING.contains(&name) {
                self.named.extend(value.split_whitespace());
            }
            if name == "href" {
                self.named.extend(value.strip_prefix('#'));
            }
        } else if rest.starts_with('=') {
            return None;
        }
        Some(name)
    }
}

/// Every `&` begins an entity.
fn entities(text: &str) -> Result<(), String> {
    for after in text.split('&').skip(1) {
        let name = after
            .split_once(';')
            .map(|(name, _)| name)
            .unwrap_or_default();
        if !(2..=8).contains(&name.len())
            || !name
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || it == b'#')
        {
            return Err(format!("a bare & in {text:?}"));
        }
    }
    Ok(())
}

#[test]
fn it_finds_what_is_wrong() {
    for wrong in [
        "<p>",
        "<p></b>",
        "<p a=b></p>",
        "<p style=\"x\"></p>",
        "<p onclick=\"x\"></p>",
        "a & b",
        "<i id=\"a\"></i><i id=\"a\"></i>",
        "<label for=\"a\"></label>",
        "<script>1</script>",
        "<p a a></p>",
        "< p>",
    ] {
        assert!(well_formed(wrong).is_err(), "{wrong}");
    }
    assert_eq!(
        well_formed("<!doctype html><p id=\"a\">x &amp; y<br><svg><path d=\"\"/></svg></p>"),
        Ok(())
    );
}
