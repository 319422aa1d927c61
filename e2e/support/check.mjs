// Everything that must hold for every page that anybody sees.
import assert from "node:assert/strict";
import { accessibilityProblems } from "./accessibility.mjs";
import { DESK, openWindow, PHONE } from "./browser.mjs";
import { strain, whatSticksOut } from "./fit.mjs";
import { markupProblems } from "./markup.mjs";

// The narrowest screen that pages are made for; as many pixels as a desk has at 400 % (WCAG 1.4.10).
const NARROWEST = { width: 320, height: PHONE.height };
// Each theme at each size, over two pages of a kind.
const LOOKS = [
  [
    { size: DESK, scheme: "light" },
    { size: PHONE, scheme: "dark" },
  ],
  [
    { size: DESK, scheme: "dark" },
    { size: PHONE, scheme: "light" },
  ],
];

// Opens the address in a tab of the person whose window it is, on a desk and on a phone, one by day and one by night,
// and says everything that is wrong with it. `turn` chooses which of the two is by day.
export async function checkPage(window, address, { status = 200, turn = 0 } = {}) {
  const before = window.troubles.length;
  const page = await window.context.newPage();
  const problems = [];
  try {
    const response = await page.goto(address);
    if (response.status() !== status) problems.push(`status ${response.status()}`);
    problems.push(...(await markupProblems(await response.text())));
    for (const { size, scheme } of LOOKS[turn % LOOKS.length]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme });
      problems.push(...(await whatSticksOut(page)));
      const found = await accessibilityProblems(page);
      problems.push(...found.map((problem) => `${size.width} ${scheme}: ${problem}`));
    }
    problems.push(...(await tooWideForTheNarrowest(page)));
  } finally {
    await page.close();
  }
  const troubles = window.troubles.slice(before);
  problems.push(...troubles.filter((trouble) => status === 200 || !isAbout(trouble, address)));
  return { problems };
}

// As it is, and with longer words than any that the demo holds.
async function tooWideForTheNarrowest(page) {
  await page.setViewportSize(NARROWEST);
  const asItIs = await whatSticksOut(page);
  await strain(page);
  return asItIs.length > 0 ? asItIs : whatSticksOut(page);
}

// The page at which a window is, looked at in a window with scripts: axe needs timers.
export async function expectGoodPage(browser, window) {
  const address = window.page.url();
  const look = await openWindow(browser, { state: await window.context.storageState() });
  try {
    const { problems } = await checkPage(look, address);
    assert.deepEqual(problems, [], address);
  } finally {
    await look.close();
  }
}

// Chromium reports the status of the page itself as an error of loading.
function isAbout(trouble, address) {
  return trouble.startsWith(`${address}: Failed to load resource`);
}
