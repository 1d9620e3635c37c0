"use client";

import { useEffect, useSyncExternalStore } from "react";

/** Code that the first view can do without. */
export interface Deferred<Code> {
  /** Fetches it, once; after a failure anew. Rejects when it can't be fetched. */
  load(): Promise<Code>;
  /** What has been fetched. */
  current(): Code | undefined;
  subscribe(listener: () => void): () => void;
}

/** Wraps an `import()`, which is called when the code is asked for. */
export function deferred<Code>(fetchCode: () => Promise<Code>): Deferred<Code> {
  const listeners = new Set<() => void>();
  let loaded: Code | undefined;
  let loading: Promise<Code> | undefined;
  const load = async (): Promise<Code> => {
    try {
      loaded = await fetchCode();
    } catch (error) {
      loading = undefined;
      throw error;
    }
    for (const listener of listeners) listener();
    return loaded;
  };
  return {
    load: () => (loading ??= load()),
    current: () => loaded,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The code once it is there. It is fetched as soon as the page has nothing else to do, so that it is there when it is wanted. */
export function useDeferred<Code>(code: Deferred<Code>): Code | undefined {
  // Whoever wants it before then asks for it again, and hears of a failure.
  useEffect(() => whenIdle(() => void code.load().catch(() => {})), [code]);
  return useLoaded(code);
}

/** The code once it is there; somebody else asks for it. */
export const useLoaded = <Code>(code: Deferred<Code>): Code | undefined =>
  useSyncExternalStore(code.subscribe, code.current, () => undefined);

/** Calls back when the page has loaded and nothing else is to be done. Answers how to call it off. */
function whenIdle(callback: () => void): () => void {
  let cancel = () => window.removeEventListener("load", ask);
  function ask(): void {
    // Safari has no requestIdleCallback.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(callback, 200);
      cancel = () => clearTimeout(timer);
      return;
    }
    const handle = requestIdleCallback(callback);
    cancel = () => cancelIdleCallback(handle);
  }
  if (document.readyState === "complete") ask();
  else window.addEventListener("load", ask, { once: true });
  return () => cancel();
}
