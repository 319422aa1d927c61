//! Assignment against an oracle that tries everything, and its effort as the queue grows.

#![allow(clippy::unwrap_used)]

use std::cmp::Reverse;

use proptest::prelude::*;
use reliability::assignment::{Assignment, Choice, Shortage, Task, Worker, assign};

fn option(worker: usize) -> Choice {
    Choice {
        worker,
        penalty: 0,
        dislike: 0,
    }
}

fn task(need: u32, workers: &[usize]) -> Task {
    Task {
        need,
        options: workers.iter().map(|it| option(*it)).collect(),
    }
}

fn free(limit: u32) -> Worker {
    Worker { load: 0, limit }
}

/// What is compared: how many workers each task has, then penalty, load and dislike.
type Worth = (Vec<Reverse<usize>>, [u64; 3]);

fn worth(tasks: &[Task], workers: &[Worker], taken: &[Vec<usize>]) -> Worth {
    let mut cost = [0; 3];
    let mut load: Vec<u64> = workers.iter().map(|it| u64::from(it.load)).collect();
    for (task, by) in tasks.iter().zip(taken) {
        for worker in by {
            let choice = task.options.iter().find(|it| it.worker == *worker).unwrap();
            cost[0] += u64::from(choice.penalty);
            cost[2] += u64::from(choice.dislike);
            load[*worker] += 1;
        }
    }
    cost[1] = load.iter().map(|it| it * it).sum();
    let covered = taken.iter().map(|by| Reverse(by.len()));
    (covered.collect(), cost)
}

/// The best of all assignments there are.
fn oracle(tasks: &[Task], workers: &[Worker]) -> Worth {
    fn go(
        tasks: &[Task],
        workers: &[Worker],
        taken: &mut Vec<Vec<usize>>,
        room: &mut Vec<u32>,
        best: &mut Option<Worth>,
    ) {
        let Some(task) = tasks.get(taken.len()) else {
            let found = worth(tasks, workers, taken);
            if best.as_ref().is_none_or(|it| found < *it) {
                *best = Some(found);
            }
            return;
        };
        for set in 0..1_u32 << task.options.len() {
            let chosen: Vec<usize> = (0..task.options.len())
                .filter(|at| set >> at & 1 == 1)
                .map(|at| task.options[at].worker)
                .collect();
            if chosen.len() > task.need as usize || chosen.iter().any(|it| room[*it] == 0) {
                continue;
            }
            chosen.iter().for_each(|it| room[*it] -= 1);
            taken.push(chosen);
            go(tasks, workers, taken, room, best);
            for it in taken.pop().unwrap() {
                room[it] += 1;
            }
        }
    }
    let mut room = workers
        .iter()
        .map(|it| it.limit.saturating_sub(it.load))
        .collect();
    let mut best = None;
    go(tasks, workers, &mut Vec::new(), &mut room, &mut best);
    best.unwrap()
}

fn any_worker() -> impl Strategy<Value = Worker> {
    (0..3_u32, 0..5_u32).prop_map(|(load, limit)| Worker { load, limit })
}

fn any_task(workers: usize) -> impl Strategy<Value = Task> {
    let option = (proptest::bool::weighted(0.6), 0..3_u32, 0..4_u32);
    (1..3_u32, proptest::collection::vec(option, workers)).prop_map(|(need, options)| Task {
        need,
        options: options
            .into_iter()
            .enumerate()
            .filter(|(_, (may, ..))| *may)
            .map(|(worker, (_, penalty, dislike))| Choice {
                worker,
                penalty,
                dislike,
            })
            .collect(),
    })
}

fn any_problem() -> impl Strategy<Value = (Vec<Task>, Vec<Worker>)> {
    proptest::collection::vec(any_worker(), 1..5).prop_flat_map(|workers| {
        let tasks = proptest::collection::vec(any_task(workers.len()), 1..5);
        (tasks, Just(workers))
    })
}

