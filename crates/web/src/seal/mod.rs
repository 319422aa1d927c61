//! The seal of a micro-credential, drawn from its data alone, so that page, certificate, badge and letter agree.
//!
//! Units: a field of 400 with its centre at 200; the small form has a field of 64.
//! 1. Edge: nine petals a criterion (four in the small form) in the issuer's colour, a gold point in each.
//! 2. Level: one gold ring a step, from the edge inwards.
//! 3. Words: the title on the upper arc, issuer and year on the lower.
//! 4. Braid: a sine ring of *criteria x w* waves, turned six times; w is 3, 4 or 5 by the SHA-256 of the code, so that
//!    every micro-credential has its own.
//! 5. Criteria: one tick each, clockwise from the top; leading practice adds a gold point inside it.
//! 6. The code in the middle, the level's name under it.
//!
//! On the way (nothing earned yet) it is an outline: the braid appears in the sectors of the criteria that are met.

mod full;
mod shapes;
mod small;

use std::fmt;

use askama::filters::HtmlSafe;
use sha2::{Digest, Sha256};

use crate::accent::Accent;
use crate::words::{self, Language};

/// The seal's gold, sRGB.
pub const GOLD: &str = "#d3a443";
const CREAM: &str = "#fffaf0";
const INK: &str = "#211c17";
/// More criteria than this are drawn as this many.
const MOST_CRITERIA: usize = 12;

/// One criterion in the seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// It was reached.
    pub met: bool,
    /// It was shown at the level of leading practice.
    pub leading: bool,
}

/// Which of its four forms is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// Earned, for 96 pixels and more.
    Full,
    /// Earned, for less: no words, no braid.
    Small,
    /// In outlines, for 96 pixels and more.
    OnTheWay,
    /// In outlines, for less.
    SmallOnTheWay,
}

/// Everything that the seal is drawn from.
#[derive(Clone, Debug)]
pub struct SealData {
    /// Title of the micro-credential.
    pub title: String,
    /// Name of the issuer.
    pub issuer: String,
    /// Year of the version, or of the award.
    pub year: i16,
    /// Short code, such as `WTW`.
    pub code: String,
    /// Name of the level in the issuer's scale.
    pub level: String,
    /// Step of the level, 1 to 4.
    pub step: u8,
    /// The criteria in their order.
    pub criteria: Vec<Criterion>,
    /// The issuer's colour.
    pub accent: Accent,
    /// Language of the text alternative.
    pub language: Language,
}

/// A drawn seal: SVG without any style attribute, ready to stand in a page or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal(String);

impl Seal {
    /// The SVG.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Every text in it went through [`escaped`].
impl HtmlSafe for Seal {}

impl SealData {
    /// Draws it. The same data give the same bytes.
    pub fn draw(&self, variant: Variant) -> Seal {
        Seal(match variant {
            Variant::Full => full::earned(self),
            Variant::OnTheWay => full::on_the_way(self),
            Variant::Small => small::earned(self),
            Variant::SmallOnTheWay => small::on_the_way(self),
        })
    }

    /// Title, issuer, level, criteria met.
    pub fn text_alternative(&self) -> String {
        words::say(self.language, "seal-says")
            .put("title", &self.title)
            .put("issuer", &self.issuer)
            .put("level", &self.level)
            .put("met", self.criteria.iter().filter(|it| it.met).count())
            .put("all", self.criteria.len())
            .to_string()
    }

    fn drawn_criteria(&self) -> &[Criterion] {
        &self.criteria[..self.criteria.len().min(MOST_CRITERIA)]
    }

    /// At least one, since a ring needs an edge.
    fn count(&self) -> usize {
        self.drawn_criteria().len().max(1)
    }

    fn rings(&self) -> u8 {
        self.step.clamp(1, 4)
    }

    /// 3, 4 or 5: the first 16 bits of the SHA-256 of the code, modulo 3, plus 3.
    fn waves_per_criterion(&self) -> usize {
        let hash = Sha256::digest(self.code.as_bytes());
        usize::from(u16::from_be_bytes([hash[0], hash[1]])) % 3 + 3
    }

    /// Prefix of the ids inside, which must differ between the seals of a page.
    fn prefix(&self) -> String {
        let mut hash = Sha256::new()
            .chain_update(&self.code)
            .chain_update([0])
            .chain_update(&self.title);
        for criterion in self.drawn_criteria() {
            hash.update([u8::from(criterion.met)]);
        }
        let hash = hash.finalize();
        format!("seal{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2])
    }

    /// The opening of the SVG, with its text alternative.
    fn open(&self, field: u16) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="seal" viewBox="0 0 {field} {field}" role="img" font-family="Source Serif 4, Georgia, serif"><title>{}</title>"#,
            escaped(&self.text_alternative())
        )
    }
}

/// Text as XML character data or attribute value; control characters, which XML forbids, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|it| !it.is_control()) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
