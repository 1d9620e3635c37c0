import postgres from "postgres";
import { embeddedClient } from "@/inngest/client";
import { createBridge } from "../bridge";
import { startEngine } from "../engine";
import { sendEvents } from "../store/send";
import { probeFunctions } from "./probe-functions";

/** A worker process of its own, to be killed and paused by tests: `child.ts <database url> <lease in ms>`. */
const [url = "", leaseMs = ""] = process.argv.slice(2);
const sql = postgres(url, { max: 4, onnotice: () => {} });
const bridge = createBridge((events) => sendEvents(sql, events));
const client = embeddedClient(bridge);
await startEngine({
  client,
  bridge,
  functions: probeFunctions(client, sql),
  databaseUrl: url,
  presence: { leaseMs: Number(leaseMs) },
});
process.stdout.write("started\n");
