//! Evidence: immutable bytes, known by their SHA-256.

pub mod blindness;
pub mod sweep;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Form, Slug};
use crate::ids::EvidenceId;
use crate::refusal::{Kind, Parameter, Refuse};

/// The largest file that may be handed in, in bytes.
pub const MAX_FILE_BYTES: u64 = 500 * 1024 * 1024;
/// The most files of one pursuit.
pub const MAX_FILES: usize = 60;
/// The longest caption, in characters.
pub const MAX_CAPTION: usize = 300;

/// A type that the product accepts: what it is, its media type and the ending of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileType {
    /// What it is.
    pub form: Form,
    /// Media type that it is served with.
    pub media_type: &'static str,
    /// Ending of its shown name, without the dot.
    pub ending: &'static str,
}

/// Every accepted type. Anything else is refused, whatever its name says.
pub const FILE_TYPES: &[FileType] = &[
    FileType {
        form: Form::Document,
        media_type: "text/plain",
        ending: "txt",
    },
    FileType {
        form: Form::Document,
        media_type: "text/csv",
        ending: "csv",
    },
    FileType {
        form: Form::Document,
        media_type: "application/pdf",
        ending: "pdf",
    },
    FileType {
        form: Form::Document,
        media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ending: "docx",
    },
    FileType {
        form: Form::Document,
        media_type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ending: "pptx",
    },
    FileType {
        form: Form::Document,
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ending: "xlsx",
    },
    FileType {
        form: Form::Image,
        media_type: "image/jpeg",
        ending: "jpg",
    },
    FileType {
        form: Form::Image,
        media_type: "image/png",
        ending: "png",
    },
    FileType {
        form: Form::Image,
        media_type: "image/webp",
        ending: "webp",
    },
    FileType {
        form: Form::Audio,
        media_type: "audio/mpeg",
        ending: "mp3",
    },
    FileType {
        form: Form::Audio,
        media_type: "audio/mp4",
        ending: "m4a",
    },
    FileType {
        form: Form::Audio,
        media_type: "audio/wav",
        ending: "wav",
    },
    FileType {
        form: Form::Audio,
        media_type: "audio/ogg",
        ending: "ogg",
    },
    FileType {
        form: Form::Video,
        media_type: "video/mp4",
        ending: "mp4",
    },
    FileType {
        form: Form::Video,
        media_type: "video/webm",
        ending: "webm",
    },
    FileType {
        form: Form::Video,
        media_type: "video/quicktime",
        ending: "mov",
    },
];

impl FileType {
    /// The accepted type of that media type.
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        FILE_TYPES
            .iter()
            .copied()
            .find(|it| it.media_type == media_type)
    }
}

/// One file in a draft or a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its id.
    pub id: EvidenceId,
    /// The requirement that it answers.
    pub requirement: Slug,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Media type, judged by content.
    pub media_type: String,
    /// What it is.
    pub form: Form,
    /// Size in bytes.
    pub bytes: u64,
    /// The name that others see: never the uploaded one, which may name a person.
    pub shown_name: String,
    /// What the educator says of it.
    pub caption: String,
    /// Criteria that it is meant to show.
    pub criteria: Vec<Slug>,
}

/// The neutral name of the n-th file of a requirement.
pub fn shown_name(requirement: &Slug, n: usize, file_type: FileType) -> String {
    format!("{requirement}-{n}.{}", file_type.ending)
}

/// A size as people read it, such as `12 kB` or `3.5 MB`, in powers of 1000.
pub fn size_in_words(bytes: u64) -> String {
    const KILO: u64 = 1_000;
    const MEGA: u64 = 1_000_000;
    if bytes < KILO {
        return format!("{bytes} B");
    }
    if bytes < MEGA {
        return format!("{} kB", bytes.div_ceil(KILO));
    }
    let tenths = bytes.saturating_mul(10).div_ceil(MEGA);
    match tenths % 10 {
        0 => format!("{} MB", tenths / 10),
        tenth => format!("{}.{tenth} MB", tenths / 10),
    }
}

/// Why the room `evidence` says no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such evidence, or the asker may not know of it.
    NoSuchEvidence,
    /// The file is larger than allowed.
    FileTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The file has no bytes.
    FileEmpty,
    /// The content is of no accepted type, whatever its name says.
    FileTypeUnknown {
        /// The endings that are accepted here.
        accepted: String,
    },
    /// The type is known, but this requirement does not take it.
    FormNotAccepted {
        /// What it is.
        found: String,
        /// What the requirement takes.
        accepted: String,
    },
    /// The requirement has as many files as it takes.
    TooManyFiles {
        /// The most files.
        limit: usize,
    },
    /// The caption is too long.
    CaptionTooLong {
        /// The most characters.
        limit: usize,
    },
    /// No file came with the form.
    NoFile,
    /// There is no such record, or the asker may not know of it.
    NoSuchRecord,
    /// No rendition can be made of it, and assessors get nothing else.
    EvidenceNotShown,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchEvidence => "no-such-evidence",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::FileEmpty => "file-empty",
            Self::FileTypeUnknown { .. } => "file-type-unknown",
            Self::FormNotAccepted { .. } => "form-not-accepted",
            Self::TooManyFiles { .. } => "too-many-files",
            Self::CaptionTooLong { .. } => "caption-too-long",
            Self::NoFile => "no-file",
            Self::NoSuchRecord => "no-such-record",
            Self::EvidenceNotShown => "evidence-not-shown",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchEvidence | Self::NoSuchRecord => Kind::NotFound,
            Self::EvidenceNotShown => Kind::Conflict,
            Self::FileTooLarge { .. } => Kind::TooLarge,
            _ => Kind::Invalid,
        }
    }

    fn parameters(&self) -> Vec<Parameter> {
        match self {
            Self::FileTooLarge { limit } => vec![
                ("limit", limit.to_string()),
                ("size", size_in_words(*limit)),
            ],
            Self::FileTypeUnknown { accepted } => vec![("accepted", accepted.clone())],
            Self::FormNotAccepted { found, accepted } => {
                vec![("found", found.clone()), ("accepted", accepted.clone())]
            }
            Self::TooManyFiles { limit } | Self::CaptionTooLong { limit } => {
                vec![("limit", limit.to_string())]
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_written_as_people_read_it() {
        assert_eq!(size_in_words(0), "0 B");
        assert_eq!(size_in_words(1_001), "2 kB");
        assert_eq!(size_in_words(200_000_000), "200 MB");
        assert_eq!(size_in_words(3_000_001), "3.1 MB");
    }
}
