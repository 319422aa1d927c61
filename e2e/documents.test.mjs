// Every command that README and docs show works as it is typed there: in an empty folder, with the program in the path.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { demoPeople, inRole } from "./support/people.mjs";
import { PROGRAM, startDemo } from "./support/server.mjs";

const ROOT = new URL("..", import.meta.url).pathname;
const LONGEST_MS = 60_000;
const CARGO_RUN = "cargo run --release -- ";

// Commands that are not run here, and why.
const NOT_RUN = {
  "cargo xtask test": "is the whole test, of which this is a part",
};
// How to know that a command which does not end has begun.
const BEGUN = { "cargo run --release -- demo": /http:\/\/localhost:\d+/ };
// Blocks that stand for a family of commands, written with capitals for what differs.
const PATTERN = /\b(?:HOST|ID|FILE|FOLDER|SLUG)\b/;

let folder, environment, demo;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "testamur-documents-"));
  await symlink(PROGRAM, join(folder, "testamur"));
  environment = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  demo = await startDemo();
});

after(async () => {
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

for (const { place, block } of await blocks()) {
  if (PATTERN.test(block)) continue;
  for (const command of commandsOf(block)) {
    if (command in NOT_RUN) continue;
    test(`${place}: ${command}`, async () => {
      const words = command.replace(CARGO_RUN, "testamur ");
      if (command in BEGUN) await begins(`${words} --port 0`, BEGUN[command]);
      else await run(words);
    });
  }
}

test("what is not run, is shown somewhere", async () => {
  const shown = (await blocks()).flatMap(({ block }) => commandsOf(block));
  for (const command of [...Object.keys(NOT_RUN), ...Object.keys(BEGUN)]) assert.ok(shown.includes(command), command);
});

test("each command of the overview is there, and helps", async () => {
  const overview = (await blocks()).filter(({ block }) => PATTERN.test(block)).flatMap(({ block }) => commandsOf(block));
  const lines = overview.filter((line) => line.startsWith("testamur "));
  assert.ok(lines.length > 5, overview.join("\n"));
  for (const line of lines) for (const words of spelledOut(line)) await run(`${words} --help`);
});

test("the commands of an award's page check it, as they stand there", async () => {
  const { address, name } = await publicAward();
  const page = await (await fetch(address, { headers: { Accept: "text/html" } })).text();
  const shown = [...page.matchAll(/<code>([^<]*)<\/code>/g)].map(([, code]) => unescaped(code));
  const commands = shown.find((code) => code.includes("testamur credential verify"));
  assert.ok(commands, "the page shows commands");
  const file = commands.match(/credential verify (\S+)/)[1];
  await writeFile(join(folder, file), await (await fetch(`${address}.json`)).text());
  await run(commands);
  await writeFile(join(folder, file), (await readFile(join(folder, file), "utf8")).replace(name, `${name} the Second`));
  await assert.rejects(run(commands.slice(commands.indexOf("testamur credential verify"))), { code: 1 });
});

// [{ place, block }]: what stands in fences, with its file and line; what names another language is no command.
async function blocks() {
  const names = ["README.md", ...(await readdir(join(ROOT, "docs"))).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
  const found = [];
  for (const name of names.sort()) {
    const text = await readFile(join(ROOT, name), "utf8");
    for (const { 1: language, 2: block, index } of text.matchAll(/^```(\w*)\n(.*?)^```$/gms)) {
      if (language !== "" && language !== "sh") continue;
      found.push({ place: `${name}:${text.slice(0, index).split("\n").length}`, block });
    }
  }
  return found;
}

// A command a line; a line that ends with a backslash goes on.
function commandsOf(block) {
  return block
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

// `testamur jobs list | retry [ID]    text` is `testamur jobs list` and `testamur jobs retry`.
function spelledOut(line) {
  const [command] = line.split(/ {2,}/);
  const [, verb, ...rest] = command.replace(/\[.*?\]/g, "").split(/\s+/);
  const below = rest.filter((word) => /^[a-z]+$/.test(word));
  const isSum = rest.includes("|");
  if (below.length === 0) return [`testamur ${verb}`];
  return isSum ? below.map((word) => `testamur ${verb} ${word}`) : [`testamur ${verb} ${below[0]}`];
}

async function run(words) {
  return promisify(execFile)("sh", ["-ec", words], { cwd: folder, env: environment, timeout: LONGEST_MS });
}

// A command that serves until it is stopped.
async function begins(words, sign) {
  const child = spawn("sh", ["-c", `exec ${words}`], { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  try {
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`it did not begin: ${said}`)), LONGEST_MS);
      const listen = (bytes) => {
        said += bytes;
        if (!sign.test(said)) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.once("exit", (code) => reject(new Error(`it ended with ${code}: ${said}`)));
    });
  } finally {
    child.kill("SIGTERM");
  }
}

// An award of the demo that everybody may see.
async function publicAward() {
  const signIn = async (person) => {
    const answer = await fetch(demo.origin + person.signin, { method: "POST", redirect: "manual", headers: { Origin: demo.origin } });
    return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
  };
  for (const person of inRole(await demoPeople(demo.origin), "educator")) {
    const held = await (await fetch(`${demo.origin}/my-awards`, { headers: { Cookie: await signIn(person) } })).text();
    for (const [, path] of held.matchAll(/href="(\/awards\/[^"]+)"/g)) {
      const address = demo.origin + path;
      const file = await fetch(`${address}.json`);
      if (file.ok) return { address, name: (await file.json()).name };
    }
  }
  return assert.fail("no award of the demo is public");
}

function unescaped(text) {
  const named = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name) => named[name]);
}
