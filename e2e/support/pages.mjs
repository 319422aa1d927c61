// The pages as a person meets them: everything is found by its role and its English name.
// When a page changes its words, they change here and nowhere else.
import assert from "node:assert/strict";

const PATIENCE_MS = 30_000;
const START = "Show what I know";

// The catalogue.
export async function titlesInCatalogue(page, origin) {
  await page.goto(`${origin}/catalogue`);
  const titles = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
  return titles.allTextContents();
}

// Opens the first of these micro-credentials that this person has not begun, and gives its title.
export async function openFirstNotBegun(page, origin, titles) {
  for (const title of titles.map((words) => words.trim())) {
    await page.goto(`${origin}/catalogue`);
    await page.getByRole("main").getByRole("link", { name: title, exact: true }).first().click();
    await heading(page, title);
    if (await page.getByRole("button", { name: START }).count()) return title;
  }
  return assert.fail(`none of these can be begun: ${titles.join("; ")}`);
}

// The page of a micro-credential.
export async function start(page) {
  await page.getByRole("button", { name: START }).click();
}

// The workspace.
export async function writeAnswers(page, text) {
  const answers = page.locator('textarea[form="draft"]');
  const count = await answers.count();
  assert.ok(count > 0, "the workspace asks for answers");
  for (let index = 0; index < count; index += 1) await answers.nth(index).fill(text);
}

export async function keep(window) {
  if (window.scripts === "off") {
    await window.page.getByRole("button", { name: "Save", exact: true }).first().click();
  }
  await window.page.getByText(/^Saved/).first().waitFor();
}

// Adds a file to every requirement that takes one, and attaches it to every criterion offered. A requirement that is
// full takes no more, so each is found by its own id.
export async function addEvidence(page, file) {
  const inputs = page.locator('input[type="file"]');
  const ids = await inputs.evaluateAll((found) => found.map((input) => input.id));
  for (const [index, id] of ids.entries()) {
    const form = page.locator("form").filter({ has: page.locator(`[id="${id}"]`) });
    await form.locator('input[type="file"]').setInputFiles(file);
    await form.getByLabel("Caption").fill(`What this shows, ${index + 1}`);
    for (const box of await form.getByRole("checkbox").all()) await box.check();
    await form.getByRole("button", { name: "Add" }).click();
    await page.getByText(`What this shows, ${index + 1}`).first().waitFor();
  }
}

// The first criterion that a task shows alone: its evidence can change and leave the others be.
export async function criterionWithTaskOfItsOwn(page) {
  const names = await page.getByRole("navigation", { name: "Criteria" }).locator(".crit b").allTextContents();
  for (const name of names) if (await taskFor(page, name).count()) return name;
  return assert.fail(`no task shows one criterion alone: ${names.join("; ")}`);
}

// Takes out what the task of this criterion holds, and adds the file in its place.
export async function replaceEvidence(page, criterion, file) {
  const task = taskFor(page, criterion);
  const pieces = task.locator(".upload");
  const count = await pieces.count();
  assert.ok(count > 0, "the piece of the attempt before is still there");
  for (let left = count; left > 0; left -= 1) {
    await pieces.first().getByText("Change", { exact: true }).click();
    await pieces.first().getByRole("button", { name: "Take it out" }).click();
    await pieces.nth(left - 1).waitFor({ state: "detached" });
  }
  const form = task.locator("form").filter({ has: page.locator('input[type="file"]') });
  await form.locator('input[type="file"]').setInputFiles(file);
  await form.getByLabel("Caption").fill("What I did after the feedback");
  for (const box of await form.getByRole("checkbox").all()) await box.check();
  await form.getByRole("button", { name: "Add" }).click();
  await pieces.getByText(file.name).waitFor();
}

function taskFor(page, criterion) {
  return page.locator("section.task").filter({ has: page.getByText(`Shows: ${criterion}`, { exact: true }) });
}

export async function attest(page) {
  const statements = page.getByRole("group", { name: "Four statements" });
  for (const box of await statements.getByRole("checkbox").all()) await box.check();
}

export async function explainWhatChanged(page, text) {
  await page.getByRole("textbox", { name: "What did you change?" }).fill(text);
}

export async function sendToAssessors(page) {
  await page.getByRole("button", { name: "Send to assessors" }).click();
  await page.getByText("With the assessors").first().waitFor();
}

// The desk: addresses of the reviews that wait for this assessor under a title.
export async function reviewsWaiting(page, origin, title) {
  await page.goto(`${origin}/desk`);
  const links = await page.getByRole("main").getByRole("link", { name: title }).all();
  return Promise.all(links.map((link) => link.getAttribute("href")));
}

// A review begins with an open hand: from then on the educator cannot take the submission back.
export async function openReview(page) {
  await page.getByRole("button", { name: "Open the review" }).click();
  await page.getByRole("button", { name: "Submit scores" }).waitFor();
}

// A review. `levelOf` gives the level for the criterion of that name; the names are handed back.
export async function score(page, levelOf, feedback) {
  const criteria = page.getByRole("group").filter({ has: page.getByRole("radio") });
  const names = await criteria.locator("legend").allTextContents();
  assert.ok(names.length > 0, "the review shows criteria to score");
  for (const [index, name] of names.entries()) {
    const criterion = criteria.nth(index);
    await criterion.getByRole("radio", { name: new RegExp(`^\\s*${levelOf(name)}\\b`) }).check();
    await criterion.getByLabel("Feedback").fill(feedback);
  }
  return names;
}

export async function submitScores(page) {
  await page.getByRole("button", { name: "Submit scores" }).click();
  await heading(page, /your desk|scores are locked/);
}

// The educator's home leads to a pursuit, whatever its state.
export async function openPursuit(page, origin, title) {
  await page.goto(`${origin}/home`);
  await page.getByRole("main").getByRole("link", { name: title }).first().click();
}

export async function beginNextAttempt(page) {
  await page.getByRole("link", { name: /Begin attempt/ }).click();
}

// Reads a page again until it shows the words: signing happens in a job, after the decision.
export async function waitFor(page, words) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (await page.getByText(words).count()) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  assert.fail(`${page.url()} did not show ${words} within ${PATIENCE_MS / 1000} s`);
}

// The address of the award of that title on the educator's home, once it is signed.
export async function awardAddress(page, origin, title) {
  await page.goto(`${origin}/home`);
  const link = page.getByRole("main").locator('a[href^="/awards/"]').filter({ hasText: title }).first();
  const end = Date.now() + PATIENCE_MS;
  while (!(await link.count()) && Date.now() < end) {
    await page.waitForTimeout(250);
    await page.reload();
  }
  return link.getAttribute("href");
}

// The holder lets everybody see the award.
export async function publish(page, award) {
  await page.goto(award);
  await waitFor(page, /Valid/);
  await page.getByLabel("Everybody, and it may be listed").check();
  await page.getByRole("button", { name: "Keep this" }).click();
  await page.waitForLoadState();
}

// The public page of an award.
export async function expectValidAward(page, title, holder) {
  await heading(page, title);
  await page.getByText(holder).first().waitFor();
  await page.getByText("Valid: the signature holds, and it is not revoked").waitFor();
  const checks = await page.locator("#verify .checks > li > b").allTextContents();
  const named = (words) => checks.some((check) => check.includes(words));
  assert.ok(named("The signature is valid") && named("Not revoked"), checks.join("; "));
  assert.deepEqual(checks.filter((check) => !/ holds$/.test(check.trim())), []);
}

export async function heading(page, name) {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}
