// Whether a page fits its window, measured in fractions of a pixel: a rounded width hides half a
// pixel on one machine that is a whole one on the next.

// Half a pixel of the finest screens; layouts are computed in sixty-fourths.
const TOLERANCE = 0.05;
const MOST_NAMED = 5;

// Boxes and lines of text that end beyond the right edge of the window, one sentence each,
// the furthest first; nothing for a page that fits.
export function whatSticksOut(page) {
  return page.evaluate(
    ({ tolerance, most }) => {
      const edge = document.documentElement.clientWidth;
      const clips = (element) => getComputedStyle(element).overflowX !== "visible";
      // What a box clips or scrolls does not widen the page; the box itself may.
      const isClipped = (element) => {
        for (let at = element; at && at !== document.body; at = at.parentElement) if (clips(at)) return true;
        return false;
      };
      const endOf = (rects) => Math.max(...[...rects].map(({ right, width }) => (width > 0 ? right : 0)), 0);
      const nameOf = (element) => {
        const classes = [...element.classList].map((word) => `.${word}`).join("");
        return `${element.localName}${element.id && `#${element.id}`}${classes}`;
      };
      const found = [];
      const look = (end, element, words) => {
        if (end > edge + tolerance && !isClipped(words === undefined ? element.parentElement : element)) {
          const said = words ?? element.textContent;
          found.push({ end, sentence: `${nameOf(element)} “${said.trim().replace(/\s+/g, " ").slice(0, 40)}”` });
        }
      };
      const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        if (node.nodeType === Node.ELEMENT_NODE) look(endOf(node.getClientRects()), node);
        else if (node.data.trim()) {
          const range = document.createRange();
          range.selectNodeContents(node);
          look(endOf(range.getClientRects()), node.parentElement, node.data);
        }
      }
      const { scrollWidth } = document.documentElement;
      if (scrollWidth > edge && found.length === 0) found.push({ end: scrollWidth, sentence: "the document" });
      found.sort((one, other) => other.end - one.end);
      return found.slice(0, most).map(({ end, sentence }) => `${sentence} ends at ${end.toFixed(2)} of ${edge} px`);
    },
    { tolerance: TOLERANCE, most: MOST_NAMED },
  );
}

// What the page looks like at its worst: the longest words that people and machines write, and the
// spacing of text that WCAG 1.4.12 lets a reader set. Only the styles and words of this window change.
export async function strain(page) {
  await page.evaluate((word) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const skipped = "script, style, textarea, select, svg, .vh, .nowrap, .linkbtn, .state";
    const nodes = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node.data.trim() && !node.parentElement.closest(skipped)) node.data += word;
    }
  }, `Donaudampfschifffahrtsgesellschaft${"W".repeat(30)}`);
}
