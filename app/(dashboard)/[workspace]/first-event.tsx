import { headers } from "next/headers";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { env } from "@/lib/env";
import { catalogue, type EventType } from "@/lib/events/catalogue";

const TYPE = "task.created" satisfies EventType;

/** A command to paste into a shell: an event goes in, and every channel that wants it rings. */
export async function FirstEvent() {
  const origin = env().APP_URL || `http://${(await headers()).get("host") ?? "localhost:3000"}`;
  const event = JSON.stringify({ type: TYPE, data: catalogue[TYPE].samples.typical }, null, 2);
  return (
    <Panel aria-labelledby="first-event">
      <PanelHeader
        id="first-event"
        title="Send an event"
        description="From a shell, with an API key of this workspace that has the scope events:write."
      />
      <PanelBody>
        <CodeBlock
          label="Command"
          code={[
            `curl -X POST ${origin}/api/v1/events \\`,
            `  -H "Authorization: Bearer $CARILLON_API_KEY" \\`,
            `  -H "Content-Type: application/json" \\`,
            // In a shell's single quotes, a single quote has to leave and come back.
            `  -d '${event.replaceAll("'", "'\\''")}'`,
          ].join("\n")}
        />
      </PanelBody>
    </Panel>
  );
}
