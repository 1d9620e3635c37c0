import { readFileSync } from "node:fs";
import { join } from "node:path";
import { icons } from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TEXT_ICONS } from "./text-icon";

const css = readFileSync(join(import.meta.dirname, "text-icon.css"), "utf8");

/** What is drawn within an SVG, in one way of writing. */
const shapesOf = (svg: string): string =>
  svg
    .replace(/^.*?<svg[^>]*>/s, "")
    .replace(/<\/svg>.*$/s, "")
    .replace(/><\/\w+>/g, "/>")
    .replaceAll("'", '"');

const componentOf = (name: string) => {
  const key = name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
  return Object.entries(icons).find(([each]) => each === key)?.[1];
};

it.each(TEXT_ICONS)("draws %s as the icons beside it are drawn", (name) => {
  const component = componentOf(name);
  if (component === undefined) throw new Error(`Lucide has no ${name}.`);
  const rule = css.slice(css.indexOf(`[data-icon="${name}"] {`));
  expect(shapesOf(rule.slice(0, rule.indexOf("\n}")))).toBe(
    shapesOf(renderToStaticMarkup(createElement(component))),
  );
});
