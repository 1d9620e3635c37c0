import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { DEMO } from "@/db/seed";
import { signIn } from "../lab/browser";
import type { Measure } from "../measure";

const PATH = `/${DEMO.slug}/settings/integrations/chat`;

/**
 * The scripts that a browser with an empty cache runs with the Chat Notifications page, each compressed by itself. Scripts of
 * other pages that it fetches ahead, when it has nothing else to do, are told apart.
 */
export const firstLoad: Measure = {
  name: "first-load",
  run: async (lab) => {
    const { window } = await signIn(lab);
    const { run, ahead } = await scriptsOf(await window(1280));
    return [
      {
        title: "first-load JS of Chat Notifications, gzip",
        ...{ unit: "kB", product: [run / 1000], target: { atMost: 200 } },
        note: `${Math.round(ahead / 1000)} kB more are fetched ahead`,
      },
    ];
  },
};

/** Bytes, compressed. */
async function scriptsOf(context: BrowserContext): Promise<{ run: number; ahead: number }> {
  const page = await context.newPage();
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (/\.js(\?|$)/.test(response.url())) bodies.set(response.url(), response.body());
  });
  await page.goto(PATH, { waitUntil: "networkidle" });
  const inPage = new Set(await page.evaluate(() => [...document.scripts].map(({ src }) => src)));
  const sums = { run: 0, ahead: 0 };
  for (const [url, body] of bodies) sums[inPage.has(url) ? "run" : "ahead"] += gzipSync(await body).length;
  await page.close();
  return sums;
}
