// The instruments themselves: each must find what it is there to find, on a page made for it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { accessibilityProblems } from "./support/accessibility.mjs";
import { openBrowser, openWindow, PHONE } from "./support/browser.mjs";
import { strain, whatSticksOut } from "./support/fit.mjs";
import { markupProblems } from "./support/markup.mjs";

const GOOD = page("<h1>Good</h1><p>Nothing to find.</p>");
const PAGES = {
  "/good": GOOD,
  "/unnamed": page('<h1>Unnamed</h1><p><input type="text" name="n"></p>'),
  "/wide": page('<h1>Wide</h1><pre>' + "wide ".repeat(200) + "</pre>"),
  "/inline": page("<h1>Inline</h1><script>document.title = 'changed'</script>"),
  "/missing-part": page('<h1>Missing</h1><script src="/nowhere.js"></script>'),
  "/script": page('<h1>Script</h1><p id="p">without</p><script src="/script.js" defer></script>'),
};

function page(main) {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>Page</title><meta name="viewport" content="width=device-width"></head><body><main>${main}</main></body></html>\n`;
}

let server, origin, browser;

before(async () => {
  server = createServer((request, response) => {
    if (request.url === "/script.js") {
      response.setHeader("Content-Type", "text/javascript");
      response.end('document.querySelector("#p").textContent = "with";');
    } else if (request.url === "/favicon.ico") {
      response.writeHead(204).end();
    } else if (PAGES[request.url]) {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Content-Security-Policy", "default-src 'self'");
      response.end(PAGES[request.url]);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

async function visit(path, options) {
  const window = await openWindow(browser, options);
  await window.page.goto(origin + path);
  return window;
}

test("a good page has no problems of any kind, under a strict policy", async () => {
  const window = await visit("/good", { size: PHONE });
  assert.deepEqual(await accessibilityProblems(window.page), []);
  assert.deepEqual(await markupProblems(GOOD), []);
  assert.deepEqual(await whatSticksOut(window.page), []);
  assert.deepEqual(window.troubles, []);
  await window.close();
});

test("a field without a name is found", async () => {
  const window = await visit("/unnamed");
  const problems = await accessibilityProblems(window.page);
  assert.match(problems.join("\n"), /^label: /m);
  await window.close();
});

test("an element that may not stand where it stands is found", async () => {
  const problems = await markupProblems(page("<h1>Title</h1><ul><p>no item</p></ul>"));
  assert.match(problems.join("\n"), /element-permitted-content/);
});

test("a style attribute is found, since the policy would drop it", async () => {
  const problems = await markupProblems(page('<h1 style="color: red">Title</h1>'));
  assert.match(problems.join("\n"), /no-inline-style/);
});

test("a page that is wider than a phone is found, and what makes it so is named", async () => {
  const window = await visit("/wide", { size: PHONE });
  assert.match((await whatSticksOut(window.page)).join("\n"), /^pre “wide wide .* ends at \d+\.\d+ of 390 px/);
  await window.close();
});

test("a third of a pixel too much is found, though the browser's own measure rounds it away", async () => {
  const window = await visit("/good", { size: PHONE });
  const rounded = await window.page.evaluate(() => {
    document.body.style.margin = "0";
    document.querySelector("p").style.width = "390.34px";
    return document.documentElement.scrollWidth;
  });
  assert.equal(rounded, PHONE.width);
  assert.match((await whatSticksOut(window.page)).join("\n"), /^p “Nothing to find\.” ends at 390\.3\d of 390 px$/);
  await window.close();
});

test("what scrolls or is clipped within its own box is not too wide", async () => {
  const window = await visit("/wide", { size: PHONE });
  await window.page.evaluate(() => (document.querySelector("pre").style.overflowX = "auto"));
  assert.deepEqual(await whatSticksOut(window.page), []);
  await window.close();
});

test("a page that only short words fit is found when it is strained", async () => {
  const window = await visit("/good", { size: PHONE });
  await strain(window.page);
  assert.match((await whatSticksOut(window.page)).join("\n"), /^h1 /m);
  await window.page.evaluate(() => (document.body.style.overflowWrap = "anywhere"));
  assert.deepEqual(await whatSticksOut(window.page), []);
  await window.close();
});

test("a script that the policy refuses is a trouble", async () => {
  const window = await visit("/inline");
  assert.match(window.troubles.join("\n"), /Content Security Policy/);
  await window.close();
});

test("a missing file is a trouble", async () => {
  const window = await visit("/missing-part");
  assert.match(window.troubles.join("\n"), /nowhere\.js: 404/);
  await window.close();
});

test("scripts run when they are on, and do not when they are off or blocked", async () => {
  for (const [scripts, text] of [["on", "with"], ["off", "without"], ["blocked", "without"]]) {
    const window = await visit("/script", { scripts });
    assert.equal(await window.page.locator("#p").textContent(), text, scripts);
    await window.close();
  }
});
