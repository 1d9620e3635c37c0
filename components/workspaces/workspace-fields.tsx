"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MAX_SLUG, slugFrom, slugProblem } from "@/lib/workspaces/slug";

interface WorkspaceFieldsProps {
  /** What the form calls the workspace's name. */
  nameField: string;
  nameError?: string;
  slugError?: string;
  autoFocus?: boolean;
}

/** Name and address of a new workspace; the address follows the name until somebody writes it. */
export function WorkspaceFields({ nameField, nameError, slugError, autoFocus }: WorkspaceFieldsProps) {
  const [name, setName] = useState("");
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const slug = ownSlug ?? slugFrom(name);
  // While it is written only: an empty field says enough by being empty.
  const problem = slug === "" ? undefined : (slugProblem(slug) ?? undefined);
  return (
    <>
      <Field label="Workspace name" error={nameError}>
        {(control) => (
          <Input
            {...control}
            className="h-9"
            name={nameField}
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="organization"
            required
            autoFocus={autoFocus}
          />
        )}
      </Field>
      <Field
        label="Address"
        error={problem ?? slugError}
        hint="Part of every link to the workspace. It can't be changed later."
      >
        {(control) => (
          <div className="flex items-center gap-1">
            <span aria-hidden className="text-sm text-ink-3">
              /
            </span>
            <Input
              {...control}
              className="h-9 font-mono text-xs"
              name="slug"
              value={slug}
              onChange={(event) => setOwnSlug(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={MAX_SLUG}
              required
            />
          </div>
        )}
      </Field>
    </>
  );
}
