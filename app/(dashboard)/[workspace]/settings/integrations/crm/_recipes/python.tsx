import { Menu } from "@/components/channels/step-list";
import { SnippetSample } from "@/app/docs/_docs/snippet-sample";
import { Code, Way } from "./parts";

export function PythonRecipe() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Way
        title="A receiver in Python"
        intro="Python 3.9 or later, with its standard library alone."
        steps={[
          <>Save both files beside each other.</>,
          <>
            Make the receiver reachable over HTTPS and press <Menu>Add Webhook</Menu> here.
          </>,
          <>
            Start it with <Code>WEBHOOK_SECRET=whsec_… python3 receiver.py</Code>.
          </>,
          <>
            Press <Menu>Test</Menu>. It should answer with 204.
          </>,
        ]}
      />
      <SnippetSample name="verify_standard.py" />
      <SnippetSample name="receiver.py" />
    </div>
  );
}
