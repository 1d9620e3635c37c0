import { Menu } from "@/components/channels/step-list";
import { CodeSample } from "@/components/docs/code-sample";
import { origin } from "@/app/docs/_docs/origin";
import { SnippetSample } from "@/app/docs/_docs/snippet-sample";
import { Code, Way } from "./parts";

export function NodeRecipe() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Way
        title="A receiver in Node"
        intro="Node 20 or later, and no package at all."
        steps={[
          <>Fetch the client module, which verifies requests, and its types.</>,
          <>
            Put the receiver beside it, and start it with{" "}
            <Code>createReceiver(process.env.WEBHOOK_SECRET, inbox).listen(4000)</Code>. The inbox is yours: a
            table with the delivery id as its key.
          </>,
          <>
            Make it reachable over HTTPS, press <Menu>Add Webhook</Menu> here, and set{" "}
            <Code>WEBHOOK_SECRET</Code> to the secret that you get.
          </>,
          <>
            Press <Menu>Test</Menu>. It should answer with 204.
          </>,
        ]}
      />
      <CodeSample
        title="Terminal"
        language="shellscript"
        code={["mjs", "d.mts"].map((end) => `curl -O ${origin()}/client/carillon.${end}`).join("\n")}
      />
      <SnippetSample name="receiver.ts" />
    </div>
  );
}
