// The route table, asked from the program that is tested.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PROGRAM } from "./server.mjs";

// The kinds of pages: addresses that are read, without those of the API.
export async function pageKinds() {
  const { stdout } = await promisify(execFile)(PROGRAM, ["routes"]);
  const routes = stdout.trim().split("\n").map((line) => line.split("\t"));
  const kinds = routes.filter(([method, path]) => method === "GET" && !path.startsWith("/api/")).map(([, path]) => path);
  assert.ok(kinds.includes("/catalogue"), stdout);
  return kinds;
}

// The kind of an address, the most literal one that fits; nothing if no route answers it.
export function kindOf(kinds, address) {
  const { pathname } = new URL(address);
  const openParts = (kind) => kind.split("{").length;
  return kinds.filter((kind) => patternOf(kind).test(pathname)).sort((one, other) => openParts(one) - openParts(other))[0];
}

// `{name}` is one part of an address, `{*name}` all that follow.
function patternOf(kind) {
  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const parts = kind.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith("{")) return literal(part);
    return part.startsWith("{*") ? ".+" : "[^/]+";
  });
  return new RegExp(`^${parts.join("")}$`);
}
