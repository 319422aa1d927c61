//! What a rendition is made of.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::source::part;
use crate::{Source, Text, Unfit};

/// How much is read at once when a rendition is assembled.
const STEP: u64 = 1024 * 1024;

/// A part of a rendition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// These bytes of the original.
    Keep(Range<u64>),
    /// So many zeros, where the size must stay.
    Zeros(u64),
    /// Other bytes.
    Bytes(Vec<u8>),
}

/// What was found and left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Removed {
    /// Camera, place and time of a picture (EXIF, XMP, IPTC).
    CameraData,
    /// A small picture of the picture.
    Thumbnail,
    /// Notes hidden in the file.
    Notes,
    /// Title, author, company and the like.
    Properties,
    /// Who wrote a comment or a change.
    Authors,
    /// Artist, album and other tags of sound and film.
    Tags,
    /// Tracks beside sight and sound, such as a record of places.
    Tracks,
    /// When it was made.
    Times,
    /// Files inside the file.
    Attachments,
    /// Scripts and actions.
    Scripts,
    /// Names of folders, printers and servers.
    Paths,
    /// Bytes behind the end, or between the parts.
    Leftovers,
}

impl Removed {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::CameraData,
        Self::Thumbnail,
        Self::Notes,
        Self::Properties,
        Self::Authors,
        Self::Tags,
        Self::Tracks,
        Self::Times,
        Self::Attachments,
        Self::Scripts,
        Self::Paths,
        Self::Leftovers,
    ];

    /// The word that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CameraData => "camera-data",
            Self::Thumbnail => "thumbnail",
            Self::Notes => "notes",
            Self::Properties => "properties",
            Self::Authors => "authors",
            Self::Tags => "tags",
            Self::Tracks => "tracks",
            Self::Times => "times",
            Self::Attachments => "attachments",
            Self::Scripts => "scripts",
            Self::Paths => "paths",
            Self::Leftovers => "leftovers",
        }
    }
}

/// A rendition as a plan over its original, and the texts in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neutral {
    /// Its parts in order.
    pub pieces: Vec<Piece>,
    /// What was left behind.
    pub removed: BTreeSet<Removed>,
    /// What can be read in it.
    pub text: Text,
}

impl Neutral {
    pub(crate) fn keep(&mut self, from: u64, to: u64) {
        if from >= to {
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece::Keep(last)) if last.end == from => last.end = to,
            _ => self.pieces.push(Piece::Keep(from..to)),
        }
    }

    pub(crate) fn zeros(&mut self, count: u64) {
        if count > 0 {
            self.pieces.push(Piece::Zeros(count));
        }
    }

    pub(crate) fn bytes(&mut self, bytes: impl Into<Vec<u8>>) {
        self.pieces.push(Piece::Bytes(bytes.into()));
    }

    pub(crate) fn left(&mut self, what: Removed) {
        self.removed.insert(what);
    }

    /// Size of the rendition in bytes.
    pub fn size(&self) -> u64 {
        let sizes = self.pieces.iter().map(|piece| match piece {
            Piece::Keep(range) => range.end - range.start,
            Piece::Zeros(count) => *count,
            Piece::Bytes(bytes) => bytes.len() as u64,
        });
        sizes.sum()
    }

    /// Hands the rendition out in small parts.
    ///
    /// # Errors
    /// [`Unfit::Broken`] if the original cannot be read; what the taker answers.
    pub fn each_part(
        &self,
        source: &mut dyn Source,
        mut take: impl FnMut(Vec<u8>) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        for piece in &self.pieces {
            match piece {
                Piece::Bytes(bytes) => take(bytes.clone())?,
                Piece::Keep(range) => {
                    steps(range.clone(), |from, to| take(part(source, from, to)?))?
                }
                Piece::Zeros(count) => steps(0..*count, |from, to| {
                    take(vec![0; usize::try_from(to - from).unwrap_or_default()])
                })?,
            }
        }
        Ok(())
    }

    /// The whole rendition at once, for what is small.
    ///
    /// # Errors
    /// As [`Neutral::each_part`].
    pub fn assemble(&self, source: &mut dyn Source) -> Result<Vec<u8>, Unfit> {
        let mut whole = Vec::new();
        self.each_part(source, |bytes| {
            whole.extend_from_slice(&bytes);
            Ok(())
        })?;
        Ok(whole)
    }
}

fn steps(
    range: Range<u64>,
    mut step: impl FnMut(u64, u64) -> Result<(), Unfit>,
) -> Result<(), Unfit> {
    let mut at = range.start;
    while at < range.end {
        let to = at.saturating_add(STEP).min(range.end);
        step(at, to)?;
        at = to;
    }
    Ok(())
}
