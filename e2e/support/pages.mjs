// The pages as a person meets them: everything is found by its role and its English name.
// When a page changes its words, they change here and nowhere else.
import assert from "node:assert/strict";

const PATIENCE_MS = 30_000;

// The catalogue.
export async function titlesInCatalogue(page, origin) {
  await page.goto(`${origin}/catalogue`);
  const titles = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
  return titles.allTextContents();
}

export async function openMicroCredential(page, origin, title) {
  await page.goto(`${origin}/catalogue`);
  await page.getByRole("main").getByRole("link", { name: title, exact: true }).first().click();
  await heading(page, title);
}

// The page of a micro-credential.
export async function start(page) {
  await page.getByRole("button", { name: "Show what I know" }).click();
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

// A review. `levelOf` gives the level for the criterion of that place and name.
export async function score(page, levelOf, feedback) {
  const criteria = page.getByRole("group").filter({ has: page.getByRole("radio") });
  const count = await criteria.count();
  assert.ok(count > 0, "the review shows criteria to score");
  for (let index = 0; index < count; index += 1) {
    const criterion = criteria.nth(index);
    const level = levelOf(index, count);
    await criterion.getByRole("radio", { name: new RegExp(`^\\s*${level}\\b`) }).check();
    await criterion.getByLabel("Feedback").fill(feedback);
  }
  return count;
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

// The award's address on the educator's home, once it is signed.
export async function awardAddress(page, origin) {
  await page.goto(`${origin}/home`);
  const link = page.getByRole("main").locator('a[href^="/awards/"]').first();
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
  await page.getByText("Valid", { exact: false }).first().waitFor();
}

export async function heading(page, name) {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}
