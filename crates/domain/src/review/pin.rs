//! Pins: places inside evidence that an assessor points at.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Form, Slug};
use crate::ids::{EvidenceId, PinId};
use crate::refusal::Place as Spot;

/// The most pins for one criterion.
pub const MAX_PINS: usize = 20;
/// The longest quotation, in characters.
pub const MAX_QUOTATION: usize = 500;
/// The latest second that can be pointed at: a day.
const MAX_SECOND: u32 = 24 * 60 * 60;
/// The last page that can be pointed at.
const MAX_PAGE: u32 = 5_000;
/// The unit of a region: thousandths of width and height.
const WHOLE: u16 = 1_000;

/// A place inside evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Its id.
    pub id: PinId,
    /// For which criterion.
    pub criterion: Slug,
    /// What is pointed at.
    pub piece: Piece,
    /// Where in it.
    pub place: Place,
}

/// What is pointed at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Piece {
    /// A file or a link.
    File {
        /// Its id.
        id: EvidenceId,
    },
    /// A text that was written.
    Text {
        /// What it answers.
        source: Slug,
        /// Which of its texts, from 0.
        number: u16,
    },
}

/// Where in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Place {
    /// A part of a recording, in seconds from its start.
    Time {
        /// From then.
        from: u32,
        /// Until then, if it has an end.
        to: Option<u32>,
    },
    /// A page of a document, from 1, and perhaps a part of it.
    Page {
        /// Its number.
        page: u32,
        /// Which part.
        region: Option<Region>,
    },
    /// A part of a picture.
    Area {
        /// Which part.
        region: Region,
    },
    /// Words of a text.
    Words {
        /// As they stand there.
        quotation: String,
    },
}

/// A part of a page or picture, in thousandths of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// From the left edge.
    pub x: u16,
    /// From the upper edge.
    pub y: u16,
    /// Width.
    pub width: u16,
    /// Height.
    pub height: u16,
}

/// What a piece is made of, and its text where that is known.
#[derive(Clone, Copy, Debug)]
pub struct Pinnable<'t> {
    /// What it is.
    pub form: Form,
    /// Its words, for what was written.
    pub text: Option<&'t str>,
}

/// A place as it was typed: what is not said is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Seconds or `minutes:seconds`.
    #[serde(default)]
    pub from: String,
    /// The same.
    #[serde(default)]
    pub to: String,
    /// A number from 1.
    #[serde(default)]
    pub page: String,
    /// `x,y,width,height` in thousandths.
    #[serde(default)]
    pub region: String,
    /// Words as they stand there.
    #[serde(default)]
    pub quotation: String,
}

/// Reads a place from what was typed, as far as it fits the piece: recordings have times, documents
/// pages, pictures parts, and texts words, which have to stand there.
pub fn read(typed: &Typed, of: Pinnable<'_>) -> Result<Place, Spot> {
    match of.form {
        Form::Audio | Form::Video => time(typed),
        Form::Image => region(&typed.region).map(|region| Place::Area { region }),
        Form::Document if typed.page.trim().is_empty() => words(typed, of),
        Form::Document => page(typed),
        Form::Text | Form::Link => words(typed, of),
    }
}

fn time(typed: &Typed) -> Result<Place, Spot> {
    let wrong = |field: &str| Spot::new(field, "pin-time-unknown");
    let from = seconds(&typed.from).ok_or_else(|| wrong("from"))?;
    if typed.to.trim().is_empty() {
        return Ok(Place::Time { from, to: None });
    }
    let to = seconds(&typed.to).filter(|to| *to > from);
    let to = to.ok_or_else(|| wrong("to"))?;
    Ok(Place::Time { from, to: Some(to) })
}

/// `75`, `1:15` or `0:01:15`.
fn seconds(text: &str) -> Option<u32> {
    let parts: Vec<&str> = text.trim().split(':').collect();
    if parts.len() > 3 {
        return None;
    }
    let mut all = 0_u32;
    for (at, part) in parts.iter().enumerate() {
        let number: u32 = part.parse().ok()?;
        if at > 0 && number >= 60 {
            return None;
        }
        all = all.checked_mul(60)?.checked_add(number)?;
    }
    (all <= MAX_SECOND).then_some(all)
}

fn page(typed: &Typed) -> Result<Place, Spot> {
    let number = typed.page.trim().parse::<u32>().ok();
    let page = number.filter(|it| (1..=MAX_PAGE).contains(it));
    let page = page.ok_or_else(|| Spot::new("page", "pin-page-unknown"))?;
    let region = match typed.region.trim() {
        "" => None,
        text => Some(region(text)?),
    };
    Ok(Place::Page { page, region })
}

