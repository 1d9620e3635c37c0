import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { AnswerDraft } from "./answer-draft";

interface AnswerFieldsProps {
  draft: AnswerDraft;
  onChange: (draft: AnswerDraft) => void;
  /** By path: the parser names `answer.status`, the operation `status`. */
  errors: Record<string, string>;
}

export function AnswerFields({ draft, onChange, errors }: AnswerFieldsProps) {
  const errorOf = (name: string) => errors[`answer.${name}`] ?? errors[name];
  return (
    <div className="grid gap-4 sm:grid-cols-[8rem_8rem_1fr]">
      <Field label="Status" hint="200 to 599" error={errorOf("status")}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            className="tabular-nums"
            value={draft.status}
            onChange={(event) => onChange({ ...draft, status: event.target.value })}
          />
        )}
      </Field>
      <Field label="Delay in seconds" hint="0 to 15" error={errorOf("delayMs")}>
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            className="tabular-nums"
            value={draft.seconds}
            onChange={(event) => onChange({ ...draft, seconds: event.target.value })}
          />
        )}
      </Field>
      <Field label="Body" hint="Sent as plain text, at most 16 KiB." error={errorOf("body")}>
        {(control) => (
          <Textarea
            {...control}
            className="min-h-8 font-mono text-xs"
            rows={1}
            spellCheck={false}
            value={draft.body}
            onChange={(event) => onChange({ ...draft, body: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
