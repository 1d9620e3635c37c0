import "server-only";
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";

/** A part of a line in one colour: the name of a CSS variable. */
export interface Token {
  text: string;
  color: string | undefined;
}

export const HIGHLIGHTED = ["typescript", "python", "shellscript", "sql"] as const;
export type HighlightedLanguage = (typeof HIGHLIGHTED)[number];

/** Parts code by its grammar. What was parted once is kept: pages show the same few files again and again. */
export function highlight(code: string, language: HighlightedLanguage): Promise<Token[][]> {
  const key = `${language}\0${code}`;
  const tokens = known.get(key) ?? tokenize(code, language);
  known.set(key, tokens);
  return tokens;
}

const known = new Map<string, Promise<Token[][]>>();
let highlighter: Promise<HighlighterCore> | undefined;

async function tokenize(code: string, language: HighlightedLanguage): Promise<Token[][]> {
  highlighter ??= createHighlighterCore({
    themes: [createCssVariablesTheme()],
    langs: [
      import("shiki/langs/typescript.mjs"),
      import("shiki/langs/python.mjs"),
      import("shiki/langs/shellscript.mjs"),
      import("shiki/langs/sql.mjs"),
    ],
    engine: createJavaScriptRegexEngine(),
  });
  const lines = (await highlighter).codeToTokensBase(code, { lang: language, theme: "css-variables" });
  return lines.map((line) => line.map(({ content, color }) => ({ text: content, color })));
}
