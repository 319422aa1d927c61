//! A submission with files in which names were planted.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::path::Path;

use app::evidence::{AddFile, add_file};
use app::pursuit::{Start, start};
use app::review::{OpenReview, open_review};
use bytes::Bytes;
use domain::ids::{EvidenceId, PursuitId, SubmissionId};
use domain::review::Seat;
use store::Store;

use super::fixture::{
    COLLEAGUE, EDUCATOR, FIRST, NEIGHBOUR, OTHER_LEAD, SECOND, Small, ids_number,
};

/// Files, each with a name in it that no text shows.
const FILES: [&str; 4] = ["photo.jpg", "film.mp4", "sound.mp3", "plain.docx"];

/// What was handed in.
pub struct Planted {
    pub small: Small,
    pub pursuit: PursuitId,
    pub submission: SubmissionId,
    pub code: String,
    pub evidence: Vec<EvidenceId>,
}

/// A file of the tests of renditions.
pub fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../media/tests/files");
    std::fs::read(folder.join(name)).unwrap()
}

/// An educator hands in files, and the submission waits for its assessors.
pub async fn handed_in(store: Store) -> Planted {
    let forms = ("forms = [\"text\"]", "forms = [\"text\", \"image\", \"audio\", \"video\", \"document\"]");
    let counts = ("max_count = 1", "max_count = 6");
    let small = Small::with(store, &[forms, counts]).await;
    small
        .qualify(&[FIRST, SECOND, COLLEAGUE, NEIGHBOUR, OTHER_LEAD])
        .await;
    let educator = small.actor(EDUCATOR).await;
    let command = Start {
        micro_credential: small.published.slug.parse().unwrap(),
    };
    let begun = start(small.app(), &educator, command, None).await.unwrap();
    let texts = [
        ("answer/start", "They answer at once."),
        ("text/log/1", "Turn one took two seconds."),
        ("answer/silence", "It was long."),
        ("ai-use", "None."),
    ];
    small.write(begun.pursuit, &texts, 0).await;
    let mut evidence = Vec::new();
    for name in FILES {
        let command = AddFile {
            pursuit: begun.pursuit,
            requirement: "log".parse().unwrap(),
            uploaded_name: format!("Mara Delgado {name}"),
            caption: "The third week".to_owned(),
            criteria: BTreeSet::from(["timing".parse().unwrap()]),
        };
        let content = futures::stream::iter([Ok::<_, Infallible>(Bytes::from(file(name)))]);
        let added = add_file(small.app(), &educator, command, None, content).await;
        evidence.push(added.unwrap().item.id);
    }
    let submission = small.send(begun.pursuit).await;
    let read = move |tx: &store::Tx| store::pursuit::find_submission(tx, submission);
    let sent = small.app().store.read(read).await.unwrap().unwrap();
    Planted {
        small,
        pursuit: begun.pursuit,
        submission,
        code: sent.code,
        evidence,
    }
}

impl Planted {
    /// The holder of a seat opens their review.
    pub async fn open(&self, seat: Seat) {
        let it = self.small.holder(self.submission, seat).await.seated;
        let assessor = self.small.actor(ids_number(it.assessor)).await;
        let command = OpenReview { review: it.id };
        open_review(self.small.app(), &assessor, command, None).await.unwrap();
    }
}
