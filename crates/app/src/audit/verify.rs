//! Proving that nothing sealed was changed, removed or put in.

use credential::multikey::{PublicKey, SecretKey};
use domain::audit::log::{Breach, Check, Head, IsSigned};
use store::audit::log::{self, Line};

use super::key;
use crate::{App, Outcome};

/// Events that are read at once.
const PAGE: u32 = 1000;
/// The place behind every event.
const END: u64 = i64::MAX as u64;

/// What the log is found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything is as it was sealed.
    Sound(Verified),
    /// The first place where it is not.
    Breached(Breach),
}

/// How much was proved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Sealed events.
    pub events: u64,
    /// Signed heads.
    pub heads: u64,
    /// The last of them.
    pub last: Option<Head>,
}

/// Reads the whole log and compares it with its heads, and with one that was `kept` elsewhere: it also
/// shows whether the end of the log was cut off. Needs the master key, with which nobody who only
/// reaches the database could have signed.
///
/// # Errors
/// If the installation's key cannot be opened, or the database cannot be read.
pub async fn verify_log(app: &App, kept: Option<Head>) -> Outcome<Verdict> {
    let key = key::open(app).await?;
    let mut reading = Reading {
        app,
        key: key.as_ref().map(SecretKey::public),
        check: Check::default(),
        kept,
        found: Verified::default(),
    };
    match reading.whole_log().await? {
        Ok(()) => Ok(Verdict::Sound(reading.found)),
        Err(breach) => Ok(Verdict::Breached(breach)),
    }
}

/// Either it goes on, or there is a breach.
type Step = Result<(), Breach>;

struct Reading<'a> {
    app: &'a App,
    key: Option<PublicKey>,
    check: Check,
    kept: Option<Head>,
    found: Verified,
}

enum Next {
    Head(Head),
    /// Something has a place behind the last head.
    Behind(Line),
    End,
}

impl Reading<'_> {
    async fn whole_log(&mut self) -> Outcome<Step> {
        loop {
            match self.next().await? {
                Next::Head(head) => {
                    if let Err(breach) = self.up_to(&head).await? {
                        return Ok(Err(breach));
                    }
                }
                Next::Behind(line) => {
                    return Ok(Err(Breach::PutIn {
                        position: line.position.unwrap_or_default(),
                        id: line.entry.id,
                    }));
                }
                Next::End => {
                    return Ok(match self.kept.take() {
                        Some(head) => Err(Breach::NotTheKept { size: head.size }),
                        None => Ok(()),
                    });
                }
            }
        }
    }

    /// In one unit, so that a head that is added meanwhile is not taken for its missing.
    async fn next(&self) -> Outcome<Next> {
        let position = self.check.position();
        self.app
            .read(move |unit| {
                if let Some(head) = log::heads(unit.tx, position, 1)?.pop() {
                    return Ok(Next::Head(head));
                }
                let behind = log::sealed(unit.tx, position, END, 1)?.pop();
                Ok(behind.map_or(Next::End, Next::Behind))
            })
            .await
    }

    /// The events that a head adds, and the head.
    async fn up_to(&mut self, head: &Head) -> Outcome<Step> {
        let is_signed = self.is_signed(head);
        if let Some(kept) = self.kept.take_if(|it| it.size <= head.size) {
            let read = self.read_to(kept.size).await?;
            if let Err(breach) = read.and_then(|()| self.check.kept(&kept)) {
                return Ok(Err(breach));
            }
        }
        let read = self.read_to(head.size).await?;
        let step = read.and_then(|()| self.check.head(head, is_signed));
        self.found = Verified {
            events: self.check.position(),
            heads: self.found.heads + 1,
            last: Some(head.clone()),
        };
        Ok(step)
    }

    async fn read_to(&mut self, size: u64) -> Outcome<Step> {
        while self.check.position() < size {
            let from = self.check.position();
            let lines = self
                .app
                .read(move |unit| Ok(log::sealed(unit.tx, from, size, PAGE)?))
                .await?;
            if lines.is_empty() {
                break;
            }
            for line in lines {
                let position = line.position.unwrap_or_default();
                let step = self.check.entry(position, &line.leaf, &line.entry);
                if step.is_err() {
                    return Ok(step);
                }
            }
        }
        Ok(Ok(()))
    }

    fn is_signed(&self, head: &Head) -> IsSigned {
        let text = Head::text(head.size, &head.root, head.at);
        match (&self.key, signature(&head.signature)) {
            (Some(key), Some(signature)) if key.has_signed(text.as_bytes(), &signature) => {
                IsSigned::Yes
            }
            _ => IsSigned::No,
        }
    }
}

fn signature(hex: &str) -> Option<[u8; 64]> {
    let (front, back) = hex.split_at_checked(64)?;
    let halves = [
        domain::audit::merkle::of_hex(front)?,
        domain::audit::merkle::of_hex(back)?,
    ];
    halves.concat().try_into().ok()
}
