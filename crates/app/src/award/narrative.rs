//! The sentences of a credential, in the language of the micro-credential where we have it, else in
//! English. Wallets show only these, so they say in full what had to be done and how it was judged.

use std::fmt::Write as _;

use domain::catalogue::{Content, PlanKind, Requirement};
use store::award::signing::Pieces;

/// A language in which the sentences exist.
#[derive(Clone, Copy)]
enum Tongue {
    English,
    Spanish,
}

impl Tongue {
    fn of(content: &Content) -> Self {
        let tag = content.language.as_str();
        match tag.split('-').next() {
            Some("es") => Self::Spanish,
            _ => Self::English,
        }
    }

    const fn pick(self, english: &'static str, spanish: &'static str) -> &'static str {
        match self {
            Self::English => english,
            Self::Spanish => spanish,
        }
    }
}

/// What had to be handed in, and how it was judged (Markdown).
pub(super) fn criteria(content: &Content) -> String {
    let tongue = Tongue::of(content);
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{}\n",
        tongue.pick("What is handed in:", "Lo que se entrega:")
    );
    for requirement in &content.requirements {
        let _ = writeln!(text, "- {}", asked(requirement, tongue));
    }
    let written = tongue.pick(
        "written answers about the context and a reflection",
        "respuestas escritas sobre el contexto y una reflexión",
    );
    let _ = writeln!(text, "- {written}\n\n{}\n", judged(content, tongue));
    for criterion in &content.rubric.criteria {
        let level = content.rubric.level(criterion.passing_level);
        let level = level.map_or_else(String::new, |level| level.name.clone());
        let descriptor = criterion
            .descriptor(criterion.passing_level)
            .unwrap_or_default();
        let _ = writeln!(text, "- {}: {level}. {descriptor}", criterion.title);
    }
    text.trim_end().to_owned()
}

fn asked(requirement: &Requirement, tongue: Tongue) -> String {
    let optional = if requirement.is_optional() {
        tongue.pick(" (may be left out)", " (opcional)")
    } else {
        ""
    };
    format!("{}{optional}", requirement.title)
}

fn judged(content: &Content, tongue: Tongue) -> &'static str {
    match content.plan.kind {
        PlanKind::Double => tongue.pick(
            "Two qualified assessors judge it independently, without knowing whose work it is or who the other assessor is; where they differ, a third one decides. Every criterion has to reach its level, and none makes up for another:",
            "Dos evaluadores cualificados lo juzgan por separado, sin saber de quién es el trabajo ni quién es el otro evaluador; si no coinciden, decide un tercero. Cada criterio debe alcanzar su nivel y ninguno compensa a otro:",
        ),
        PlanKind::Single => tongue.pick(
            "A qualified assessor judges it without knowing whose work it is; a share of all work, and whatever is close, is judged again by a second one. Every criterion has to reach its level, and none makes up for another:",
            "Un evaluador cualificado lo juzga sin saber de quién es el trabajo; una parte de los trabajos, y todo caso dudoso, la juzga de nuevo un segundo evaluador. Cada criterio debe alcanzar su nivel y ninguno compensa a otro:",
        ),
        PlanKind::Consensus => tongue.pick(
            "Two qualified assessors judge it independently, without knowing whose work it is, and then agree where they differ. Every criterion has to reach its level, and none makes up for another:",
            "Dos evaluadores cualificados lo juzgan por separado, sin saber de quién es el trabajo, y después acuerdan lo que no coincide. Cada criterio debe alcanzar su nivel y ninguno compensa a otro:",
        ),
    }
}

/// Title of the evidence.
pub(super) fn evidence_name(content: &Content) -> &'static str {
    Tongue::of(content).pick("Evidence of the practice", "Evidencia de la práctica")
}

/// What was handed in, by number and kind. The pieces themselves stay private.
pub(super) fn evidence(content: &Content, pieces: &[Pieces]) -> String {
    let tongue = Tongue::of(content);
    let counted: Vec<String> = KINDS
        .iter()
        .map(|kind| {
            (
                kind,
                pieces
                    .iter()
                    .filter(|it| kind.holds(&it.media_type))
                    .map(|it| it.count)
                    .sum::<u64>(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| kind.counted(count, tongue))
        .collect();
    let list = if counted.is_empty() {
        tongue
            .pick("Written answers", "Respuestas escritas")
            .to_owned()
    } else {
        format!(
            "{}, {}",
            tongue.pick("Written answers", "Respuestas escritas"),
            counted.join(", ")
        )
    };
    let private = tongue.pick(
        "The assessors saw all of it; the holder keeps it private.",
        "Los evaluadores lo vieron todo; quien lo entregó lo mantiene en privado.",
    );
    format!("{list}. {private}")
}

/// A sort of evidence, told by its media type.
struct Kind {
    prefix: &'static str,
    english: (&'static str, &'static str),
    spanish: (&'static str, &'static str),
}

/// The last one holds whatever the others do not.
const KINDS: [Kind; 5] = [
    Kind {
        prefix: "text/plain",
        english: ("text", "texts"),
        spanish: ("texto", "textos"),
    },
    Kind {
        prefix: "image/",
        english: ("picture", "pictures"),
        spanish: ("imagen", "imágenes"),
    },
    Kind {
        prefix: "audio/",
        english: ("sound recording", "sound recordings"),
        spanish: ("grabación de audio", "grabaciones de audio"),
    },
    Kind {
        prefix: "video/",
        english: ("video", "videos"),
        spanish: ("vídeo", "vídeos"),
    },
    Kind {
        prefix: "",
        english: ("document", "documents"),
        spanish: ("documento", "documentos"),
    },
];

impl Kind {
    fn holds(&self, media_type: &str) -> bool {
        let first = KINDS
            .iter()
            .find(|kind| media_type.starts_with(kind.prefix));
        first.is_some_and(|kind| kind.prefix == self.prefix)
    }

    fn counted(&self, count: u64, tongue: Tongue) -> String {
        let (one, many) = match tongue {
            Tongue::English => self.english,
            Tongue::Spanish => self.spanish,
        };
        format!("{count} {}", if count == 1 { one } else { many })
    }
}
