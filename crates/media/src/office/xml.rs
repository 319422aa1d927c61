//! Parts in XML: values that name people are replaced, texts are read.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::{Neutral, Place, Removed, Unfit};

/// What stands where a name was.
const NOBODY: &str = "Author";

/// Attributes that hold the name of a person, whatever the element.
const NAMES: [&str; 7] = [
    "author",
    "displayName",
    "userName",
    "lastModifiedBy",
    "initials",
    "modifiedBy",
    "createdBy",
];
/// Attributes that point at a person's account.
const ACCOUNTS: [&str; 4] = ["userId", "providerId", "providerid", "presenceInfo"];
/// Attributes that describe what is shown.
const LABELS: [&str; 4] = ["descr", "title", "alt", "tooltip"];
/// Elements of a part about its surroundings, which stay behind whole.
const LEFT: [&str; 5] = [
    "absPath",
    "fileSharing",
    "docVars",
    "mailMerge",
    "attachedTemplate",
];

/// A part of which whole elements are left out where `stays` says no.
pub(super) fn rewrite(
    content: &[u8],
    stays: impl Fn(&Event<'_>) -> bool,
) -> Result<Vec<u8>, Unfit> {
    let text = decoded(content)?;
    let mut out = String::with_capacity(text.len());
    let mut reader = Reader::from_str(text);
    loop {
        let event = reader.read_event().map_err(|_| Unfit::Broken)?;
        match &event {
            Event::Eof => return Ok(out.into_bytes()),
            Event::DocType(_) => return Err(Unfit::Broken),
            it if stays(it) => put(&mut out, it),
            _ => {}
        }
    }
}

/// A part as it may be shown; its texts are added under their place.
pub(super) fn clean(
    name: &str,
    content: &[u8],
    place: Place,
    made: &mut Neutral,
) -> Result<Vec<u8>, Unfit> {
    let text = decoded(content)?;
    let mut part = Part {
        is_people: name.contains("persons/") || name.ends_with("uthors.xml"),
        out: String::with_capacity(text.len()),
        read: String::new(),
        labels: String::new(),
        within: Vec::new(),
        made,
    };
    let mut reader = Reader::from_str(text);
    let mut skipped = 0usize;
    loop {
        let event = reader.read_event().map_err(|_| Unfit::Broken)?;
        match event {
            Event::Eof => break,
            Event::DocType(_) => return Err(Unfit::Broken),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Start(_) if skipped > 0 => skipped += 1,
            Event::End(_) if skipped > 0 => skipped -= 1,
            _ if skipped > 0 => {}
            Event::Start(it) if is_left(&it) => {
                part.made.left(Removed::Paths);
                skipped = 1;
            }
            Event::Empty(it) if is_left(&it) => part.made.left(Removed::Paths),
            other => part.take(other),
        }
    }
    let Part {
        out,
        read,
        labels,
        made,
        ..
    } = part;
    made.text.add(place, read);
    made.text.add(Place::Labels, labels);
    Ok(out.into_bytes())
}

fn is_left(it: &BytesStart<'_>) -> bool {
    LEFT.contains(&it.local_name().into_inner())
}

struct Part<'m> {
    is_people: bool,
    out: String,
    read: String,
    labels: String,
    within: Vec<String>,
    made: &'m mut Neutral,
}

