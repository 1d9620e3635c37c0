import type { EventData, EventType } from "@/lib/events/catalogue";
import { validateData } from "@/lib/events/validate";
import type { EditorMark } from "./json-editor";
import { lineOf, scanJson } from "./scan-json";

/** What the text in the editor comes to: data that the API would accept, or every place where it is wrong. */
export type Draft = { ok: true; data: EventData } | { ok: false; marks: EditorMark[] };

/** Judges the text of an event's `data` as the API would. */
export function readDraft(type: EventType, text: string): Draft {
  const scan = scanJson(text, "data");
  if (!scan.ok) {
    const { offset, message } = scan.problem;
    return { ok: false, marks: [{ line: lineOf(text, offset), path: "", message }] };
  }
  const judged = validateData(type, scan.value);
  if (judged.ok) return judged;
  const marks = judged.errors.map(({ path, message }) => ({
    line: lineOf(text, nearest(scan.positions, path)),
    path,
    message,
  }));
  return { ok: false, marks };
}

/** Where a place stands; for one that is missing, where its nearest surrounding object begins. */
function nearest(positions: ReadonlyMap<string, number>, path: string): number {
  const found = positions.get(path);
  if (found !== undefined) return found;
  const cut = path.lastIndexOf(".");
  return cut === -1 ? 0 : nearest(positions, path.slice(0, cut));
}

/** Data as the editor shows it. */
export const toText = (data: EventData): string => JSON.stringify(data, null, 2);
