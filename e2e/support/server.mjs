// A demo of the real program, with data of its own, stopped when the tests that use it are done.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PROGRAM = process.env.TESTAMUR_PROGRAM ?? new URL("../../target/debug/testamur", import.meta.url).pathname;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
const MOST_LOG = 64_000;

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    for (const child of running) child.kill("SIGKILL");
    process.exit(1);
  });
}
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

// Starts a demo, or uses the one that TESTAMUR_URL names. Gives { origin, stop, log }.
export async function startDemo() {
  const given = process.env.TESTAMUR_URL;
  if (given) return { origin: new URL(given).origin, stop: async () => {}, log: () => "" };
  return start("demo", ["--fresh"]);
}

// Starts an empty installation with that environment. Gives { origin, stop, log }.
export function startInstallation(environment) {
  return start("serve", [], environment);
}

async function start(command, more, environment = {}) {
  const folder = await mkdtemp(join(tmpdir(), "testamur-e2e-"));
  const port = await freePort();
  const words = [command, "--port", String(port), ...more, "--data", join(folder, "data")];
  const env = { ...process.env, ...environment };
  const child = spawn(PROGRAM, words, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => (said = (said + bytes).slice(-MOST_LOG)));
  }
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(`cannot start ${PROGRAM}: ${error.message}`));
    child.once("exit", (code, signal) => resolve(`${PROGRAM} ended with ${signal ?? code}`));
  });
  ended.then(() => running.delete(child));
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
    await ended;
    clearTimeout(timer);
    await rm(folder, { recursive: true, force: true });
  };
  const origin = `http://localhost:${port}`;
  const problem = await Promise.race([ended, ready(`http://127.0.0.1:${port}/readyz`)]);
  if (problem) {
    await stop();
    throw new Error(`${problem}\n${said}`);
  }
  return { origin, stop, log: () => said };
}

// Nothing once the address answers with success, or a sentence if it does not in time.
async function ready(address) {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `${address} did not answer within ${READY_WITHIN_MS / 1000} s`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
