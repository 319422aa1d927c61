use super::*;

fn seal(title: &str, issuer: &str, code: &str) -> SealData {
    SealData {
        title: title.to_owned(),
        issuer: issuer.to_owned(),
        year: 2026,
        code: code.to_owned(),
        level: "foundation".to_owned(),
        step: 2,
        criteria: vec![
            Criterion {
                met: true,
                leading: false
            };
            4
        ],
        accent: Accent::Plum,
        language: Language::English,
    }
}

fn wait_time() -> SealData {
    let mut seal = seal(
        "Wait Time That Works",
        "Larkfield Institute for Teaching",
        "WTW",
    );
    seal.criteria[2].leading = true;
    seal
}

/// What is drawn: everything after the opening, without the ids.
fn drawing(svg: &str) -> String {
    let body = svg
        .split_once("</title>")
        .map_or_else(|| svg.split_once('>').unwrap().1, |(_, body)| body)
        .trim_end();
    let id_start = body.find(" id=\"").map(|at| &body[at + 5..]);
    let prefix = id_start
        .and_then(|it| it.split_once("w\""))
        .map(|(prefix, _)| prefix.to_owned());
    match prefix {
        Some(prefix) => body.replace(&prefix, "seal"),
        None => body.to_owned(),
    }
}

/// Says the first place where they differ, not all of both.
fn assert_drawn_alike(drawn: &str, designed: &str) {
    let (drawn, designed) = (drawing(drawn), drawing(designed));
    let same = drawn
        .bytes()
        .zip(designed.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let around = |text: &str| {
        text.chars()
            .skip(same.saturating_sub(60))
            .take(120)
            .collect::<String>()
    };
    assert!(
        drawn == designed,
        "drawn: {}\ndesigned: {}",
        around(&drawn),
        around(&designed)
    );
}

#[test]
fn the_seal_of_wait_time_is_the_one_that_was_designed() {
    let designed = include_str!("like/wait-time.svg");
    assert_drawn_alike(wait_time().draw(Variant::Full).as_str(), designed);
}

#[test]
fn the_seal_of_formative_check_is_the_one_that_was_designed() {
    let mut seal = seal("Formative Check", "Tamarack County Schools", "FCL");
    (seal.level, seal.step, seal.accent) = ("proficient".to_owned(), 3, Accent::Teal);
    assert_drawn_alike(
        seal.draw(Variant::Full).as_str(),
        include_str!("like/formative-check.svg"),
    );
}

#[test]
fn the_seal_of_an_advanced_one_is_the_one_that_was_designed() {
    let mut seal = seal("Leading a Learning Group", "Northlight Literacy", "LLG");
    (seal.level, seal.step, seal.accent) = ("advanced".to_owned(), 4, Accent::Navy);
    seal.criteria.push(Criterion {
        met: true,
        leading: true,
    });
    seal.criteria[1].leading = true;
    assert_drawn_alike(
        seal.draw(Variant::Full).as_str(),
        include_str!("like/leading-group.svg"),
    );
}

#[test]
fn the_small_seal_is_the_one_that_was_designed() {
    let designed = include_str!("like/wait-time-small.svg");
    assert_drawn_alike(wait_time().draw(Variant::Small).as_str(), designed);
}

#[test]
fn the_same_data_draw_the_same_seal() {
    assert_eq!(
        wait_time().draw(Variant::Full),
        wait_time().draw(Variant::Full)
    );
}

#[test]
fn every_seal_is_well_formed_and_needs_no_style_attribute() {
    let mut odd = seal("<b>\"Quotes\" & 'apostrophes'\u{7}", "A & B", "<&>");
    for count in [0, 1, 3, 40] {
        odd.criteria = vec![
            Criterion {
                met: count % 2 == 1,
                leading: true
            };
            count
        ];
        for variant in [
            Variant::Full,
            Variant::Small,
            Variant::OnTheWay,
            Variant::SmallOnTheWay,
        ] {
            let svg = odd.draw(variant);
            crate::pages::markup::well_formed(svg.as_str()).unwrap();
            assert!(!svg.as_str().contains(" style="));
            assert!(!svg.as_str().contains("<b>"));
            assert!(!svg.as_str().contains("NaN"));
        }
    }
}

#[test]
fn the_small_seal_has_no_words_but_its_text_alternative_and_stays_small() {
    let small = wait_time().draw(Variant::Small);
    assert!(!small.as_str().contains("<text"));
    assert!(
        small.as_str().len() < 1_600,
        "{} bytes",
        small.as_str().len()
    );
}

#[test]
fn the_text_alternative_says_title_issuer_level_and_criteria() {
    let mut seal = wait_time();
    seal.criteria[0].met = false;
    let said = "Seal of Wait Time That Works, Larkfield Institute for Teaching: foundation level, 3 of 4 criteria met";
    assert_eq!(seal.text_alternative(), said);
    assert!(
        seal.draw(Variant::OnTheWay)
            .as_str()
            .contains(&format!("<title>{said}</title>"))
    );
}

#[test]
fn on_the_way_the_braid_grows_with_what_is_met() {
    let mut seal = wait_time();
    seal.criteria.iter_mut().for_each(|it| it.met = false);
    assert!(!seal.draw(Variant::OnTheWay).as_str().contains("<use"));
    seal.criteria[1].met = true;
    let svg = seal.draw(Variant::OnTheWay).to_string();
    assert_eq!(svg.matches("<use").count(), 6);
    assert!(svg.contains(r#"<path d="M200 200L288.4 111.6A125 125 0 0 1 288.4 288.4Z"/>"#));
}

#[test]
fn two_seals_of_a_page_do_not_share_ids() {
    let other = seal("Wait Time", "Larkfield Institute for Teaching", "WTX");
    assert_ne!(wait_time().prefix(), other.prefix());
}

#[test]
fn a_long_title_is_written_smaller_and_at_last_cut() {
    let long = seal(
        "Formative Check that Changes the Lesson of Tomorrow",
        "Larkfield",
        "FCL",
    )
    .draw(Variant::Full);
    assert!(
        long.as_str()
            .contains("Formative Check that Changes the Lesson of Tomorrow</textPath>")
    );
    assert!(!long.as_str().contains(r#"font-size="22""#));
    let endless = seal(&"very ".repeat(60), "Larkfield", "FCL").draw(Variant::Full);
    assert!(endless.as_str().contains("…</textPath>"));
}