/// No worker beyond the limit, none twice on a task, only those who may, and every shortage told.
fn check(tasks: &[Task], workers: &[Worker], found: &Assignment) {
    let mut room: Vec<_> = workers
        .iter()
        .map(|it| it.limit.saturating_sub(it.load))
        .collect();
    for (at, (task, by)) in tasks.iter().zip(&found.workers).enumerate() {
        for (n, worker) in by.iter().enumerate() {
            assert!(task.options.iter().any(|it| it.worker == *worker));
            assert!(!by[..n].contains(worker), "twice");
            assert!(room[*worker] > 0, "beyond the limit");
            room[*worker] -= 1;
        }
        let told = found.short.iter().find(|it| it.task == at);
        let missing = task.need - u32::try_from(by.len()).unwrap();
        assert_eq!(told.map_or(0, |it| it.missing), missing);
    }
    for it in &found.short {
        assert!(it.full.iter().all(|worker| room[*worker] == 0), "{it:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nothing_is_better((tasks, workers) in any_problem()) {
        let found = assign(&tasks, &workers);
        check(&tasks, &workers, &found);
        prop_assert_eq!(worth(&tasks, &workers, &found.workers), oracle(&tasks, &workers));
    }
}

#[test]
fn what_others_can_take_over_is_moved_to_cover_everything() {
    // The first task could be taken by both; the second only by worker 0.
    let found = assign(&[task(1, &[0, 1]), task(1, &[0])], &[free(1), free(1)]);
    assert_eq!(found.workers, [vec![1], vec![0]]);
    assert!(found.short.is_empty());
}

#[test]
fn the_earlier_task_is_covered_and_the_later_says_who_is_full() {
    let found = assign(&[task(1, &[0]), task(2, &[0])], &[free(1)]);
    assert_eq!(found.workers, [vec![0], vec![]]);
    let full = vec![0];
    assert_eq!(
        found.short,
        [Shortage {
            task: 1,
            missing: 2,
            full
        }]
    );
}

#[test]
fn a_task_that_nobody_may_take_is_short_for_want_of_people() {
    let found = assign(&[task(1, &[])], &[free(9)]);
    assert_eq!((found.short[0].missing, found.short[0].full.len()), (1, 0));
}

#[test]
fn load_is_balanced_before_liking_and_penalties_before_load() {
    let options = |penalty, dislike| {
        vec![
            option(0),
            Choice {
                worker: 1,
                penalty,
                dislike,
            },
        ]
    };
    let tasks = |penalty, dislike| {
        vec![
            Task {
                need: 1,
                options: options(penalty, dislike),
            };
            4
        ]
    };
    let count = |tasks: &[Task]| {
        let found = assign(tasks, &[free(9), free(9)]);
        found.workers.iter().filter(|by| **by == [0]).count()
    };
    assert_eq!(count(&tasks(0, 100)), 2);
    assert_eq!(count(&tasks(1, 0)), 4);
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % n
    }
}

/// A queue in which two of three assessors may judge each piece of work.
fn queue(reviews: usize, assessors: usize, limit: u32) -> (Vec<Task>, Vec<Worker>) {
    let mut dice = Dice(7);
    let mut choice = |worker| {
        let n = dice.below(33_000);
        (!n.is_multiple_of(3)).then(|| Choice {
            worker,
            penalty: u32::from(n.is_multiple_of(11)),
            dislike: u32::try_from(n / 33).unwrap(),
        })
    };
    let tasks: Vec<_> = (0..reviews)
        .map(|_| Task {
            need: 1,
            options: (0..assessors).filter_map(&mut choice).collect(),
        })
        .collect();
    let workers = vec![Worker { load: 0, limit }; assessors];
    (tasks, workers)
}

#[test]
fn the_effort_grows_no_faster_than_the_square_of_the_queue() {
    let effort = |reviews, assessors| {
        let (tasks, workers) = queue(reviews, assessors, 6);
        let found = assign(&tasks, &workers);
        assert!(found.short.is_empty());
        found.effort
    };
    let (small, large) = (effort(250, 50), effort(1_000, 200));
    assert!(large < 20_000_000, "{large} pairs");
    assert!(
        large < small * 64,
        "{small} -> {large}: four times the queue"
    );
}

#[test]
fn a_queue_that_just_fits_is_covered() {
    let (tasks, workers) = queue(1_000, 200, 5);
    let found = assign(&tasks, &workers);
    assert!(found.short.is_empty());
    check(&tasks, &workers, &found);
}
