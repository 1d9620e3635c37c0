import { asRecord } from "../read";

/** Stands in for a picture: a grey square, inline, so that a preview calls nobody. */
export const PLACEHOLDER_IMAGE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 12'%3E%3Crect width='16' height='12' fill='%238a8a8a' opacity='.25'/%3E%3C/svg%3E";

const REMOTE = ["backgroundImage", "iconUrl", "poster", "sources", "captionSources"];

/** A copy of a card without anything a renderer would load: pictures become a placeholder, the rest is left out. */
export function withoutRemoteResources(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRemoteResources);
  const record = asRecord(value);
  if (record === null) return value;
  const kept = Object.entries(record).filter(([key]) => !REMOTE.includes(key));
  const copy = Object.fromEntries(kept.map(([key, inner]) => [key, withoutRemoteResources(inner)]));
  // An element of an ImageSet may leave its type out; an action's url is a link and is not loaded.
  const picture = "url" in copy && !String(copy.type ?? "").startsWith("Action.");
  return picture ? { ...copy, url: PLACEHOLDER_IMAGE } : copy;
}
