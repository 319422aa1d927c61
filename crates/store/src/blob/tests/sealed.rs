//! What encryption promises.

use std::path::PathBuf;

use super::{content, get, key, master, organization, place, put};
use crate::blob::{BlobError, ContentHash, MasterKey};

#[tokio::test]
async fn encrypted_content_cannot_be_read_on_the_disk() {
    let place = place();
    let [plain, sealed] = place.shelves();
    let words = "The pupils waited three seconds. ".repeat(100);
    let window = |file: &PathBuf| {
        let bytes = std::fs::read(file).unwrap();
        bytes.windows(6).any(|six| six == b"pupils")
    };
    put(&sealed, words.as_bytes(), 1).await.unwrap();
    assert!(!place.files().iter().any(window));
    put(&plain, words.as_bytes(), 1).await.unwrap();
    assert!(place.files().iter().any(window));
}

#[tokio::test]
async fn every_changed_cut_or_added_byte_is_noticed() {
    let place = place();
    let shelf = &place.shelves()[1];
    let content = content(70_000);
    let hash = put(shelf, &content, 1).await.unwrap().hash;
    let file = place.files().remove(0);
    let good = std::fs::read(&file).unwrap();
    let mut changes: Vec<Vec<u8>> = vec![
        good[1..].to_vec(),
        good[..good.len() - 1].to_vec(),
        [&good[..], b"x"].concat(),
        [&good[65_552..], &good[..65_552]].concat(),
        Vec::new(),
    ];
    for at in [
        0,
        65_535,
        65_536,
        65_551,
        65_552,
        70_010,
        good.len() - 48,
        good.len() - 40,
        good.len() - 20,
        good.len() - 1,
    ] {
        let mut changed = good.clone();
        changed[at] ^= 1;
        changes.push(changed);
    }
    for (n, changed) in changes.into_iter().enumerate() {
        std::fs::write(&file, changed).unwrap();
        let read = get(shelf, hash, None).await;
        assert!(
            matches!(read, Err(BlobError::Tampered(found)) if found == hash),
            "change {n}"
        );
    }
    std::fs::write(&file, good).unwrap();
    assert!(get(shelf, hash, None).await.unwrap() == content);
}

#[tokio::test]
async fn one_piece_cannot_be_passed_off_as_another() {
    let place = place();
    let shelf = &place.shelves()[1];
    let first = put(shelf, b"a pass", 1).await.unwrap().hash;
    let second = put(shelf, b"a fail", 2).await.unwrap().hash;
    let file = |hash: ContentHash| place.path.join(shelf.path(hash, true).as_ref());
    std::fs::copy(file(second), file(first)).unwrap();
    assert!(matches!(
        get(shelf, first, None).await,
        Err(BlobError::Tampered(_))
    ));
}

#[tokio::test]
async fn another_key_or_none_does_not_open_it() {
    let place = place();
    let hash = put(&place.shelves()[1], b"words", 1).await.unwrap().hash;
    let wrong = place.blobs.shelf(organization(2), Some(key(3)));
    assert!(matches!(
        get(&wrong, hash, None).await,
        Err(BlobError::Tampered(_))
    ));
    let none = place.blobs.shelf(organization(2), None);
    assert!(matches!(
        get(&none, hash, None).await,
        Err(BlobError::KeyNeeded(_))
    ));
}

#[tokio::test]
async fn what_was_stored_before_there_was_a_key_stays_readable() {
    let place = place();
    let before = place.blobs.shelf(organization(2), None);
    let hash = put(&before, b"early", 1).await.unwrap().hash;
    let after = &place.shelves()[1];
    assert_eq!(get(after, hash, None).await.unwrap(), b"early");
    assert!(!put(after, b"early", 2).await.unwrap().already);
    assert_eq!(get(after, hash, None).await.unwrap(), b"early");
}

#[tokio::test]
async fn a_change_in_plain_content_is_found_by_verifying() {
    let place = place();
    let shelf = &place.shelves()[0];
    let hash = put(shelf, b"words", 1).await.unwrap().hash;
    std::fs::write(place.files().remove(0), b"swords").unwrap();
    assert!(matches!(
        shelf.verify(hash).await,
        Err(BlobError::Tampered(_))
    ));
}

#[test]
fn a_sealed_secret_opens_for_its_purpose_and_master_key_alone() {
    let sealed = master().seal("issuer-key 1", b"secret", [3; 24]).unwrap();
    assert_eq!(
        master().open("issuer-key 1", &sealed).unwrap().as_slice(),
        b"secret"
    );
    assert!(!sealed.windows(6).any(|six| six == b"secret"));
    assert!(master().open("issuer-key 2", &sealed).is_err());
    assert!(
        MasterKey::new([8; 32])
            .open("issuer-key 1", &sealed)
            .is_err()
    );
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(
            master().open("issuer-key 1", &changed).is_err(),
            "byte {at}"
        );
        assert!(
            master().open("issuer-key 1", &sealed[..at]).is_err(),
            "cut at {at}"
        );
    }
}

#[test]
fn a_data_key_is_wrapped_for_one_organization() {
    let (_, wrapped) = master()
        .new_data_key(organization(1), [4; 32], [5; 24])
        .unwrap();
    assert!(master().data_key(organization(1), &wrapped).is_ok());
    assert!(master().data_key(organization(2), &wrapped).is_err());
}

#[test]
fn keys_and_hashes_are_read_strictly() {
    let digits = "0f".repeat(32);
    assert!(MasterKey::parse(&format!(" {digits}\n")).is_ok());
    for bad in ["", "0f", &"0g".repeat(32), &"é".repeat(32)] {
        assert!(MasterKey::parse(bad).is_err(), "{bad}");
        assert!(bad.parse::<ContentHash>().is_err(), "{bad}");
    }
    assert_eq!(digits.parse::<ContentHash>().unwrap().to_string(), digits);
    assert!(digits.to_uppercase().parse::<ContentHash>().is_err());
}
