import type { BrowserContext } from "@playwright/test";
import { DEMO } from "@/db/seed";
import { signIn } from "../lab/browser";
import type { Measure } from "../measure";

const SETTINGS = `/${DEMO.slug}/settings`;
const PAGES = [
  `/${DEMO.slug}`,
  ...["chat", "crm", "deliveries", "events", "api-keys", "audit"].map(
    (page) => `${SETTINGS}/integrations/${page}`,
  ),
  `${SETTINGS}/members`,
  `${SETTINGS}/projects`,
];
const WIDTHS = [1440, 390];
/** Shifts that come later are caused by something else than loading. */
const SETTLED_MS = 500;

/** The worst cumulative layout shift (web.dev/articles/cls) of the main pages while they load, wide and narrow. */
export const layoutShift: Measure = {
  name: "layout-shift",
  run: async (lab) => {
    const { window } = await signIn(lab);
    const found: { page: string; shift: number }[] = [];
    for (const width of WIDTHS) {
      const context = await window(width);
      for (const path of PAGES)
        found.push({ page: `${path} at ${width}`, shift: await shiftOf(context, path) });
    }
    const worst = found.toSorted((a, b) => b.shift - a.shift)[0];
    return [
      {
        title: `layout shift, worst of ${PAGES.length} pages at ${WIDTHS.join(" and ")} px`,
        unit: "",
        product: found
          .map(({ shift }) => shift)
          .toSorted((a, b) => b - a)
          .slice(0, 1),
        // Shifts below a thousandth are parts of a pixel.
        target: { atMost: 0.001 },
        ...(worst && worst.shift > 0 && { note: worst.page }),
      },
    ];
  },
};

async function shiftOf(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(observeShifts);
  const response = await page.goto(path, { waitUntil: "networkidle" });
  if (response?.status() !== 200) throw new Error(`${path} answered ${response?.status()}.`);
  await page.waitForTimeout(SETTLED_MS);
  const shift = await page.evaluate(() => (globalThis as unknown as Observed).benchShift);
  await page.close();
  return shift;
}

interface Observed {
  benchShift: number;
}

/** Runs in the page, before its own scripts. */
function observeShifts(): void {
  const observed = globalThis as unknown as Observed;
  observed.benchShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      observed.benchShift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}
