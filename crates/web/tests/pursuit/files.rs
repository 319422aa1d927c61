use axum::http::StatusCode;
use domain::ids::PursuitId;
use store::Store;

use super::browser::{Asker, House};
use super::fixture::{LIMIT, MARA, OTHER, PDF, begun};

const FIELDS: [(&str, &str); 4] = [
    ("key", "a-key-of-the-form"),
    ("requirement", "log"),
    ("caption", "The third week"),
    ("criteria", "timing"),
];

/// Hands in a file by its form; answers its id.
async fn hand_in(mara: &Asker, pursuit: PursuitId, bytes: &[u8]) -> String {
    let path = format!("/pursuits/{pursuit}/files");
    let answer = mara
        .upload(&path, &FIELDS, Some(("../Mara/log.pdf", bytes)))
        .await;
    let place = answer.leads_to();
    place.rsplit("#piece-").next().unwrap().to_owned()
}

testkit::each_database! {
    async fn a_file_is_handed_in_by_an_ordinary_form_and_read_back(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let id = hand_in(&mara, pursuit, PDF).await;
        assert_eq!(hand_in(&mara, pursuit, PDF).await, id, "sent twice, kept once");
        let page = mara.get(&format!("/pursuits/{pursuit}")).await.text();
        assert!(page.contains("log-1.pdf") && page.contains("The third week") && !page.contains("../Mara"));
        let file = mara.get(&format!("/files/{id}")).await;
        assert_eq!((file.status, file.body.as_slice()), (StatusCode::OK, PDF));
        assert_eq!(file.header("content-type"), "application/pdf");
        assert_eq!(file.header("content-disposition"), "inline; filename=\"log-1.pdf\"");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert!(file.header("content-security-policy").starts_with("default-src 'none'; object-src 'self'"));
        assert_eq!(file.header("content-length"), PDF.len().to_string());
    }

    async fn a_part_of_a_file_is_sent_as_a_part(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let id = hand_in(&mara, pursuit, PDF).await;
        let path = format!("/files/{id}");
        let part = mara.get_with(&path, &[("range", "bytes=1-3"), ("accept-encoding", "gzip, br")]).await;
        assert_eq!((part.status, part.body.as_slice()), (StatusCode::PARTIAL_CONTENT, &b"PDF"[..]));
        assert_eq!(part.header("content-range"), format!("bytes 1-3/{}", PDF.len()));
        let outside = mara.get_with(&path, &[("range", "bytes=9999-")]).await;
        assert_eq!(outside.status, StatusCode::RANGE_NOT_SATISFIABLE);
        let tag = part.header("etag").to_owned();
        let known = mara.get_with(&path, &[("if-none-match", &tag)]).await;
        assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0));
    }

    async fn a_refused_file_brings_the_form_back_with_the_reason(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let path = format!("/pursuits/{pursuit}/files");
        let forged = mara.upload(&path, &FIELDS, Some(("log.pdf", b"MZ\x90\0\x03\0\0\0"))).await;
        assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(forged.text().contains("We cannot tell from its content"));
        let large = vec![b'x'; usize::try_from(LIMIT + 1).unwrap()];
        let large = mara.upload(&path, &FIELDS, Some(("log.txt", &large))).await;
        assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(large.text().contains("The file is larger than"));
        for nothing in [None, Some(("", &b""[..]))] {
            let refused = mara.upload(&path, &FIELDS, nothing).await;
            assert!(refused.text().contains("No file was chosen."));
        }
    }

    async fn the_file_of_another_is_not_there(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let id = hand_in(&mara, pursuit, PDF).await;
        let other = house.enter(OTHER).await;
        for path in [format!("/files/{id}"), "/files/none".to_owned(), "/files/..%2Fetc".to_owned()] {
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let theirs = other.upload(&format!("/pursuits/{pursuit}/files"), &FIELDS, Some(("a.pdf", PDF))).await;
        assert_eq!(theirs.status, StatusCode::NOT_FOUND);
        let removal = format!("/pursuits/{pursuit}/files/{id}/removal");
        assert_eq!(other.post(&removal, &[]).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_piece_is_described_anew_and_taken_out_by_forms(store: Store) {
        let house = House::over(store).await;
        let mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let id = hand_in(&mara, pursuit, PDF).await;
        let one = format!("/pursuits/{pursuit}/files/{id}");
        mara.post(&one, &[("caption", "Week four"), ("criteria", "timing")]).await.leads_to();
        assert!(mara.get(&format!("/pursuits/{pursuit}")).await.text().contains("Week four"));
        let long = "x".repeat(301);
        let refused = mara.post(&one, &[("caption", long.as_str())]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        mara.post(&format!("{one}/removal"), &[]).await.leads_to();
        assert!(!mara.get(&format!("/pursuits/{pursuit}")).await.text().contains("Week four"));
    }

    async fn a_browser_that_does_not_say_whence_it_comes_needs_the_token_of_the_page(store: Store) {
        let house = House::over(store).await;
        let mut mara = house.enter(MARA).await;
        let pursuit = begun(house.app()).await;
        let page = mara.get(&format!("/pursuits/{pursuit}")).await.text();
        let token = page.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        mara.says_whence = false;
        let path = format!("/pursuits/{pursuit}/files");
        for wrong in [None, Some("00".repeat(64))] {
            let token: Vec<_> = wrong.iter().map(|it| ("csrf", it.as_str())).collect();
            let fields = [token, FIELDS.to_vec()].concat();
            let refused = mara.upload(&path, &fields, Some(("log.pdf", PDF))).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN);
        }
        let fields = [vec![("csrf", token.as_str())], FIELDS.to_vec()].concat();
        mara.upload(&path, &fields, Some(("log.pdf", PDF))).await.leads_to();
    }
}
