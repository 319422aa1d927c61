// What axe finds on a page, one sentence each.
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The page must be in a window whose scripts are not "off": axe needs timers.
export async function accessibilityProblems(page) {
  // Not a script tag: the page's own policy would rightly refuse that.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }),
    TAGS,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.join(" ")}) ${oneLine(failureSummary)}`),
  );
}

function oneLine(text) {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
