use axum::body::to_bytes;

use super::*;
use crate::words::Language;

fn trouble() -> Trouble {
    let spot = Spot {
        field: "email".to_owned(),
        code: "not-allowed".to_owned(),
        parameters: Vec::new(),
    };
    let mut trouble = Trouble::new(StatusCode::UNPROCESSABLE_ENTITY, "unreadable-request");
    trouble.spots.push(spot);
    trouble
}

fn shell(language: Language) -> Shell {
    Shell {
        language,
        reference: "r".to_owned(),
        ..Shell::default()
    }
}

async fn text(answer: Response) -> String {
    String::from_utf8(
        to_bytes(answer.into_body(), 1_000_000)
            .await
            .unwrap()
            .to_vec(),
    )
    .unwrap()
}

#[tokio::test]
async fn problem_details_list_everything_to_mend() {
    let answer = trouble().problem(&shell(Language::English));
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let problem: Value = serde_json::from_str(&text(answer).await).unwrap();
    assert_eq!(problem["errors"][0]["field"], "email");
    assert_eq!(problem["errors"][0]["code"], "not-allowed");
    assert!(
        problem["errors"][0]["detail"]
            .as_str()
            .unwrap()
            .starts_with("You may not do this.")
    );
}

#[tokio::test]
async fn the_page_speaks_the_visitor_s_language() {
    let page = text(trouble().page(shell(Language::Spanish))).await;
    assert!(page.contains("No pudimos leer lo que se envió."));
    assert!(page.contains("No puede hacer esto."));
}

#[tokio::test]
async fn a_code_without_words_still_gets_a_page_that_helps() {
    let page =
        text(Trouble::new(StatusCode::CONFLICT, "brand-new").page(shell(Language::English))).await;
    assert!(page.contains("Something went wrong on our side."));
}

#[test]
fn every_status_that_a_server_answers_has_words() {
    for status in [
        400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 502, 503,
    ] {
        let trouble = Trouble::of_status(StatusCode::from_u16(status).unwrap());
        for id in [
            format!("refusal-{}", trouble.code),
            format!("refusal-{}-fix", trouble.code),
        ] {
            assert!(words::knows(&id), "{id}");
        }
    }
}
