//! The lists of a package: which parts there are, and what each points at.

use quick_xml::events::{BytesStart, Event};

use super::part::left_behind;
use super::xml;
use crate::{Neutral, Removed, Unfit};

/// The list of types, without parts that stay behind.
pub(super) fn types(content: &[u8]) -> Result<Vec<u8>, Unfit> {
    xml::rewrite(content, |event| {
        let (Event::Start(it) | Event::Empty(it)) = event else {
            return true;
        };
        let part = xml::attribute(it, "PartName").unwrap_or_default();
        let lower = part.trim_start_matches('/').to_ascii_lowercase();
        left_behind(&lower).is_none()
    })
}

/// What a part points at, without parts that stay behind; folders and servers of whoever made it
/// are taken out of what lies outside. Addresses that a reader may follow are noted.
pub(super) fn clean(name: &str, content: &[u8], made: &mut Neutral) -> Result<Vec<u8>, Unfit> {
    let folder = folder_of(name);
    let text = xml::decoded(content)?;
    let mut out = String::with_capacity(text.len());
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|_| Unfit::Broken)? {
            Event::Eof => return Ok(out.into_bytes()),
            Event::DocType(_) => return Err(Unfit::Broken),
            Event::Empty(it) => {
                if let Some(it) = relation(&folder, it, made) {
                    xml::put(&mut out, &Event::Empty(it));
                }
            }
            other => xml::put(&mut out, &other),
        }
    }
}

fn relation<'e>(folder: &str, it: BytesStart<'e>, made: &mut Neutral) -> Option<BytesStart<'e>> {
    let target = xml::attribute(&it, "Target").unwrap_or_default();
    let is_outside = xml::attribute(&it, "TargetMode").is_some_and(|mode| mode == "External");
    if !is_outside {
        let stays = left_behind(&resolved(folder, &target)).is_none();
        return stays.then_some(it);
    }
    let lower = target.to_ascii_lowercase();
    if ["http://", "https://", "mailto:"]
        .iter()
        .any(|it| lower.starts_with(it))
    {
        made.text.link(&target);
        made.text.add(crate::Place::Links, target);
        return Some(it);
    }
    made.left(Removed::Paths);
    let kind = xml::attribute(&it, "Type").unwrap_or_default();
    if kind.ends_with("/attachedTemplate") {
        return None;
    }
    Some(xml::with_values(&it, |name, _| {
        (name == "Target").then(|| "about:blank".to_owned())
    }))
}

/// `ppt/slides/_rels/slide1.xml.rels` speaks of what lies around `ppt/slides/`.
fn folder_of(name: &str) -> String {
    let up = name.rsplit_once("_rels/").map_or("", |it| it.0);
    up.to_owned()
}

fn resolved(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(rest) => rest.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            other => steps.push(other),
        }
    }
    steps.join("/").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_found_from_the_folder_of_its_part() {
        assert_eq!(
            resolved(&folder_of("_rels/.rels"), "docProps/core.xml"),
            "docprops/core.xml"
        );
        let slide = folder_of("ppt/slides/_rels/slide1.xml.rels");
        assert_eq!(
            resolved(&slide, "../media/image1.png"),
            "ppt/media/image1.png"
        );
        assert_eq!(resolved(&slide, "/ppt/x.xml"), "ppt/x.xml");
    }
}
