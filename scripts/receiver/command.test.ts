import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { newSecret, signWebhook } from "@/lib/http/sign";
import { ROOT } from "../launch/root";

/** Starts the command; `until` resolves with its output once that has the text, `ended` with its exit code. */
function receiver(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/receiver.ts", ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...environment },
  });
  let output = "";
  const listeners: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    ended: async () => ({ code: await ended, output }),
    until: (text: RegExp) =>
      new Promise<string>((resolve) => {
        const look = () => text.test(output) && resolve(output);
        listeners.push(look);
        look();
      }),
    stop: async () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

test("prints each request, judges its signatures, answers by script and ends with 0 on a signal", async () => {
  const secret = newSecret();
  const command = receiver(["--port", "0", "--status", "503,200"], { WEBHOOK_SECRET: secret });
  const url = /http:\S+/.exec(await command.until(/Listening on http\S+/))?.[0] ?? "";
  const body = '{"id":"evt_1"}';
  const headers = signWebhook({ body, deliveryId: "whd_1", secrets: [secret], now: new Date() });
  const statuses = [];
  for (let sent = 0; sent < 2; sent += 1) {
    statuses.push((await fetch(url, { method: "POST", body, headers })).status);
  }
  expect(statuses).toEqual([503, 200]);
  const output = await command.until(/webhook received[^]*webhook received[^]*: valid/);
  expect(output).toContain("POST /webhook");
  expect(await command.stop()).toBe(0);
});

test("a port in use ends it with one line that names the remedy", async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
  const { port } = other.address() as AddressInfo;
  const { code, output } = await receiver(["--port", String(port)]).ended();
  other.close();
  expect(code).toBe(1);
  expect(output.trim()).toBe(
    `Port ${port} is in use. Choose another: npm run receiver -- --port ${port + 1}`,
  );
});

test("wrong flags end it with one line and the usage; --help shows the usage and is no failure", async () => {
  const wrong = await receiver(["--status", "99"]).ended();
  expect(wrong.code).toBe(1);
  expect(wrong.output).toMatch(/^--status takes whole numbers from 100 to 599[^\n]*\n\nUsage: /);
  const negative = await receiver(["--delay", "-1"]).ended();
  expect([negative.code, negative.output.split("\n")[1]]).toEqual([1, ""]);
  expect(await receiver(["--help"]).ended()).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Usage: /),
  });
});
