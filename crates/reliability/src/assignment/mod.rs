//! Optimal assignment of tasks to workers.
//!
//! Each task needs some number of different workers; each worker takes at most so many tasks more.
//! Which worker may take which task is given. [`assign`] finds an assignment that, in this order,
//!
//! 1. covers the tasks, earlier ones first: a task is left short only if covering it would leave an
//!    earlier one short, so that everything is covered whenever that is possible at all;
//! 2. has the least sum of penalties;
//! 3. balances the load: the sum of the squares of all loads is least;
//! 4. has the least sum of dislikes.
//!
//! It is a minimum-cost flow by successive shortest paths with node potentials (Ahuja, Magnanti,
//! Orlin: *Network Flows*, 1993, section 9.7), one unit of one task at a time, as in the Hungarian
//! method. Costs are triples that are compared in order, so that no weights have to be tuned. That
//! greedy covering is optimal follows from the covered tasks being the independent sets of a
//! transversal matroid.

mod cost;
mod search;

use cost::Cost;
use search::Network;

/// Work that needs workers. Tasks come in order of importance: the first is covered first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// How many different workers it needs.
    pub need: u32,
    /// Who may take it, each worker once.
    pub options: Vec<Choice>,
}

/// That a worker may take a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Index of the worker.
    pub worker: usize,
    /// What speaks against it, before any thought of load.
    pub penalty: u32,
    /// How little it suits the worker, after all thought of load.
    pub dislike: u32,
}

/// Somebody who takes tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Tasks that the worker has already, and keeps.
    pub load: u32,
    /// The most tasks that the worker has at once.
    pub limit: u32,
}

/// Who takes what, and what is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// For each task, the workers that take it, by their index.
    pub workers: Vec<Vec<usize>>,
    /// Tasks that lack workers, in their order.
    pub short: Vec<Shortage>,
    /// How many pairs of task and worker were looked at: a measure of the effort.
    pub effort: u64,
}

/// A task that cannot be covered without leaving an earlier one short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// Index of the task.
    pub task: usize,
    /// How many workers it still lacks.
    pub missing: u32,
    /// The workers whose limits stand in the way: each is full, and what they hold can be taken
    /// over by nobody but each other. Empty if every possible worker has the task already.
    pub full: Vec<usize>,
}

/// Assigns tasks to workers. Options that name no worker are ignored.
pub fn assign(tasks: &[Task], workers: &[Worker]) -> Assignment {
    let mut network = Network::new(tasks, workers);
    let mut short = Vec::new();
    for (task, it) in tasks.iter().enumerate() {
        for unit in 0..it.need {
            if let Err(full) = network.cover(task) {
                let missing = it.need - unit;
                short.push(Shortage {
                    task,
                    missing,
                    full,
                });
                break;
            }
        }
    }
    Assignment {
        short,
        effort: network.effort(),
        workers: network.into_workers(),
    }
}

impl Choice {
    fn cost(&self) -> Cost {
        Cost::of(i64::from(self.penalty), 0, i64::from(self.dislike))
    }
}

impl Worker {
    /// What one more task costs a worker who holds so many: the square of the load grows by twice
    /// the load and one.
    fn cost_of_one_more(held: u32) -> Cost {
        Cost::of(0, 2 * i64::from(held) + 1, 0)
    }
}
