use std::collections::BTreeSet;

use super::*;
use crate::catalogue::{Content, Requirement, Slug};
use crate::evidence::{Item, shown_name};
use crate::ids::{EvidenceId, ReviewId, VersionId};
use crate::review::{CriterionOutcome, Outcome};

fn content() -> Content {
    crate::catalogue::sample::content()
}

fn words(n: u32) -> String {
    "word ".repeat(usize::try_from(n).unwrap())
}

fn write(draft: &mut Draft, field: Field, text: &str) {
    draft.texts.insert(
        field,
        FieldText {
            text: text.to_owned(),
            version: 1,
        },
    );
}

fn file(of: &Requirement, criteria: Vec<Slug>, n: u128) -> Item {
    let mut kinds = crate::evidence::FILE_TYPES.iter();
    let kind = *kinds.find(|it| of.forms.contains(&it.form)).unwrap();
    let requirement = &of.id;
    Item {
        id: EvidenceId::from_u128(n),
        requirement: requirement.clone(),
        sha256: format!("{n:064x}"),
        media_type: kind.media_type.into(),
        form: kind.form,
        bytes: 3,
        shown_name: shown_name(requirement, 1, kind),
        caption: String::new(),
        criteria,
    }
}

/// A draft that keeps every limit of the content.
fn complete(content: &Content) -> Draft {
    let mut draft = Draft::default();
    for prompt in content.overview.iter().chain(&content.reflection) {
        write(
            &mut draft,
            Field::Answer(prompt.id.clone()),
            &words(prompt.min_words),
        );
    }
    for (n, requirement) in (1..).zip(&content.requirements) {
        for k in 1..=requirement.min_count {
            match requirement.word_limits() {
                Some(limits) => write(
                    &mut draft,
                    Field::Text(requirement.id.clone(), k),
                    &words(limits.min.max(1)),
                ),
                None => {
                    let all = content
                        .criteria_resting_on(&requirement.id)
                        .map(|it| it.id.clone())
                        .collect();
                    draft
                        .items
                        .push(file(requirement, all, n * 100 + u128::from(k)));
                }
            }
        }
    }
    write(&mut draft, Field::AiUse, "None.");
    draft
}

fn submit(content: &Content, draft: &Draft, attempt: u32) -> Result<Snapshot, Refusal> {
    prepare(sending(
        content,
        draft,
        attempt,
        &BTreeSet::from(Attestation::ALL),
    ))
}

fn sending<'a>(
    content: &'a Content,
    draft: &'a Draft,
    attempt: u32,
    attestations: &'a BTreeSet<Attestation>,
) -> Sending<'a> {
    const NOTHING: &BTreeSet<Slug> = &BTreeSet::new();
    Sending {
        version: VersionId::from_u128(1),
        content,
        draft,
        attestations,
        attempt,
        earlier: None,
        reopens: NOTHING,
    }
}

fn codes(refused: Result<Snapshot, Refusal>) -> Vec<&'static str> {
    let Err(Refusal::Incomplete(places)) = refused else {
        panic!("must be refused: {refused:?}")
    };
    places.iter().map(|it| it.code).collect()
}

#[test]
fn a_complete_draft_becomes_a_snapshot() {
    let content = content();
    let snapshot = submit(&content, &complete(&content), 1).unwrap();
    assert_eq!(snapshot.attestations.len(), 4);
}

#[test]
fn an_empty_draft_is_refused_with_everything_missing_at_once() {
    let content = content();
    let refused = prepare(sending(&content, &Draft::default(), 1, &BTreeSet::new()));
    let codes = codes(refused);
    let count = |code| codes.iter().filter(|it| **it == code).count();
    assert_eq!(
        count("text-missing"),
        content.overview.len() + content.reflection.len()
    );
    assert_eq!(
        count("too-few-pieces"),
        content
            .requirements
            .iter()
            .filter(|it| !it.is_optional())
            .count()
    );
    assert_eq!(count("attestation-missing"), 4);
    assert_eq!(count("ai-use-missing"), 1);
}

#[test]
fn a_resubmission_needs_a_note_on_what_changed() {
    let content = content();
    let mut draft = complete(&content);
    assert_eq!(codes(submit(&content, &draft, 2)), ["note-missing"]);
    write(&mut draft, Field::Note, "I added the second log.");
    assert!(submit(&content, &draft, 2).is_ok());
}

#[test]
fn word_limits_hold_at_both_ends() {
    let content = content();
    let prompt = &content.overview[0];
    let mut draft = complete(&content);
    write(
        &mut draft,
        Field::Answer(prompt.id.clone()),
        &words(prompt.max_words + 1),
    );
    assert_eq!(codes(submit(&content, &draft, 1)), ["too-many-words"]);
    if prompt.min_words > 1 {
        write(
            &mut draft,
            Field::Answer(prompt.id.clone()),
            &words(prompt.min_words - 1),
        );
        assert_eq!(codes(submit(&content, &draft, 1)), ["too-few-words"]);
    }
}

