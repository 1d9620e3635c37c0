import { expect, test } from "vitest";
import { newSecret, signWebhook } from "@/lib/http/sign";
import { describeRequest } from "./describe-request";
import { parseOptions } from "./options";
import type { ReceivedRequest } from "./start-receiver";

const secret = newSecret();
const body = '{"id":"evt_1","data":{"task":{"id":"t"}}}';
const request: ReceivedRequest = {
  method: "POST",
  path: "/webhook",
  query: "",
  headers: {
    "x-aamu-event-type": "task.created",
    "x-aamu-delivery-id": "whd_1",
    ...signWebhook({ body, deliveryId: "whd_1", secrets: [secret], now: new Date() }),
  },
  body,
  receivedAt: 0,
  connection: 1,
};

test("a request is printed as heading, request line, x-aamu headers, an empty line and the body for reading", () => {
  const lines = describeRequest(request, undefined).split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "--- webhook received ---",
    "POST /webhook",
    "x-aamu-event-type: task.created",
    "x-aamu-delivery-id: whd_1",
  ]);
  expect(lines[4]).toMatch(/^x-aamu-signature: t=\d+,v1=[0-9a-f]{64}$/);
  expect(lines.slice(5).join("\n").trim()).toBe(JSON.stringify(JSON.parse(body), null, 2));
});

test("with the secret all three signature families are judged, and a changed body fails them all", () => {
  const verdicts = (text: string) => text.match(/: (valid|wrong|absent)/g);
  expect(verdicts(describeRequest(request, secret))).toEqual([": valid", ": valid", ": valid"]);
  const changed = { ...request, body: `${body} ` };
  expect(verdicts(describeRequest(changed, secret))).toEqual([": wrong", ": wrong", ": wrong"]);
  const unsigned = { ...request, headers: {} };
  expect(verdicts(describeRequest(unsigned, secret))).toEqual([": absent", ": absent", ": absent"]);
});

test("a body that is no JSON is printed as it came", () => {
  expect(describeRequest({ ...request, body: "hello" }, undefined)).toContain("\n\nhello\n");
});

test("statuses and delays are lists, and the shorter one keeps its last value", () => {
  const { port, answers } = parseOptions(["--port", "0", "--status", "503,503,200", "--delay", "5"]);
  expect(port).toBe(0);
  expect(answers).toEqual([
    { status: 503, delayMs: 5 },
    { status: 503, delayMs: 5 },
    { status: 200, delayMs: 5 },
  ]);
});

test.each([
  [["--status", "abc"], /--status takes whole numbers from 100 to 599/],
  [["--status", ""], /--status takes/],
  [["--port", "70000"], /--port takes whole numbers from 0 to 65535/],
  [["--port", "1,2"], /--port takes one number/],
  [["--delay", "-1"], /delay/],
  [["--loud"], /--loud/],
  [["extra"], /extra/],
])("%j is refused by name", (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
});
