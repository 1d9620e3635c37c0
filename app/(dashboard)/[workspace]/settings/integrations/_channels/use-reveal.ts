"use client";

import { useEffect, useRef } from "react";

/** A ref for the fields of a form: with every new problem the first wrong one, or the banner, comes into view. */
export function useRevealProblem(problem: object | null) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem === null) return;
    const wrong = ref.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    wrong?.focus({ preventScroll: true });
    (wrong ?? ref.current?.querySelector("[role=alert]"))?.scrollIntoView({ block: "center" });
  }, [problem]);
  return ref;
}

/** A ref for something that appears below: it comes into view when `shown` changes. */
export function useReveal(shown: object | null) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown !== null) ref.current?.scrollIntoView({ block: "end" });
  }, [shown]);
  return ref;
}
