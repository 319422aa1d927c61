use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use domain::ids::PersonId;
use domain::people::Role;
use store::Store;
use testkit::World;

use crate::fixture::{begun, district, organization, person};
use crate::visit::{BROWSER, Product};

struct Scene {
    product: Product,
    ada: String,
    mara: PersonId,
    school: domain::ids::OrganizationId,
    _world: World,
}

async fn scene(store: Store) -> Scene {
    let world = World::over(store).unwrap();
    let ada = begun(&world.app).await;
    let mara = person(&world.app, "Mara Quinn", Role::Educator, district(&ada)).await;
    let school = organization(&world.app, "alder-creek", "school", Some(district(&ada))).await;
    let product = Product::over(&world.app);
    Scene {
        ada: product.sign_in(ada.actor.person).await,
        product,
        mara,
        school,
        _world: world,
    }
}

/// The first address of a page that begins so.
fn address<'a>(page: &'a str, front: &str) -> &'a str {
    let at = page
        .find(front)
        .unwrap_or_else(|| panic!("{front} in {page}"));
    page[at..].split(['"', '<', '\n']).next().unwrap()
}

/// A form with a file, as a browser sends it.
fn multipart(fields: &[(&str, &str)]) -> String {
    let part = |(name, value): &(&str, &str)| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    fields.iter().map(part).collect::<String>() + "--x--\r\n"
}

async fn send_table(it: &Scene, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let request = Request::post("/invitations/table")
        .header("content-type", "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .header("cookie", format!("session={}", it.ada))
        .body(Body::from(multipart(fields)))
        .unwrap();
    let answer = it.product.bare(request).await;
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 1_000_000).await.unwrap();
    (status, String::from_utf8_lossy(&body).into_owned())
}

testkit::each_database! {
    async fn without_mail_the_link_stands_on_the_page_once_and_sets_a_password(store: Store) {
        let it = scene(store).await;
        let page = format!("/people/{}", it.mara);
        let shown = it.product.post(&format!("{page}/password-link"), "", Some(&it.ada)).await;
        assert_eq!((shown.status, shown.header("cache-control")), (StatusCode::OK, "no-store"));
        let link = address(&shown.body, "http://localhost:8080/links/").replace("http://localhost:8080", "");
        let later = it.product.get(&page, BROWSER, Some(&it.ada)).await;
        assert!(!later.body.contains("/links/"), "it is shown once");
        assert!(it.product.get(&link, BROWSER, None).await.body.contains("Mara Quinn"));
        let short = it.product.post(&link, "password=short", None).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = it.product.post(&link, "password=a+summer+in+the+hills", None).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert!(done.header("set-cookie").starts_with("session="));
        let again = it.product.get(&link, BROWSER, None).await;
        assert_eq!(again.status, StatusCode::FORBIDDEN);
        assert!(again.body.contains("This link does not count."));
    }

    async fn a_table_is_looked_at_and_then_sent(store: Store) {
        let it = scene(store).await;
        let wrong = [("table", "email,organization,role\njoan@example.org,alder-creek,queen\n")];
        let (status, body) = send_table(&it, &wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(body.contains("Line 2, column 3") && body.contains("joan@example.org"), "what was typed is kept");
        let right = "email,organization,role\njoan@example.org,alder-creek,educator\n";
        let (status, body) = send_table(&it, &[("table", right)]).await;
        assert!(status == StatusCode::OK && body.contains("One person would be invited."));
        let (status, _) = send_table(&it, &[("table", right), ("send", "yes"), ("key", "form-00001")]).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let list = it.product.get("/invitations", BROWSER, Some(&it.ada)).await;
        let link = address(&list.body, "http://localhost:8080/join/").replace("http://localhost:8080", "");
        assert!(it.product.get(&link, BROWSER, None).await.body.contains("joan@example.org"));
        let joined = it.product.post(&link, "name=Joan+Ortiz&password=a+summer+in+the+hills", None).await;
        assert_eq!((joined.status, joined.header("location")), (StatusCode::SEE_OTHER, "/home"));
        let dry = Request::post("/api/v1/invitations/table?dry_run=true")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("session={}", it.ada))
            .body(Body::from("email,organization\n"))
            .unwrap();
        assert_eq!(it.product.bare(dry).await.status(), StatusCode::OK);
    }

    async fn an_organization_is_changed_and_closed_by_page(store: Store) {
        let it = scene(store).await;
        let page = format!("/organizations/{}", it.school);
        let form = it.product.get(&format!("{page}/edit"), BROWSER, Some(&it.ada)).await;
        assert!(form.body.contains("alder-creek"));
        let wrong = it.product.post(&page, "name=&kind=school&time_zone=x", Some(&it.ada)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let closing = it.product.post(&format!("{page}/closing"), "", Some(&it.ada)).await;
        assert_eq!(closing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(closing.body.contains("id=\"f-organization-error\""));
        let found = it.product.get("/people?q=mara", BROWSER, Some(&it.ada)).await;
        assert!(found.body.contains("Mara Quinn") && !found.body.contains("Ada Orne</a></h2>"));
    }

    async fn whether_mail_is_set_up_is_said_and_who_has_an_address_is_not(store: Store) {
        let it = scene(store).await;
        let page = it.product.get("/sign-in/link", BROWSER, None).await;
        assert!(page.body.contains("This installation sends no mail."));
        for email in ["mara.quinn@example.org", "nobody@example.org"] {
            let asked = it.product.post("/sign-in/link", &format!("email={email}"), None).await;
            assert_eq!(asked.status, StatusCode::CONFLICT, "{email}");
        }
    }
}
