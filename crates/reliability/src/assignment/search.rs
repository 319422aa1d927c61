//! Shortest augmenting paths.
//!
//! Nodes are tasks and workers; the sink needs none, since its potential never changes. From a task
//! there is a way to each worker who may take it and does not have it; from a worker to the sink
//! while there is room, and back to each task that the worker was given here.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cost::Cost;
use super::{Choice, Task, Worker};

/// The flow so far.
pub(super) struct Network<'p> {
    tasks: &'p [Task],
    workers: &'p [Worker],
    /// For each worker, the tasks given here, each with what it costs.
    given: Vec<Vec<(usize, Cost)>>,
    /// Per task and worker: every way has a cost of at least nothing after its ends' potentials.
    task_potential: Vec<Cost>,
    worker_potential: Vec<Cost>,
    search: Search,
    effort: u64,
}

/// What one search knows; kept between searches to save memory.
struct Search {
    /// Best known distance of each worker, and the task before it.
    worker: Vec<Option<Reached>>,
    /// Whether its distance is final.
    settled: Vec<bool>,
    /// Distance of each task, and the worker before it.
    task: Vec<Option<Reached>>,
    /// Settled tasks and workers, for the change of potentials.
    tasks: Vec<usize>,
    workers: Vec<usize>,
    waiting: BinaryHeap<Reverse<(Cost, usize)>>,
}

/// How a node is reached: how far it is, and from where; the start of a search from itself.
#[derive(Clone, Copy)]
struct Reached {
    distance: Cost,
    from: usize,
}

impl<'p> Network<'p> {
    pub(super) fn new(tasks: &'p [Task], workers: &'p [Worker]) -> Self {
        Self {
            tasks,
            workers,
            given: vec![Vec::new(); workers.len()],
            task_potential: vec![Cost::default(); tasks.len()],
            worker_potential: vec![Cost::default(); workers.len()],
            search: Search {
                worker: vec![None; workers.len()],
                settled: vec![false; workers.len()],
                task: vec![None; tasks.len()],
                tasks: Vec::new(),
                workers: Vec::new(),
                waiting: BinaryHeap::new(),
            },
            effort: 0,
        }
    }

    pub(super) const fn effort(&self) -> u64 {
        self.effort
    }

    /// Gives a task one worker more, at the least cost for all tasks so far; else the workers that
    /// were reached, all of them full.
    pub(super) fn cover(&mut self, start: usize) -> Result<(), Vec<usize>> {
        self.search.clear();
        let origin = Reached {
            distance: Cost::default(),
            from: start,
        };
        self.search.reach_task(start, origin);
        self.leave_task(start);
        // The best way into the sink so far: its length, and the last worker.
        let mut best: Option<(Cost, usize)> = None;
        while let Some(Reverse((distance, worker))) = self.search.waiting.pop() {
            if self.search.settled[worker] {
                continue;
            }
            if best.is_some_and(|(length, _)| distance >= length) {
                break;
            }
            self.search.settled[worker] = true;
            self.search.workers.push(worker);
            if let Some(last) = self.last_step(worker) {
                let length = distance + last;
                if best.is_none_or(|(known, _)| length < known) {
                    best = Some((length, worker));
                }
            }
            self.leave_worker(worker, distance);
        }
        let Some((length, last)) = best else {
            let mut full = std::mem::take(&mut self.search.workers);
            full.sort_unstable();
            return Err(full);
        };
        self.change_potentials(length);
        self.change_flow(start, last);
        Ok(())
    }

    /// The cost of ending at a worker who still has room, after its potential.
    fn last_step(&self, worker: usize) -> Option<Cost> {
        let it = self.workers[worker];
        let held = it.load + u32::try_from(self.given[worker].len()).unwrap_or(u32::MAX);
        (held < it.limit).then(|| Worker::cost_of_one_more(held) + self.worker_potential[worker])
    }

    fn leave_task(&mut self, task: usize) {
        let Some(Reached { distance, .. }) = self.search.task[task] else {
            return;
        };
        let base = distance + self.task_potential[task];
        let tasks = self.tasks;
        for option in &tasks[task].options {
            let worker = option.worker;
            if worker >= self.workers.len() || self.search.settled[worker] {
                continue;
            }
            self.effort += 1;
            let distance = base + option.cost() - self.worker_potential[worker];
            if self.search.worker[worker].is_some_and(|it| it.distance <= distance) {
                continue;
            }
            if self.given[worker].iter().any(|(held, _)| *held == task) {
                continue;
            }
            self.search.worker[worker] = Some(Reached {
                distance,
                from: task,
            });
            self.search.waiting.push(Reverse((distance, worker)));
        }
    }

    /// Whoever holds a task could hand it on. A task with several workers may be reached again, by a
    /// shorter way, and is then left again.
    fn leave_worker(&mut self, worker: usize, distance: Cost) {
        for at in 0..self.given[worker].len() {
            let (task, cost) = self.given[worker][at];
            let distance =
                distance + self.worker_potential[worker] - cost - self.task_potential[task];
            if self.search.task[task].is_none_or(|it| distance < it.distance) {
                let reached = Reached {
                    distance,
                    from: worker,
                };
                self.search.reach_task(task, reached);
                self.leave_task(task);
            }
        }
    }

    fn change_potentials(&mut self, length: Cost) {
        for worker in &self.search.workers {
            if let Some(it) = self.search.worker[*worker].filter(|it| it.distance < length) {
                self.worker_potential[*worker] -= length - it.distance;
            }
        }
        self.search.tasks.sort_unstable();
        self.search.tasks.dedup();
        for task in &self.search.tasks {
            if let Some(it) = self.search.task[*task].filter(|it| it.distance < length) {
                self.task_potential[*task] -= length - it.distance;
            }
        }
    }

    /// Walks back from the last worker: each worker on the way takes the task before it, which the
    /// worker before that hands on.
    fn change_flow(&mut self, start: usize, last: usize) {
        let mut worker = last;
        while let Some(Reached { from: task, .. }) = self.search.worker[worker] {
            let cost = self.cost(task, worker);
            self.given[worker].push((task, cost));
            if task == start {
                return;
            }
            let Some(Reached { from: before, .. }) = self.search.task[task] else {
                return;
            };
            self.given[before].retain(|(held, _)| *held != task);
            worker = before;
        }
    }

    fn cost(&self, task: usize, worker: usize) -> Cost {
        let mut options = self.tasks[task].options.iter();
        options
            .find(|it| it.worker == worker)
            .map(Choice::cost)
            .unwrap_or_default()
    }

    pub(super) fn into_workers(self) -> Vec<Vec<usize>> {
        let mut workers = vec![Vec::new(); self.tasks.len()];
        for (worker, given) in self.given.iter().enumerate() {
            for (task, _) in given {
                workers[*task].push(worker);
            }
        }
        workers
    }
}

impl Search {
    fn clear(&mut self) {
        self.worker.fill(None);
        self.settled.fill(false);
        self.task.fill(None);
        self.tasks.clear();
        self.workers.clear();
        self.waiting.clear();
    }

    fn reach_task(&mut self, task: usize, reached: Reached) {
        self.task[task] = Some(reached);
        self.tasks.push(task);
    }
}
