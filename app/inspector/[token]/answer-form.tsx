"use client";

import { useState } from "react";
import { RefusalBanner } from "@/app/_form/refusal-banner";
import { useFormAction } from "@/app/_form/use-form-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { InspectorAnswer } from "@/db/schema";
import { chooseAnswer } from "./actions";
import { describeAnswer, isSameAnswer, OK } from "./answer-choices";
import { answerOf, draftOf } from "./answer-draft";
import { AnswerFields } from "./answer-fields";
import { AnswerToggle } from "./answer-toggle";

interface AnswerFormProps {
  token: string;
  workspace: string;
  answer: InspectorAnswer;
  onSaved: (answer: InspectorAnswer) => void;
}

/** Status, delay and body of every answer from now on, with a few to choose from. */
export function AnswerForm({ token, workspace, answer, onSaved }: AnswerFormProps) {
  const [draft, setDraft] = useState(draftOf(answer));
  const save = (wanted: InspectorAnswer) => chooseAnswer(workspace, { token, answer: wanted });
  const saved = (changed: InspectorAnswer) => {
    toast.success("The answer was saved", { description: `From now on: ${describeAnswer(changed)}.` });
    setDraft(draftOf(changed));
    onSaved(changed);
  };
  const form = useFormAction(() => save(answerOf(draft)), saved);
  const reset = useFormAction(() => save(OK), saved);
  return (
    <div className="grid gap-4 border-t border-line px-4 py-4">
      <form {...form.formProps} id="answer-form" className="grid gap-4">
        <RefusalBanner message={form.message ?? reset.message} />
        <AnswerToggle wanted={answerOf(draft)} onChoose={(choice) => setDraft(draftOf(choice))} />
        <AnswerFields draft={draft} onChange={setDraft} errors={form.fields} />
      </form>
      <div className="flex flex-wrap justify-end gap-2">
        {!isSameAnswer(answer, OK) && (
          <form {...reset.formProps}>
            <Button type="submit" pending={reset.pending}>
              Back to 200 ok
            </Button>
          </form>
        )}
        <Button type="submit" form="answer-form" variant="primary" pending={form.pending}>
          Save answer
        </Button>
      </div>
    </div>
  );
}
