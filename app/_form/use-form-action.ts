"use client";

import { useEffect, useRef, useState, useTransition, type FormEvent } from "react";
import type { ActionResult } from "@/lib/auth/action";

/** What an action refused. */
type Refusal = Extract<ActionResult<never>, { ok: false }>["error"];

const NOTHING_WRONG: Refusal["fields"] = {};

/**
 * Submits a form to an action: `call` gets the form's fields, `done` what the action answered. Keeps what was refused, and
 * leads to the first field that is wrong.
 */
export function useFormAction<Data>(
  call: (fields: FormData) => Promise<ActionResult<Data>>,
  done: (data: Data) => void = () => undefined,
) {
  const form = useRef<HTMLFormElement>(null);
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refusal]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    start(async () => {
      const result = await call(fields);
      setRefusal(result.ok ? null : result.error);
      if (result.ok) done(result.data);
    });
  };
  return {
    formProps: { ref: form, onSubmit },
    pending,
    fields: refusal?.fields ?? NOTHING_WRONG,
    /** What no field can say. */
    message: refusal && Object.keys(refusal.fields).length === 0 ? refusal.message : null,
  };
}

/** A text field of a form; empty when it is absent. */
export const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
};
