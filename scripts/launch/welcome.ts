import { DEMO } from "@/db/seed";
import type { DemoAccess } from "./prepare-workspace";

/** What a person needs next: address, login and an event to send. */
export function welcome(origin: string, demo: DemoAccess | undefined): string {
  const lines = ["", `  Carillon is ready at ${origin}`, ""];
  if (demo !== undefined) {
    const password = demo.password ?? "your password";
    lines.push(`  Sign in   ${DEMO.emails.owner} with ${password}`);
    if (demo.keyIsNew) lines.push(`  API key   ${demo.apiKey ?? ""}   (shown this once)`);
    lines.push(
      "",
      "  Send an event and hear it ring:",
      "",
      curl(origin, demo.apiKey ?? "<your API key>"),
      "",
    );
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
