//! Renditions: a file without what its makers and their devices wrote into it about themselves,
//! and the texts in it. Pure; knows nothing of the product; usable alone.
//!
//! What is kept is listed, not what is removed: a box, a chunk or a part of which this crate does
//! not know that a reader needs it, stays behind. Nothing is compressed anew, so pictures, sound and
//! film are the same to the eye and the ear.
//!
//! ```
//! use media::{Kind, Bytes, neutral};
//!
//! let original = b"ID3\x04\0\0\0\0\0\x02hi\xff\xfb\x90\x64sound".to_vec();
//! let made = neutral(Kind::Mp3, &mut Bytes(&original)).unwrap();
//! assert_eq!(made.assemble(&mut Bytes(&original)).unwrap(), b"\xff\xfb\x90\x64sound");
//! ```

mod jpeg;
mod mp3;
mod mp4;
mod office;
mod orientation;
mod pdf;
mod plan;
mod png;
mod riff;
mod source;
mod text;

use serde::{Deserialize, Serialize};

pub use plan::{Neutral, Piece, Removed};
pub use source::{Bytes, Source};
pub use text::{Layer, MAX_TEXT, Place, Text};

/// Name and version of what this crate does to a file; a change of what it keeps changes it.
pub const RECIPE: &str = "neutral-1";
/// The largest picture or document that is worked on, in bytes: it is held in memory.
pub const MAX_IN_MEMORY: u64 = 64 * 1024 * 1024;

/// The types that can be made neutral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Plain text, also tables and captions: nothing is hidden in it.
    Text,
    /// Picture.
    Jpeg,
    /// Picture.
    Png,
    /// Picture.
    Webp,
    /// Sound.
    Wav,
    /// Sound.
    Mp3,
    /// Film or sound in boxes (ISO/IEC 14496-12), also QuickTime's.
    Mp4,
    /// Document.
    Pdf,
    /// Document of a word processor (ECMA-376).
    Word,
    /// Slides (ECMA-376).
    Slides,
    /// Tables (ECMA-376).
    Sheet,
}

/// Why no rendition can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unfit {
    /// It does not follow the rules of its type.
    #[error("the file is damaged, or is not what it says")]
    Broken,
    /// It is locked with a password.
    #[error("the file is locked with a password")]
    Locked,
    /// It is larger, when unpacked, than is worked on.
    #[error("the file is too large when unpacked")]
    TooLarge,
    /// It carries programs, or another file of a kind that cannot be looked into.
    #[error("the file carries programs or files of a kind that cannot be looked into")]
    Carries,
    /// It points at other files without which it is not whole.
    #[error("the file is made of several files")]
    Scattered,
}

impl Unfit {
    /// Every reason.
    pub const ALL: [Self; 5] = [
        Self::Broken,
        Self::Locked,
        Self::TooLarge,
        Self::Carries,
        Self::Scattered,
    ];

    /// The word that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Locked => "locked",
            Self::TooLarge => "too-large",
            Self::Carries => "carries",
            Self::Scattered => "scattered",
        }
    }
}

/// Plans the rendition of a file and reads the texts in it.
///
/// # Errors
/// Why there is none; [`Unfit::Broken`] also if the source cannot be read.
pub fn neutral(kind: Kind, source: &mut dyn Source) -> Result<Neutral, Unfit> {
    match kind {
        Kind::Wav => riff::wav(source),
        Kind::Mp3 => mp3::neutral(source),
        Kind::Mp4 => mp4::neutral(source),
        Kind::Text => text::plain(source),
        held => {
            let bytes = source::all(source, MAX_IN_MEMORY)?;
            match held {
                Kind::Jpeg => jpeg::neutral(&bytes),
                Kind::Png => png::neutral(&bytes),
                Kind::Webp => riff::webp(&bytes),
                Kind::Pdf => pdf::neutral(&bytes),
                other => office::neutral(other, &bytes),
            }
        }
    }
}
