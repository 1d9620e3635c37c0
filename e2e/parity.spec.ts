import { createRequire } from "node:module";
import type { BrowserContext, Page } from "@playwright/test";
import { EVENT_TYPES, SAMPLE_NAMES, type SampleName } from "@/lib/events/catalogue";
import { expect, test } from "./fixtures/test";

const require = createRequire(import.meta.url);

type Theme = "light" | "dark";

/** What the Designer's bundle puts into its page, as far as it is used here. */
interface DesignerWindow {
  AdaptiveCards: typeof import("adaptivecards");
  ACDesigner: { defaultMicrosoftHosts: DesignerHost[] };
  markdownit: () => { render: (text: string) => string };
  ACData: object;
}

interface DesignerHost {
  name: string;
  colorTheme: "Light" | "Dark";
  targetVersion: import("adaptivecards").Version;
  initialize(): void;
  getHostConfig(): import("adaptivecards").HostConfig;
  createSerializationContext(
    version: import("adaptivecards").Version,
  ): import("adaptivecards").SerializationContext;
}

/** A page with Microsoft's Designer in it, which renders cards for "Microsoft Teams" as the Designer itself does. */
async function openDesigner(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addScriptTag({ path: require.resolve("adaptivecards/dist/adaptivecards.min.js") });
  await page.addScriptTag({ path: require.resolve("markdown-it/browser") });
  // Templates and the JSON editor are parts that no rendering touches.
  await page.evaluate(() => Object.assign(window, { ACData: {} }));
  await page.addScriptTag({
    path: require.resolve("adaptivecards-designer/dist/adaptivecards-designer.min.js"),
  });
  return page;
}

/** What the Designer draws: its Teams host, its switches and, as on its site, markdown-it as it comes. */
const drawInDesigner = (designer: Page, card: string, theme: Theme): Promise<string | undefined> =>
  designer.evaluate(
    ([source, chosen]) => {
      const { AdaptiveCards, ACDesigner, markdownit } = window as unknown as DesignerWindow;
      const host = ACDesigner.defaultMicrosoftHosts.find(({ name }) => name === "Microsoft Teams");
      if (host === undefined) throw new Error("The Designer has no host named Microsoft Teams.");
      host.initialize();
      host.colorTheme = chosen === "dark" ? "Dark" : "Light";
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        result.outputHtml = markdownit().render(text);
        result.didProcess = true;
      };
      const drawn = new AdaptiveCards.AdaptiveCard();
      drawn.hostConfig = host.getHostConfig();
      drawn.parse(JSON.parse(source), host.createSerializationContext(host.targetVersion));
      return drawn.render()?.outerHTML;
    },
    [card, theme] as const,
  );

/** The card that the simulator shows, and the JSON that its copy button hands out for the Designer. */
async function shown(page: Page): Promise<{ html: string; card: string }> {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.getByRole("button", { name: /^(Copy card JSON|Copied)$/ }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe("");
  return { html: await page.getByTestId("teams-card").innerHTML(), card: await read() };
}

const cases: [SampleName, Theme][] = [
  ...SAMPLE_NAMES.map((sample): [SampleName, Theme] => [sample, "light"]),
  ["typical", "dark"],
];

for (const [sample, theme] of cases) {
  test(`every event type's ${sample} card is drawn as Microsoft's Designer draws it, ${theme}`, async ({
    page,
    context,
    signIn,
  }) => {
    test.slow();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await signIn("owner");
    const designer = await openDesigner(context);
    await page.bringToFront();
    await page.goto(
      `/acme/settings/integrations/simulator?sim=teams&sim-type=${EVENT_TYPES[0]}&sim-sample=${sample}&sim-theme=${theme}`,
    );
    for (const type of EVENT_TYPES) {
      await expect(page.getByRole("button", { name: "Event type:" })).toContainText(type);
      await expect(page.getByTestId("teams-card").locator(".ac-adaptiveCard")).toBeVisible();
      const { html, card } = await shown(page);
      expect(html, type).toBe(await drawInDesigner(designer, card, theme));
      expect(html, type).toContain("ac-textBlock");
      await page.getByRole("button", { name: "Next event type" }).click();
    }
  });
}
