import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { target } from "../fixtures/target";
import { addressOf } from "./entrances";

/** An action as a browser calls it: its id in this build, and a page from which it may be called. */
export interface Callable {
  id: string;
  page: string;
}

interface Manifest {
  node: Record<string, { workers: Record<string, unknown>; exportedName: string }>;
}

const ROOT = join(import.meta.dirname, "..", "..");
// The builds of `next dev` and of `next build`; which one answers is found by asking.
const BUILDS = [".next/dev/server", ".next/server"];

/** The actions of the build that answers at the base address, by name. Pages that were never opened may be missing in development. */
export async function callables(request: APIRequestContext): Promise<Map<string, Callable>> {
  for (const build of BUILDS.filter((folder) => existsSync(join(ROOT, folder)))) {
    const found = readBuild(join(ROOT, build));
    const probe = found.get("signIn");
    if (probe && (await isKnown(request, probe))) return found;
  }
  throw new Error(`No build in ${BUILDS.join(" or ")} is the one that answers. Open its pages, or build it.`);
}

/** Calls an action over HTTP as the framework's client does. */
export const callAction = async (request: APIRequestContext, { id, page }: Callable, args: unknown[]) =>
  request.post(page, {
    headers: {
      "next-action": id,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin: (await target()).baseURL,
    },
    data: JSON.stringify(args),
    maxRedirects: 0,
  });

function readBuild(folder: string): Map<string, Callable> {
  const found = new Map<string, Callable>();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => name.endsWith("server-reference-manifest.json"))) {
    const { node } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Manifest;
    for (const [id, { workers, exportedName }] of Object.entries(node)) {
      const [worker] = Object.keys(workers);
      if (worker) found.set(exportedName, { id, page: addressOf(worker) });
    }
  }
  return found;
}

async function isKnown(request: APIRequestContext, probe: Callable): Promise<boolean> {
  const answer = await callAction(request, probe, []);
  return answer.headers()["x-nextjs-action-not-found"] === undefined;
}
