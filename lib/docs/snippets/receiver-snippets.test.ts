import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createReceiver, type Inbox } from "@/docs/snippets/receiver";
import { newSecret, signWebhook } from "@/lib/http/sign";
import { requireProgram, SNIPPET_FOLDER } from "./testing/run-snippet";

beforeAll(() => requireProgram("python3", "--version", "Install Python 3.9 or later."));

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const secret = newSecret();
const body = JSON.stringify({ id: "evt_1", type: "task.created", data: { task: { title: "Zoë" } } });

async function post(
  url: string,
  options: { deliveryId?: string; text?: string; now?: Date } = {},
): Promise<number> {
  const { deliveryId = "whd_1", text = body, now = new Date() } = options;
  const headers = signWebhook({ body, deliveryId, secrets: [secret], now });
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers, "x-aamu-delivery-id": deliveryId },
    body: text,
  });
  return response.status;
}

async function startTypeScript(inbox: Inbox): Promise<string> {
  const server = createReceiver(secret, inbox).listen(0, "127.0.0.1");
  cleanUps.push(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function startPython(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "carillon-docs-"));
  const child = spawn("python3", [join(SNIPPET_FOLDER, "receiver.py")], {
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: "1",
      WEBHOOK_SECRET: secret,
      PORT: "0",
      INBOX: join(folder, "inbox.sqlite"),
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  cleanUps.push(async () => {
    child.kill();
    await once(child, "exit");
    rmSync(folder, { recursive: true });
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return /http:\/\/\S+/.exec(line.toString())?.[0] ?? "";
}

test("receiver.ts stores a delivery once and answers repeats alike", async () => {
  const stored = new Map<string, string>();
  const url = await startTypeScript({ add: async (id, text) => void stored.set(id, text) });
  expect(await post(url)).toBe(204);
  expect(await post(url)).toBe(204);
  expect([...stored]).toEqual([["whd_1", body]]);
});

test("receiver.ts refuses what is forged or old and stores none of it", async () => {
  const stored: string[] = [];
  const url = await startTypeScript({ add: async (id) => void stored.push(id) });
  expect(await post(url, { text: body.replace("Zoë", "Zoe") })).toBe(401);
  expect(await post(url, { now: new Date(Date.now() - 600_000) })).toBe(401);
  expect(stored).toEqual([]);
});

test("receiver.ts asks for another try when it can't store", async () => {
  const url = await startTypeScript({ add: () => Promise.reject(new Error("disk full")) });
  expect(await post(url)).toBe(500);
});

test("receiver.py takes genuine deliveries, repeats too, and refuses what is forged or old", async () => {
  const url = await startPython();
  expect(await post(url)).toBe(204);
  expect(await post(url)).toBe(204);
  expect(await post(url, { deliveryId: "whd_2" })).toBe(204);
  expect(await post(url, { text: `${body} ` })).toBe(401);
  expect(await post(url, { now: new Date(Date.now() - 600_000) })).toBe(401);
});