fn region(text: &str) -> Result<Region, Spot> {
    let wrong = || Spot::new("region", "pin-region-unknown");
    let numbers: Vec<u16> = text
        .split(',')
        .map(|it| it.trim().parse().map_err(|_| wrong()))
        .collect::<Result<_, _>>()?;
    let [x, y, width, height] = numbers[..] else {
        return Err(wrong());
    };
    let fits =
        |at: u16, length: u16| length > 0 && at.checked_add(length).is_some_and(|end| end <= WHOLE);
    if !(fits(x, width) && fits(y, height)) {
        return Err(wrong());
    }
    Ok(Region {
        x,
        y,
        width,
        height,
    })
}

fn words(typed: &Typed, of: Pinnable<'_>) -> Result<Place, Spot> {
    let quotation = typed.quotation.trim().to_owned();
    let at = |code| Spot::new("quotation", code).with("limit", MAX_QUOTATION);
    if quotation.is_empty() {
        return Err(at("pin-quotation-missing"));
    }
    if quotation.chars().count() > MAX_QUOTATION {
        return Err(at("pin-quotation-too-long"));
    }
    if of.text.is_some_and(|text| !text.contains(&quotation)) {
        return Err(at("pin-quotation-not-there"));
    }
    Ok(Place::Words { quotation })
}

impl Place {
    /// The fragment of an address that opens the place: Media Fragments URI 1.0 for recordings and
    /// pictures, RFC 8118 for documents; nothing for words.
    pub fn fragment(&self) -> Option<String> {
        match self {
            Self::Time { from, to: None } => Some(format!("t={from}")),
            Self::Time { from, to: Some(to) } => Some(format!("t={from},{to}")),
            Self::Page { page, .. } => Some(format!("page={page}")),
            Self::Area { region: it } => {
                let percent = |n: u16| format!("{}.{}", n / 10, n % 10);
                let [x, y] = [percent(it.x), percent(it.y)];
                let [width, height] = [percent(it.width), percent(it.height)];
                Some(format!("xywh=percent:{x},{y},{width},{height}"))
            }
            Self::Words { .. } => None,
        }
    }
}

/// A second as `1:15` or `1:02:03`.
pub fn clock(second: u32) -> String {
    let (hours, minutes, seconds) = (second / 3_600, second / 60 % 60, second % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(change: fn(&mut Typed)) -> Typed {
        let mut it = Typed::default();
        change(&mut it);
        it
    }

    fn of(form: Form) -> Pinnable<'static> {
        let text = (form == Form::Text).then_some("They answer at once.");
        Pinnable { form, text }
    }

    fn code(form: Form, change: fn(&mut Typed)) -> &'static str {
        read(&typed(change), of(form)).unwrap_err().code
    }

    #[test]
    fn a_recording_has_times_and_opens_there() {
        let it = typed(|it| (it.from, it.to) = ("1:15".into(), "0:01:30".into()));
        let place = read(&it, of(Form::Video)).unwrap();
        assert_eq!(
            place,
            Place::Time {
                from: 75,
                to: Some(90)
            }
        );
        assert_eq!(place.fragment().unwrap(), "t=75,90");
        let open = read(&typed(|it| it.from = "5".into()), of(Form::Audio)).unwrap();
        assert_eq!(open.fragment().unwrap(), "t=5");
        let backwards = code(Form::Video, |it| {
            (it.from, it.to) = ("9".into(), "9".into())
        });
        assert_eq!(backwards, "pin-time-unknown");
        for bad in ["", "x", "1:60", "1:2:3:4", "99:00:00", "-1"] {
            assert_eq!(seconds(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_document_has_pages_and_a_picture_has_parts() {
        let page = read(&typed(|it| it.page = "3".into()), of(Form::Document)).unwrap();
        assert_eq!(page.fragment().unwrap(), "page=3");
        assert_eq!(
            code(Form::Document, |it| it.page = "0".into()),
            "pin-page-unknown"
        );
        let area = read(
            &typed(|it| it.region = "100, 205,300,400".into()),
            of(Form::Image),
        );
        let opened = area.unwrap().fragment().unwrap();
        assert_eq!(opened, "xywh=percent:10.0,20.5,30.0,40.0");
        for bad in [
            "",
            "1,2,3",
            "0,0,0,1",
            "900,0,101,1",
            "a,b,c,d",
            "1,1,65535,1",
        ] {
            assert!(region(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn words_have_to_stand_in_the_text() {
        let there = read(
            &typed(|it| it.quotation = " at once ".into()),
            of(Form::Text),
        )
        .unwrap();
        let quotation = "at once".to_owned();
        assert_eq!(there, Place::Words { quotation });
        assert_eq!(there_not(), "pin-quotation-not-there");
        assert_eq!(code(Form::Text, |_| {}), "pin-quotation-missing");
    }

    fn there_not() -> &'static str {
        code(Form::Text, |it| it.quotation = "never".into())
    }

    #[test]
    fn a_clock_reads_as_players_show_it() {
        assert_eq!(
            [clock(5), clock(75), clock(3_723)],
            ["0:05", "1:15", "1:02:03"]
        );
    }
}
