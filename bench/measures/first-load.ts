import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { DEMO } from "@/db/seed";
import { signIn } from "../lab/browser";
import type { Measure } from "../measure";

const PATH = `/${DEMO.slug}/settings/integrations/chat`;

/** Every script that a browser with an empty cache loads with the Chat Notifications page, each compressed by itself. */
export const firstLoad: Measure = {
  name: "first-load",
  run: async (lab) => {
    const { window } = await signIn(lab);
    const context = await window(1280);
    return [
      {
        title: "first-load JS of Chat Notifications, gzip",
        unit: "kB",
        product: [(await scriptsOf(context)) / 1000],
        target: { atMost: 200 },
        note: "all scripts up to network idle, prefetched ones included",
      },
    ];
  },
};

async function scriptsOf(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (/\.js(\?|$)/.test(response.url())) bodies.set(response.url(), response.body());
  });
  await page.goto(PATH, { waitUntil: "networkidle" });
  const sizes = (await Promise.all(bodies.values())).map((body) => gzipSync(body).length);
  await page.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}
