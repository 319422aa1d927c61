//! A stream of lines, answered in order by all cores, in constant memory.
//!
//! Lines are dealt in small batches to the workers in turn, and the answers taken from them in the same turn; the
//! queues between are bounded, so nobody runs ahead.

use std::io::{self, BufRead, Write};
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::json::MAX_BYTES;

/// Lines in a batch: enough to make the hand-over cheap, few enough to stay small.
const BATCH: usize = 16;
/// Batches that wait before and after each worker.
const QUEUE: usize = 2;

/// Number of threads that answer; `None` is one a core.
pub type Threads = Option<NonZeroUsize>;

/// What is written for a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// One line, without its end.
    pub text: String,
    /// Whether the exit status can still be 0.
    pub good: bool,
}

/// Answers every line of `input` on `output`, in order. True if all answers were good.
///
/// A line longer than any document is cut to one byte more than that, so that `answer` can refuse it by its length.
///
/// # Errors
/// Those of reading and writing.
pub fn answer_lines<A>(
    input: impl BufRead + Send,
    output: impl Write,
    threads: Threads,
    answer: A,
) -> io::Result<bool>
where
    A: Fn(&[u8]) -> Answer + Sync,
{
    let workers = threads
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    let answer = &answer;
    thread::scope(|scope| {
        let mut batches = Vec::with_capacity(workers);
        let mut answers = Vec::with_capacity(workers);
        for _ in 0..workers {
            let (give, take) = sync_channel::<Vec<Vec<u8>>>(QUEUE);
            let (reply, replies) = sync_channel(QUEUE);
            batches.push(give);
            answers.push(replies);
            scope.spawn(move || work(&take, &reply, answer));
        }
        let reader = scope.spawn(move || deal(input, &batches));
        let written = collect(output, answers);
        let read = reader
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the reader of lines failed")));
        let good = written?;
        read.map(|()| good)
    })
}

fn work(
    take: &Receiver<Vec<Vec<u8>>>,
    reply: &SyncSender<Vec<Answer>>,
    answer: &impl Fn(&[u8]) -> Answer,
) {
    for batch in take {
        if reply
            .send(batch.iter().map(|line| answer(line)).collect())
            .is_err()
        {
            return;
        }
    }
}

fn deal(mut input: impl BufRead, batches: &[SyncSender<Vec<Vec<u8>>>]) -> io::Result<()> {
    for worker in batches.iter().cycle() {
        let mut batch = Vec::with_capacity(BATCH);
        while batch.len() < BATCH {
            match read_line(&mut input)? {
                Some(line) => batch.push(line),
                None => break,
            }
        }
        let last = batch.len() < BATCH;
        if !batch.is_empty() && worker.send(batch).is_err() {
            return Ok(());
        }
        if last {
            return Ok(());
        }
    }
    Ok(())
}

fn collect(mut output: impl Write, answers: Vec<Receiver<Vec<Answer>>>) -> io::Result<bool> {
    let mut good = true;
    for worker in answers.iter().cycle() {
        // The first worker without an answer is the one that got no batch: the stream has ended.
        let Ok(batch) = worker.recv() else { break };
        for answer in batch {
            good &= answer.good;
            output.write_all(answer.text.as_bytes())?;
            output.write_all(b"\n")?;
        }
    }
    output.flush()?;
    Ok(good)
}

/// The next line without its end, or `None` at the end of the input.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let mut started = false;
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(started.then_some(line));
        }
        started = true;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        let room = (MAX_BYTES + 1).saturating_sub(line.len());
        line.extend_from_slice(&part[..part.len().min(room)]);
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(Some(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn echo(line: &[u8]) -> Answer {
        Answer {
            text: format!("{}", String::from_utf8_lossy(line).len()),
            good: line != b"bad",
        }
    }

    fn run(input: &[u8], threads: usize) -> (String, bool) {
        let mut output = Vec::new();
        let good = answer_lines(input, &mut output, NonZeroUsize::new(threads), echo).unwrap();
        (String::from_utf8(output).unwrap(), good)
    }

    #[test]
    fn answers_come_in_the_order_of_the_lines_whatever_the_number_of_threads() {
        let lines: String = (0..1_000)
            .map(|number| format!("{}\n", "x".repeat(number % 97)))
            .collect();
        let expected: String = (0..1_000)
            .map(|number| format!("{}\n", number % 97))
            .collect();
        for threads in [1, 2, 3, 7] {
            assert_eq!(run(lines.as_bytes(), threads), (expected.clone(), true));
        }
    }

    #[test]
    fn the_last_line_needs_no_end_and_no_line_is_made_up() {
        assert_eq!(run(b"a\nbb", 2), ("1\n2\n".to_owned(), true));
        assert_eq!(run(b"a\n\nbb\n", 2), ("1\n0\n2\n".to_owned(), true));
        assert_eq!(run(b"", 2), (String::new(), true));
    }

    #[test]
    fn one_bad_line_spoils_the_exit_status_and_nothing_else() {
        assert_eq!(run(b"a\nbad\nbb\n", 2), ("1\n3\n2\n".to_owned(), false));
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let long = vec![b'x'; 3 * MAX_BYTES];
        assert_eq!(run(&long, 1).0, format!("{}\n", MAX_BYTES + 1));
    }

    #[test]
    fn a_reader_that_has_gone_away_ends_the_work() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let lines = b"line\n".repeat(10_000);
        let error = answer_lines(lines.as_slice(), Gone, NonZeroUsize::new(2), echo).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}
