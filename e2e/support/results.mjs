// Where tests leave what a person may want to look at.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const FOLDER = process.env.TESTAMUR_RESULTS ?? new URL("../results", import.meta.url).pathname;

export async function savePicture(page, name) {
  const path = await placeFor(join("pictures", `${name}.png`));
  await page.screenshot({ path, fullPage: true });
  return path;
}

export async function saveText(name, text) {
  const path = await placeFor(name);
  await writeFile(path, text);
  return path;
}

async function placeFor(name) {
  const path = join(FOLDER, name);
  await mkdir(dirname(path), { recursive: true });
  return path;
}
