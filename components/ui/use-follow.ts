"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";

/**
 * For what has links by the hundred: a handler of presses for their common ancestor, which follows plain links without loading
 * the page anew, as next/link does for each. It is left to the browser to open one elsewhere.
 */
export function useFollow(): (event: MouseEvent) => void {
  const router = useRouter();
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link === null || event.defaultPrevented || isForBrowser(event)) return;
    event.preventDefault();
    router.push(link.getAttribute("href") as Route);
  };
}

const isForBrowser = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
