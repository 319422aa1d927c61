use super::super::sample;
use super::*;

/// Micro-credentials, each a group of its own, by what they are.
fn groups() -> Vec<Group> {
    let rows: [(&str, u16, &[&str], bool); 4] = [
        ("novice", 4, &["teacher"], true),
        ("foundation", 6, &["teacher", "coach"], true),
        ("foundation", 30, &[], false),
        ("advanced", 20, &["coach"], false),
    ];
    rows.iter()
        .enumerate()
        .map(|(at, (level, hours, roles, students))| {
            let mut content = sample::content();
            content.level = level.parse().unwrap();
            content.hours = *hours;
            content.roles = roles.iter().map(|it| (*it).to_owned()).collect();
            content.students_needed = *students;
            Group {
                id: at.to_string(),
                profile: Profile::of(&content).issued_by("larkfield", "Larkfield Institute"),
                count: 1,
            }
        })
        .collect()
}

fn chosen(pairs: &[(&str, &str)]) -> Chosen {
    Chosen::read(pairs.iter().copied()).unwrap()
}

fn count(tally: &Tally, facet: Facet, value: &str) -> Option<u64> {
    let (_, options) = tally.facets.iter().find(|it| it.0 == facet)?;
    options
        .iter()
        .find(|it| it.value == value)
        .map(|it| it.count)
}

#[test]
fn choices_add_up_within_a_facet_and_narrow_across_facets() {
    let groups = groups();
    let of = |pairs: &[(&str, &str)]| Tally::of(&groups, &chosen(pairs)).fitting.join("");
    assert_eq!(of(&[]), "0123");
    assert_eq!(of(&[("level", "novice"), ("level", "advanced")]), "03");
    assert_eq!(of(&[("level", "foundation"), ("students", "needed")]), "1");
    assert_eq!(of(&[("level", "master")]), "");
}

#[test]
fn what_names_no_role_serves_every_role() {
    let groups = groups();
    let tally = Tally::of(&groups, &chosen(&[("role", "teacher")]));
    assert_eq!(tally.fitting, ["0", "1", "2"]);
    assert_eq!(count(&tally, Facet::Role, "coach"), Some(3));
}

#[test]
fn the_number_of_an_option_is_what_the_list_holds_when_it_is_chosen() {
    let groups = groups();
    let others = [("students", "needed")];
    let tally = Tally::of(&groups, &chosen(&others));
    for (facet, options) in &tally.facets {
        for option in options.iter().filter(|_| *facet != Facet::Students) {
            let mut pairs = others.to_vec();
            pairs.push((facet.as_str(), option.value.as_str()));
            let total = Tally::of(&groups, &chosen(&pairs)).total;
            assert_eq!(total, option.count, "{facet:?} {}", option.value);
        }
    }
}

#[test]
fn a_choice_that_leaves_nothing_stays_visible_so_that_it_can_be_taken_back() {
    let groups = groups();
    let tally = Tally::of(
        &groups,
        &chosen(&[("level", "novice"), ("hours", "21-200")]),
    );
    assert_eq!(tally.total, 0);
    assert_eq!(count(&tally, Facet::Level, "novice"), Some(0));
    assert_eq!(count(&tally, Facet::Hours, "1-5"), Some(1));
}

#[test]
fn levels_and_hours_keep_their_order() {
    let tally = Tally::of(&groups(), &Chosen::default());
    let values = |facet| {
        let (_, options) = tally.facets.iter().find(|it| it.0 == facet).unwrap();
        options
            .iter()
            .map(|it| it.value.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(values(Facet::Level), ["novice", "foundation", "advanced"]);
    assert_eq!(values(Facet::Hours), ["1-5", "6-10", "11-20", "21-200"]);
}

#[test]
fn choices_have_limits_and_what_is_no_facet_is_left_out() {
    assert!(chosen(&[("q", "wait"), ("level", ""), ("color", "red")]).is_empty());
    let many = ["level"; MAX_CHOICES + 1].map(|name| (name, "novice"));
    assert_eq!(Chosen::read(many.into_iter()), Err(Refusal::TooManyChoices));
    let long = "a".repeat(101);
    assert!(Chosen::read([("level", long.as_str())].into_iter()).is_err());
}

#[test]
fn a_competency_is_known_by_framework_and_code() {
    let mut content = sample::content();
    content.alignments = vec![super::super::Alignment {
        framework: "InTASC".into(),
        code: Some("8".into()),
        title: "Instructional strategies".into(),
        url: "https://example.org/8".parse().unwrap(),
    }];
    let profile = Profile::of(&content);
    let json = serde_json::to_value(&profile).unwrap();
    assert_eq!(
        json["competency"]["intasc-8"],
        "InTASC 8, Instructional strategies"
    );
    assert_eq!(serde_json::from_value::<Profile>(json).unwrap(), profile);
}
