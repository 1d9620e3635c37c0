"use client";

/** The whole link to a path: under the product's public origin, or where this page was opened. */
export const absoluteLink = (origin: string, path: string): string =>
  new URL(path, origin || window.location.origin).href;
