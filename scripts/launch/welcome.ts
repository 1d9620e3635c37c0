import { DEMO } from "@/db/seed";

export interface Welcome {
  origin: string;
  /** The demo workspace is there. */
  demo: boolean;
  /** Known only when it was made in this start. */
  password?: string;
  apiKey?: string;
  /** The key came from the environment, or was made now and is shown this once. */
  keyIsNew: boolean;
}

/** What a person needs next: address, login and an event to send. */
export function welcome({ origin, demo, password, apiKey, keyIsNew }: Welcome): string {
  const lines = ["", `  Carillon is ready at ${origin}`, ""];
  if (demo) {
    lines.push(`  Sign in    ${DEMO.emails.owner} with the password ${password ?? "that you gave it"}`);
    if (keyIsNew && apiKey !== undefined) lines.push(`  API key    ${apiKey}   (shown this once)`);
    lines.push("", "  Send an event and watch it ring:", "", curl(origin, apiKey ?? "<your API key>"), "");
  } else {
    lines.push(`  Open it to create the first owner.`, "");
  }
  return lines.join("\n");
}

/** One command to paste into a shell. */
function curl(origin: string, apiKey: string): string {
  const event = {
    type: "task.created",
    data: { task: { id: "task_1", title: "Call Harbour Logistics back", status: "active" } },
  };
  return [
    `  curl -X POST ${origin}/api/v1/events \\`,
    `    -H 'Authorization: Bearer ${apiKey}' \\`,
    `    -H 'Content-Type: application/json' \\`,
    `    -d '${JSON.stringify(event)}'`,
  ].join("\n");
}
