import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { DEMO } from "@/db/seed";
import { signIn } from "../lab/browser";
import type { Measure } from "../measure";

const PATH = `/${DEMO.slug}/settings/integrations/chat`;
/** It is part of the first view and does nothing before React has taken it over. */
const BUTTON = "Add Channel";

/**
 * The JavaScript that a browser with an empty cache needs until Chat Notifications can be used, each file compressed by
 * itself: every script that the HTML names or preloads, and every one that the page asks for before React has taken over its
 * first view. What comes after that (windows and menus that are fetched when the page is idle, the simulator when it is near,
 * pages behind links) keeps nobody waiting; it is told apart.
 */
export const firstLoad: Measure = {
  name: "first-load",
  run: async (lab) => {
    const { window } = await signIn(lab);
    const { needed, later } = await scriptsOf(await window(1280));
    return [
      {
        title: "first-load JS of Chat Notifications, gzip",
        ...{ unit: "kB", product: [needed / 1000], target: { atMost: 200 } },
        note: `${Math.round(later / 1000)} kB more when the page is idle: windows, menus, the simulator, pages ahead`,
      },
    ];
  },
};

/** Bytes, compressed. */
async function scriptsOf(context: BrowserContext): Promise<{ needed: number; later: number }> {
  const page = await context.newPage();
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (isScript(response.url())) bodies.set(response.url(), response.body());
  });
  await page.addInitScript(noteTakeover, [BUTTON, LOOK_MS] as [string, number]);
  const answer = await page.goto(PATH, { waitUntil: "networkidle" });
  const html = (await answer?.text()) ?? "";
  const asked = await page.evaluate(askedBeforeTakeover);
  if (asked === null) throw new Error(`React never took over the button ${BUTTON}.`);
  const sums = { needed: 0, later: 0 };
  for (const [url, body] of bodies) {
    const needed = asked.includes(url) || html.includes(new URL(url).pathname);
    sums[needed ? "needed" : "later"] += gzipSync(await body).length;
  }
  await page.close();
  return sums;
}

const isScript = (url: string): boolean => /\.js(\?|$)/.test(url);

interface Noted {
  benchTakeover?: number;
}

/** Often enough: nothing else is fetched in the few milliseconds after it. */
const LOOK_MS = 5;

/** Runs in the page, before its own scripts. React hangs its properties on an element when it takes it over. */
function noteTakeover([label, everyMs]: [string, number]): void {
  // Without functions that have a name: the compiler would let them ask for a helper, which the page has not.
  const timer = setInterval(() => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === label);
    if (!button || !Object.keys(button).some((key) => key.startsWith("__reactProps"))) return;
    (globalThis as Noted).benchTakeover = performance.now();
    clearInterval(timer);
  }, everyMs);
}

/** Runs in the page: the addresses that were asked for before that moment; null when it has not come. */
function askedBeforeTakeover(): string[] | null {
  const { benchTakeover } = globalThis as Noted;
  if (benchTakeover === undefined) return null;
  return performance
    .getEntriesByType("resource")
    .filter(({ startTime }) => startTime <= benchTakeover)
    .map(({ name }) => name);
}
