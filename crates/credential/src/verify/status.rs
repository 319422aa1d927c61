//! Whether the issuer has withdrawn the credential since (Bitstring Status List 1.0, section 3.2).

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;

use super::report::{Check, CheckName, Outcome};
use super::{Verifier, has_type, id_of};
use crate::json::each;
use crate::status_list::StatusList;

/// More entries than any honest credential has.
const MAX_ENTRIES: usize = 8;
/// Most lists that are remembered, so that a stream of credentials cannot fill the memory.
const REMEMBERED_LISTS: usize = 256;

/// A list that was verified.
#[derive(Debug)]
pub(super) struct VerifiedList {
    issuer: String,
    purposes: Vec<String>,
    bits: StatusList,
}

/// A list, or why it says nothing.
pub(super) type ListOutcome = Result<VerifiedList, (Outcome, String)>;

impl Verifier<'_> {
    pub(super) fn status(&self, credential: &Value, at: Timestamp) -> Check {
        let name = CheckName::Status;
        let entries: Vec<&Value> = each(credential.get("credentialStatus")).collect();
        if entries.is_empty() {
            return Check::pass(name, "the credential has no status to look up");
        }
        if entries.len() > MAX_ENTRIES {
            return Check::fail(name, format!("more than {MAX_ENTRIES} status entries"));
        }
        let issuer = id_of(credential.get("issuer")).unwrap_or_default();
        let mut unknown = None;
        for entry in entries {
            match self.entry(entry, issuer, at) {
                Ok(()) => {}
                Err((Outcome::Unknown, reason)) => unknown = Some(reason),
                Err((_, reason)) => return Check::fail(name, reason),
            }
        }
        match unknown {
            Some(reason) => Check::unknown(name, reason),
            None => Check::pass(name, "neither revoked nor suspended"),
        }
    }

    fn entry(&self, entry: &Value, issuer: &str, at: Timestamp) -> Result<(), (Outcome, String)> {
        if !has_type(entry, "BitstringStatusListEntry") {
            return Err((
                Outcome::Unknown,
                format!("status of type {} is not supported", entry["type"]),
            ));
        }
        let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        let purpose = text("statusPurpose");
        let url = text("statusListCredential");
        let index = index(entry)?;
        let list = self.list(url, at);
        let list = list.as_ref().as_ref().map_err(Clone::clone)?;
        if list.issuer != issuer {
            let reason = format!(
                "the status list is issued by {:?}, the credential by {issuer:?}",
                list.issuer
            );
            return Err((Outcome::Fail, reason));
        }
        if !list.purposes.iter().any(|found| found == purpose) {
            let reason = format!(
                "the status list is for {:?}, the entry for {purpose:?}",
                list.purposes
            );
            return Err((Outcome::Fail, reason));
        }
        let set = list
            .bits
            .get(index)
            .map_err(|error| (Outcome::Fail, error.to_string()))?;
        match purpose {
            "revocation" if set => Err((
                Outcome::Fail,
                "the issuer has revoked the credential".to_owned(),
            )),
            "suspension" if set => Err((
                Outcome::Fail,
                "the issuer has suspended the credential".to_owned(),
            )),
            "revocation" | "suspension" => Ok(()),
            other => Err((
                Outcome::Unknown,
                format!("the status purpose {other:?} is not supported"),
            )),
        }
    }

    /// The list at an address, verified once for a time.
    fn list(&self, url: &str, at: Timestamp) -> Arc<ListOutcome> {
        let key = (url.to_owned(), at);
        if let Some(known) = self
            .lists
            .lock()
            .ok()
            .and_then(|lists| lists.get(&key).cloned())
        {
            return known;
        }
        let list = Arc::new(self.read_list(url, at));
        if let Ok(mut lists) = self.lists.lock()
            && lists.len() < REMEMBERED_LISTS
        {
            lists.insert(key, Arc::clone(&list));
        }
        list
    }

    fn read_list(&self, url: &str, at: Timestamp) -> ListOutcome {
        let Some(credential) = self.documents.get(url) else {
            return Err((
                Outcome::Unknown,
                format!("the status list {url:?} is not at hand"),
            ));
        };
        if !has_type(credential, "BitstringStatusListCredential") {
            return Err((Outcome::Fail, format!("{url:?} is not a status list")));
        }
        if credential.get("id").and_then(Value::as_str) != Some(url) {
            return Err((
                Outcome::Fail,
                format!("the status list at {url:?} says that it is another"),
            ));
        }
        for check in self.secured_checks(credential, at) {
            if check.outcome != Outcome::Pass && check.matters {
                // An old list says nothing about now; only a list that is not the issuer's is a fault.
                let stale = check.check == CheckName::ValidityPeriod;
                let outcome = if stale {
                    Outcome::Unknown
                } else {
                    check.outcome
                };
                return Err((
                    outcome,
                    format!("the status list does not verify: {}", check.reason),
                ));
            }
        }
        let subject = credential.get("credentialSubject").unwrap_or(&Value::Null);
        let encoded = subject
            .get("encodedList")
            .and_then(Value::as_str)
            .unwrap_or_default();
        Ok(VerifiedList {
            issuer: id_of(credential.get("issuer"))
                .unwrap_or_default()
                .to_owned(),
            purposes: each(subject.get("statusPurpose"))
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            bits: StatusList::decode(encoded)
                .map_err(|error| (Outcome::Fail, error.to_string()))?,
        })
    }
}

fn index(entry: &Value) -> Result<u64, (Outcome, String)> {
    if entry.get("statusSize").is_some_and(|size| size != 1) {
        return Err((
            Outcome::Unknown,
            "status entries of more than one bit are not supported".to_owned(),
        ));
    }
    let index = entry.get("statusListIndex").unwrap_or(&Value::Null);
    let read = index.as_u64().or_else(|| {
        let digits = index.as_str()?;
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| digits.parse().ok())?
    });
    read.ok_or_else(|| {
        (
            Outcome::Fail,
            format!("the statusListIndex {index} is not a whole number"),
        )
    })
}
