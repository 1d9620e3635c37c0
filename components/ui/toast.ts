"use client";

import type { ExternalToast } from "sonner";
import { deferred } from "./deferred";

/** The library behind short notices. Whatever is said before it is there, it shows then. */
export const notices = deferred(() => import("sonner"));

type Options = Pick<ExternalToast, "description" | "action" | "duration">;

/** Short notices in a corner of the page. */
export const toast = {
  success: (text: string, options?: Options): void => say("success", text, options),
  error: (text: string, options?: Options): void => say("error", text, options),
};

function say(kind: "success" | "error", text: string, options: Options | undefined): void {
  notices.load().then(
    (library) => library.toast[kind](text, options),
    (cause: unknown) => console.error(`Not shown: ${text}`, cause),
  );
}