#[test]
fn a_stale_save_is_refused_with_what_is_stored_and_the_same_text_is_always_welcome() {
    let stored = FieldText {
        text: "mine".into(),
        version: 3,
    };
    let field = Field::Note;
    let refused = stored.save(&field, "other", 2);
    assert_eq!(
        refused,
        Err(Refusal::StaleField {
            field: field.clone(),
            current: stored.clone()
        })
    );
    assert_eq!(stored.save(&field, "mine", 1).unwrap(), stored);
    assert_eq!(stored.save(&field, "next", 3).unwrap().version, 4);
    let long = "x".repeat(MAX_FIELD_CHARS + 1);
    assert!(matches!(
        stored.save(&field, &long, 3),
        Err(Refusal::TextTooLong { .. })
    ));
}

#[test]
fn only_fields_of_the_content_exist() {
    let content = content();
    for bad in [
        "",
        "answer",
        "answer/none",
        "text/none/1",
        "note/1",
        "answer/../x",
        "text/x/0",
    ] {
        assert_eq!(
            Field::within(&content, bad),
            Err(Refusal::UnknownField),
            "{bad}"
        );
    }
    let good = format!("answer/{}", content.overview[0].id);
    assert_eq!(Field::within(&content, &good).unwrap().to_string(), good);
}

#[test]
fn a_met_criterion_stays_closed_until_one_of_its_sources_changes() {
    let content = content();
    let mut draft = complete(&content);
    let before = submit(&content, &draft, 1).unwrap();
    assert_eq!(
        open_criteria(&content, None, &before).len(),
        content.rubric.criteria.len()
    );

    let met = |met: bool| -> Vec<_> {
        let all = content.rubric.criteria.iter();
        all.map(|it| CriterionOutcome {
            criterion: it.id.clone(),
            met,
            level: it.passing_level,
            majority: vec![ReviewId::from_u128(1)],
            drift: false,
        })
        .collect()
    };
    let (all_met, none_met) = (met(true), met(false));
    let earlier = |outcomes| {
        Some(Earlier {
            snapshot: &before,
            content: &content,
            outcomes,
        })
    };
    assert!(open_criteria(&content, earlier(&all_met), &before).is_empty());
    assert_eq!(
        open_criteria(&content, earlier(&none_met), &before).len(),
        all_met.len()
    );

    let changed = &content.reflection[0];
    write(
        &mut draft,
        Field::Answer(changed.id.clone()),
        &format!("{} new", words(changed.min_words)),
    );
    write(&mut draft, Field::Note, "A new reflection.");
    let after = submit(&content, &draft, 2).unwrap();
    let expected: BTreeSet<_> = content
        .criteria_resting_on(&changed.id)
        .map(|it| it.id.clone())
        .collect();
    assert_eq!(open_criteria(&content, earlier(&all_met), &after), expected);
    assert_eq!(reopened(&content, earlier(&all_met), &after), expected);
    assert!(reopened(&content, earlier(&none_met), &after).is_empty());

    let statements = BTreeSet::from(Attestation::ALL);
    let mut sending = sending(&content, &draft, 2, &statements);
    sending.earlier = earlier(&all_met);
    let unknown = codes(prepare(sending));
    assert_eq!(unknown, vec!["reopens-unconfirmed"; expected.len()]);
    sending.reopens = &expected;
    assert!(prepare(sending).is_ok(), "whoever knows may");
}

#[test]
fn a_criterion_that_is_the_same_in_a_new_version_carries_its_outcome() {
    let old = content();
    let draft = complete(&old);
    let before = submit(&old, &draft, 1).unwrap();
    let outcomes: Vec<_> = old
        .rubric
        .criteria
        .iter()
        .map(|it| CriterionOutcome {
            criterion: it.id.clone(),
            met: true,
            level: it.passing_level,
            majority: vec![],
            drift: false,
        })
        .collect();
    let earlier = Some(Earlier {
        snapshot: &before,
        content: &old,
        outcomes: &outcomes,
    });
    let mut new = old.clone();
    let first = new.rubric.criteria[0].id.clone();
    new.rubric.criteria[0].passing_level = 1;
    let open = open_criteria(&new, earlier, &before);
    assert_eq!(
        open,
        BTreeSet::from([first.clone()]),
        "another passing level is another criterion"
    );
    assert!(
        reopened(&new, earlier, &before).is_empty(),
        "nothing that was done opened it"
    );

    let mut new = old.clone();
    new.rubric.levels[0].name = "Renamed".to_owned();
    let open = open_criteria(&new, earlier, &before);
    assert_eq!(
        open.len(),
        new.rubric.criteria.len(),
        "other levels are other criteria"
    );
}

