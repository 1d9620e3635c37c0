import { build } from "esbuild";
import { expect, test } from "@playwright/test";

/** The drawing code alone, bundled for a page without any content security policy: it must be safe by itself. */
async function drawingCode(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: 'import { drawCard } from "@/components/cards/teams/draw"; window.drawCard = drawCard;',
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: "iife",
    alias: { "@": process.cwd() },
  });
  return outputFiles[0]?.text ?? "";
}

interface DrawingWindow {
  drawCard: (content: unknown, theme: "light") => HTMLElement | undefined;
  opened: string[];
}

const attack = "window.attacked = true";
const texts = [
  `<img src=x onerror="${attack}">`,
  `<script>${attack}</script>`,
  `[click](javascript:${encodeURIComponent(attack)})`,
  "[click](JaVaScRiPt:alert(1)) [data](data:text/html,<script>alert(1)</script>)",
  // Only a link in Teams, where Markdown knows no pictures.
  "![picture](https://fine.example/pixel.png)",
  `<a href="https://evil.example" onclick="${attack}">x</a>`,
  '<iframe src="https://evil.example"></iframe><style>@import url(https://evil.example/x.css)</style>',
  "[fine](https://fine.example/docs)",
];

const card = {
  type: "AdaptiveCard",
  version: "1.5",
  backgroundImage: "https://evil.example/bg.png",
  selectAction: { type: "Action.OpenUrl", url: `javascript:${attack}` },
  body: [
    ...texts.map((text) => ({ type: "TextBlock", text, wrap: true })),
    { type: "FactSet", facts: texts.map((text) => ({ title: text, value: text })) },
    { type: "RichTextBlock", inlines: texts.map((text) => ({ type: "TextRun", text })) },
    {
      type: "Image",
      url: "https://evil.example/a.png",
      selectAction: { type: "Action.OpenUrl", url: "file:///x" },
    },
    { type: "Media", poster: "https://evil.example/p.png", sources: [{ url: "https://evil.example/v.mp4" }] },
    { type: "Input.ChoiceSet", id: "c", style: "expanded", choices: [{ title: texts[0], value: "1" }] },
  ],
  actions: [
    {
      type: "Action.OpenUrl",
      title: "Script",
      url: `javascript:${attack}`,
      iconUrl: "https://evil.example/i.png",
    },
    { type: "Action.OpenUrl", title: "Plain", url: "http://plain.example/" },
    { type: "Action.OpenUrl", title: "User", url: "https://bank.example@evil.example/" },
    { type: "Action.OpenUrl", title: "Fine", url: "https://fine.example/" },
    { type: "Action.Submit", title: "Submit" },
  ],
};

test("a card of anybody's making runs nothing, loads nothing and opens https addresses only", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) asked.push(request.url());
  });
  await page.addScriptTag({ content: await drawingCode() });
  await page.evaluate((content) => {
    const scope = window as unknown as DrawingWindow;
    scope.opened = [];
    window.open = (url, target, features) => {
      scope.opened.push([url, target, features].join(" "));
      return null;
    };
    const drawn = scope.drawCard(content, "light");
    if (drawn !== undefined) document.body.append(drawn);
  }, card);
  await expect(page.getByRole("link", { name: "Fine", exact: true })).toBeVisible();

  await test.step("every link, button and picture is pressed", async () => {
    const controls = page.locator("a, button, [role=button], [role=link]");
    expect(await controls.count()).toBeGreaterThan(8);
    for (const control of await controls.all()) await control.dispatchEvent("click");
  });

  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
  await expect(
    page.locator("script:not(head script), iframe, style, video, [onerror], [onclick]"),
  ).toHaveCount(0);
  const opened = await page.evaluate(() => (window as unknown as DrawingWindow).opened);
  expect(new Set(opened)).toEqual(
    new Set([
      "https://fine.example/docs _blank noopener,noreferrer",
      "https://fine.example/pixel.png _blank noopener,noreferrer",
      "https://fine.example/ _blank noopener,noreferrer",
    ]),
  );
  expect(page.url()).toBe("about:blank");
  expect(asked).toEqual([]);
});