impl Part<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(it) => {
                self.break_before(it.local_name().into_inner());
                let cleaned = self.element(&it);
                self.within.push(it.local_name().into_inner().to_owned());
                put(&mut self.out, &Event::Start(cleaned));
            }
            Event::Empty(it) => {
                self.break_before(it.local_name().into_inner());
                let cleaned = self.element(&it);
                put(&mut self.out, &Event::Empty(cleaned));
            }
            Event::End(it) => {
                self.within.pop();
                put(&mut self.out, &Event::End(it));
            }
            Event::Text(it) => {
                // Excel lists the authors of comments as elements.
                if self.is_inside("author") {
                    self.made.left(Removed::Authors);
                    self.out.push_str(NOBODY);
                    return;
                }
                if self.is_read() {
                    self.read.push_str(&it.xml10_content());
                }
                put(&mut self.out, &Event::Text(it));
            }
            Event::GeneralRef(it) => {
                if self.is_inside("author") {
                    return;
                }
                if self.is_read() {
                    self.read.push_str(&reference(&it));
                }
                put(&mut self.out, &Event::GeneralRef(it));
            }
            other => put(&mut self.out, &other),
        }
    }

    fn is_inside(&self, element: &str) -> bool {
        self.within.last().is_some_and(|it| it == element)
    }

    /// Text stands in `t`, deleted text in `delText`, fields in `instrText`, values in `v`, and
    /// heads and feet of sheets in elements of their own.
    fn is_read(&self) -> bool {
        self.within.last().is_some_and(|it| {
            matches!(
                it.as_str(),
                "t" | "delText"
                    | "instrText"
                    | "v"
                    | "f"
                    | "text"
                    | "oddHeader"
                    | "oddFooter"
                    | "evenHeader"
                    | "evenFooter"
                    | "firstHeader"
                    | "firstFooter"
                    | "definedName"
            )
        })
    }

    /// Paragraphs, cells and breaks end a line.
    fn break_before(&mut self, element: &str) {
        let ends = matches!(element, "p" | "br" | "tc" | "si" | "c" | "comment" | "cr");
        if ends && !self.read.ends_with('\n') && !self.read.is_empty() {
            self.read.push('\n');
        }
        if matches!(element, "tab") {
            self.read.push(' ');
        }
    }

    fn element<'e>(&mut self, it: &BytesStart<'e>) -> BytesStart<'e> {
        let element = it.local_name().into_inner().to_owned();
        let (is_people, labels, made) = (self.is_people, &mut self.labels, &mut *self.made);
        with_values(it, |name, value| {
            let local = name.rsplit(':').next().unwrap_or_default();
            let is_name = NAMES.contains(&local) || (is_people && local == "name");
            if is_name && !value.is_empty() {
                made.left(Removed::Authors);
                return Some(if local == "initials" { "A" } else { NOBODY }.to_owned());
            }
            if ACCOUNTS.contains(&local) {
                made.left(Removed::Authors);
                return Some(NOBODY.to_owned());
            }
            // When a change or a comment was made; both may be left out.
            if matches!(name, "w:date" | "dt") {
                made.left(Removed::Times);
                return Some(String::new());
            }
            // A sheet that points at settings of a printer, which stayed behind.
            if element == "pageSetup" && name.contains(':') && local == "id" {
                return Some(String::new());
            }
            if LABELS.contains(&local) || (element == "sheet" && local == "name") {
                labels.push_str(&unescaped(value));
                labels.push('\n');
            }
            None
        })
    }
}

/// The element with other values where `change` gives one; an empty one takes the attribute out.
pub(super) fn with_values<'e>(
    it: &BytesStart<'e>,
    mut change: impl FnMut(&str, &str) -> Option<String>,
) -> BytesStart<'e> {
    let name = it.name().into_inner().to_owned();
    let mut content = name.clone();
    for one in it.attributes().with_checks(false).flatten() {
        let (key, value) = (one.key.into_inner(), one.value.as_ref());
        let changed = change(key, value);
        if changed.as_ref().is_some_and(String::is_empty) {
            continue;
        }
        let value = changed.unwrap_or_else(|| value.replace('"', "&quot;"));
        content.push_str(&format!(" {key}=\"{value}\""));
    }
    BytesStart::from_content(content, name.len())
}

/// The value of an attribute without a prefix.
pub(super) fn attribute(it: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = it.attributes();
    let mut all = all.with_checks(false).flatten();
    let found = all.find(|one| one.key.into_inner() == name)?;
    Some(unescaped(&found.value))
}

fn unescaped(raw: &str) -> String {
    quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), |it| it.into_owned())
}

fn reference(it: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(sign)) = it.resolve_char_ref() {
        return sign.to_string();
    }
    unescaped(&format!("&{};", &**it))
}

/// Text of a part; these documents are written in UTF-8, as good as always.
pub(super) fn decoded(content: &[u8]) -> Result<&str, Unfit> {
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    std::str::from_utf8(content).map_err(|_| Unfit::Broken)
}

/// Writes an event as it was.
pub(super) fn put(out: &mut String, event: &Event<'_>) {
    match event {
        Event::Start(it) => wrap(out, "<", it, ">"),
        Event::Empty(it) => wrap(out, "<", it, "/>"),
        Event::End(it) => wrap(out, "</", it, ">"),
        Event::Text(it) => out.push_str(it),
        Event::CData(it) => wrap(out, "<![CDATA[", it, "]]>"),
        Event::Decl(it) => wrap(out, "<?", it, "?>"),
        Event::PI(it) => wrap(out, "<?", it, "?>"),
        Event::GeneralRef(it) => wrap(out, "&", it, ";"),
        Event::Comment(_) | Event::DocType(_) | Event::Eof => {}
    }
}

fn wrap(out: &mut String, before: &str, inner: &str, behind: &str) {
    out.push_str(before);
    out.push_str(inner);
    out.push_str(behind);
}