#[test]
fn what_a_new_version_does_not_ask_for_is_kept_and_not_sent() {
    let old = content();
    let mut new = old.clone();
    let draft = complete(&old);
    let gone = new.requirements.remove(0);
    let prompt = new.overview.remove(0);
    let statements = BTreeSet::from(Attestation::ALL);
    let frozen = freeze(sending(&new, &draft, 1, &statements));
    assert!(frozen.items.iter().all(|it| it.requirement != gone.id));
    assert!(!frozen.texts.contains_key(&Field::Answer(prompt.id.clone())));
    let (texts, items) = draft.left_over(&new);
    assert!(
        texts
            .map(|it| it.0.clone())
            .any(|it| it == Field::Answer(prompt.id.clone()))
    );
    let kept = items.count() + draft.written(&gone.id).count();
    assert!(kept > 0, "it is still there");
}

#[test]
fn links_count_as_pieces_and_have_to_be_usable() {
    let mut content = content();
    let requirement = &mut content.requirements[0];
    requirement.forms.insert(crate::catalogue::Form::Link);
    let id = requirement.id.clone();
    let least = requirement.min_count;
    let mut draft = complete(&content);
    draft.items.retain(|it| it.requirement != id);
    draft.texts.retain(|field, _| field.source() != Some(&id));
    for n in 1..=least.max(1) {
        write(
            &mut draft,
            Field::Link(id.clone(), n),
            "https://example.org/film My class",
        );
    }
    assert!(submit(&content, &draft, 1).is_ok());
    write(&mut draft, Field::Link(id.clone(), 1), "see my channel");
    assert_eq!(codes(submit(&content, &draft, 1)), ["link-not-usable"]);
    let field = format!("link/{id}/1");
    assert_eq!(Field::within(&content, &field).unwrap().to_string(), field);
    assert!(
        Field::within(&self::content(), &field).is_err(),
        "only where links are taken"
    );
}

#[test]
fn a_file_that_a_new_version_does_not_take_is_on_the_list() {
    let mut content = content();
    let draft = complete(&content);
    let at = content
        .requirements
        .iter()
        .position(|it| draft.files(&it.id).next().is_some());
    let requirement = &mut content.requirements[at.unwrap()];
    requirement.max_bytes = Some(1);
    let found = codes(submit(&content, &draft, 1));
    assert!(found.contains(&"piece-too-large"), "{found:?}");
    content.requirements[at.unwrap()].forms = [crate::catalogue::Form::Link].into();
    let found = codes(submit(&content, &draft, 1));
    assert!(found.contains(&"piece-form-not-taken"), "{found:?}");
}

/// The transition table, written down a second time.
#[test]
fn every_state_takes_the_steps_it_should_and_refuses_the_others() {
    let content = content();
    let snapshot = submit(&content, &complete(&content), 1).unwrap();
    let outcome = |met| Outcome {
        rule: 1,
        scorecards: vec![],
        criteria: vec![CriterionOutcome {
            criterion: content.rubric.criteria[0].id.clone(),
            met,
            level: 3,
            majority: vec![],
            drift: false,
        }],
    };
    let straight = StateName::ALL.into_iter().take(6);
    for name in straight {
        let attempt = u32::from(name != StateName::Started);
        let decided = matches!(
            name,
            StateName::DecisionReady | StateName::NotYet | StateName::Awarded
        );
        let state = Pursuit::of_stored(
            name,
            attempt,
            decided.then(|| outcome(name == StateName::Awarded)),
        )
        .unwrap();
        let draftable = matches!(name, StateName::Started | StateName::NotYet);
        assert_eq!(
            state.clone().submit(&snapshot).is_ok(),
            draftable,
            "{name:?}"
        );
        assert_eq!(state.next_attempt().is_ok(), draftable, "{name:?}");
        let openable = matches!(name, StateName::Submitted | StateName::UnderReview);
        assert_eq!(state.clone().open().is_ok(), openable, "{name:?}");
        assert_eq!(
            state.clone().decide(outcome(true)).is_ok(),
            name == StateName::UnderReview,
            "{name:?}"
        );
        assert_eq!(
            state.may_draft().is_ok(),
            name != StateName::Awarded,
            "{name:?}"
        );
        assert_eq!((state.name(), state.attempt()), (name, attempt));
    }
    assert_eq!(Pursuit::of_stored(StateName::Awarded, 1, None), None);
    let ready = |met| {
        DecisionReady {
            attempt: 2,
            outcome: outcome(met),
        }
        .release()
    };
    assert_eq!(ready(true).name(), StateName::Awarded);
    assert_eq!(ready(false).next_attempt(), Ok(3));
}

#[test]
fn a_code_has_no_letters_that_look_alike() {
    assert_eq!(submission_code([0; 5]), "0000-0000");
    assert_eq!(submission_code([255; 5]), "ZZZZ-ZZZZ");
    assert_eq!(submission_code([0x12, 0x34, 0x56, 0x78, 0x9a]), "28T5-CY4T");
}
