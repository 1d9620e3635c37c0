import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import type { InspectorAnswer } from "@/db/schema";
import { CHOICES, isSameAnswer } from "./answer-choices";

interface AnswerToggleProps {
  wanted: InspectorAnswer;
  onChoose: (answer: InspectorAnswer) => void;
}

/** Answers to try, each with what it shows. */
export function AnswerToggle({ wanted, onChoose }: AnswerToggleProps) {
  const chosen = CHOICES.find((choice) => isSameAnswer(choice.answer, wanted));
  const choose = (name: string) => {
    const choice = CHOICES.find((candidate) => candidate.name === name);
    if (choice) onChoose(choice.answer);
  };
  return (
    <div className="grid gap-1.5">
      <ToggleGroup
        type="single"
        aria-label="Answers to try"
        value={chosen?.name ?? ""}
        onValueChange={choose}
      >
        {CHOICES.map(({ name }) => (
          <ToggleGroupItem key={name} value={name}>
            {name}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <p role="status" className="text-xs text-ink-3">
        {chosen?.shows ?? "An answer of your own."}
      </p>
    </div>
  );
}
