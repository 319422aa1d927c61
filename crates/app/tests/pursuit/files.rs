use app::App;
use app::evidence::AddFile;
use app::pursuit::view_workspace;
use domain::ids::PursuitId;
use domain::refusal::Refuse;
use futures::TryStreamExt;
use store::Store;

use super::fixture::{
    ISSUER, LIMIT, MARA, OTHER, PDF, a_log, actor, add, add_as, begun, code, refusal, slug, world,
};

/// How many pieces lie on the issuer's shelf, and whether each is encrypted.
async fn shelf(app: &App) -> Vec<bool> {
    let pieces = app.blobs.shelf(ISSUER, None).list();
    let pieces: Vec<_> = pieces.try_collect().await.unwrap();
    pieces.into_iter().map(|it| it.sealed).collect()
}

async fn refused(app: &App, command: AddFile, pieces: &[&[u8]]) -> &'static str {
    let code = code(add(app, command, pieces).await);
    assert!(shelf(app).await.is_empty(), "nothing of it is kept");
    code
}

async fn names(app: &App, pursuit: PursuitId) -> Vec<(String, String)> {
    let view = view_workspace(app, &actor(MARA), pursuit).await.unwrap();
    let items = view.draft.draft.items.iter();
    items
        .map(|it| {
            (
                it.shown_name.clone(),
                view.draft.uploaded_names[&it.id].clone(),
            )
        })
        .collect()
}

testkit::each_database! {
    async fn a_file_is_kept_encrypted_under_a_name_that_tells_nothing(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let added = add(&world.app, a_log(pursuit, "../Mara Delgado/log.PDF"), &[b"%PD", b"F-1.7\nx"]).await.unwrap();
        assert_eq!(added.item.media_type, "application/pdf");
        assert_eq!(added.item.bytes, 10);
        assert_eq!(names(&world.app, pursuit).await, [("log-1.pdf".to_owned(), "log.PDF".to_owned())]);
        assert_eq!(shelf(&world.app).await, [true]);
    }

    async fn a_file_over_the_limit_leaves_nothing_behind(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let rest = vec![b'x'; usize::try_from(LIMIT).unwrap()];
        assert_eq!(refused(&world.app, a_log(pursuit, "log.pdf"), &[PDF, &rest]).await, "file-too-large");
        let told = refusal(add(&world.app, a_log(pursuit, "log.pdf"), &[PDF, &rest]).await);
        assert!(told.parameters().contains(&("limit", LIMIT.to_string())));
    }

    async fn the_content_decides_what_a_file_is_whatever_its_name_says(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let program = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0";
        assert_eq!(refused(&world.app, a_log(pursuit, "log.pdf"), &[program]).await, "file-type-unknown");
        let sound = b"ID3\x04\0\0\0\0\0\0";
        assert_eq!(refused(&world.app, a_log(pursuit, "log.pdf"), &[sound]).await, "form-not-accepted");
        assert_eq!(refused(&world.app, a_log(pursuit, "log.pdf"), &[]).await, "file-empty");
        let page = add(&world.app, a_log(pursuit, "log.pdf"), &[b"<script>alert(1)</script>"]).await.unwrap();
        assert_eq!((page.item.media_type.as_str(), page.item.shown_name.as_str()), ("text/plain", "log-1.txt"));
    }

    async fn a_text_must_be_text_to_its_end(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let long = vec![b'a'; 100_000];
        assert_eq!(refused(&world.app, a_log(pursuit, "log.txt"), &[&long, b"\0\x01"]).await, "file-type-unknown");
        assert_eq!(refused(&world.app, a_log(pursuit, "log.txt"), &[&long, b"\xc3"]).await, "file-type-unknown");
        let cut = add(&world.app, a_log(pursuit, "log.csv"), &[&long, b"\xc3", b"\xb1"]).await.unwrap();
        assert_eq!(cut.item.media_type, "text/csv");
    }

    async fn a_requirement_takes_as_many_files_as_it_says_and_numbers_never_repeat(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let first = add(&world.app, a_log(pursuit, "a.pdf"), &[PDF]).await.unwrap();
        add(&world.app, a_log(pursuit, "b.pdf"), &[PDF]).await.unwrap();
        assert_eq!(code(add(&world.app, a_log(pursuit, "c.pdf"), &[PDF]).await), "too-many-files");
        app::evidence::remove_file(&world.app, &actor(MARA), pursuit, first.item.id).await.unwrap();
        world.clock.advance(jiff::SignedDuration::from_secs(1));
        add(&world.app, a_log(pursuit, "c.pdf"), &[PDF]).await.unwrap();
        let shown: Vec<_> = names(&world.app, pursuit).await.into_iter().map(|it| it.0).collect();
        assert_eq!(shown, ["log-2.pdf", "log-3.pdf"]);
    }

    async fn a_file_that_comes_twice_with_the_same_key_is_one_piece(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let twice = async || add_as(&world.app, MARA, a_log(pursuit, "a.pdf"), Some("key-of-a-form"), &[PDF]).await;
        assert_eq!(twice().await.unwrap(), twice().await.unwrap());
        assert_eq!(names(&world.app, pursuit).await.len(), 1);
    }

    async fn everything_about_a_file_is_checked_before_its_first_byte(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let long = AddFile { caption: "x".repeat(301), ..a_log(pursuit, "a.pdf") };
        assert_eq!(refused(&world.app, long, &[PDF]).await, "caption-too-long");
        let elsewhere = AddFile { criteria: [slug("voice")].into(), ..a_log(pursuit, "a.pdf") };
        assert_eq!(refused(&world.app, elsewhere, &[PDF]).await, "unknown-field");
        let text_only = AddFile { requirement: slug("story"), criteria: [].into(), ..a_log(pursuit, "a.pdf") };
        assert_eq!(refused(&world.app, text_only, &[PDF]).await, "form-not-accepted");
        let nowhere = AddFile { requirement: slug("none"), ..a_log(pursuit, "a.pdf") };
        assert_eq!(refused(&world.app, nowhere, &[PDF]).await, "unknown-field");
        let theirs = add_as(&world.app, OTHER, a_log(pursuit, "a.pdf"), None, &[PDF]).await;
        assert_eq!(code(theirs), "no-such-pursuit");
    }
}
