import { expect, test } from "vitest";
import type { DeliveryView } from "@/db/queries/deliveries";
import { fileName } from "./file-name";
import { FORMATS, type Format } from "./formats";

const row = (values: Partial<DeliveryView> = {}): DeliveryView => ({
  id: "whd_1",
  eventId: "evt_1",
  eventType: "task.created",
  projectId: null,
  channelId: "chn_1",
  channelName: "Warehouse",
  provider: "webhook",
  status: "failed",
  attemptCount: 6,
  maxAttempts: 6,
  nextAttemptAt: null,
  createdAt: new Date("2026-06-05T09:00:00.123Z"),
  finishedAt: new Date("2026-06-05T09:15:30Z"),
  lastErrorCode: "http_status",
  lastStatusCode: 503,
  test: false,
  ...values,
});

async function* batches(...parts: DeliveryView[][]) {
  yield* parts;
}

async function file(format: Format, ...parts: DeliveryView[][]): Promise<string> {
  let text = "";
  for await (const part of FORMATS[format].write(batches(...parts))) text += part;
  return text;
}

test("the JSON file is one array over all batches, and an empty one is an array too", async () => {
  const found = JSON.parse(await file("json", [row(), row({ id: "whd_2" })], [row({ id: "whd_3" })]));
  expect(found.map(({ id }: { id: string }) => id)).toEqual(["whd_1", "whd_2", "whd_3"]);
  expect(found[0]).toMatchObject({ createdAt: "2026-06-05T09:00:00.123Z", status: "failed", test: false });
  expect(JSON.parse(await file("json"))).toEqual([]);
});

test("the CSV file has its names on top, one line a delivery, and no formula from a channel's name", async () => {
  const text = await file("csv", [row({ channelName: '=HYPERLINK("x")' })], [row({ id: "whd_2" })]);
  const lines = text.replace(/^\uFEFF/, "").split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^"id","created_at","status"/);
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
  expect(lines[2]).toMatch(/^"whd_2","2026-06-05T09:00:00.123Z","failed"/);
});

test("the file's name says which range it has", () => {
  const until = new Date("2026-06-05T10:00:00.500Z");
  expect(fileName("acme", { since: new Date("2026-06-05T09:00:00Z"), until }, "csv")).toBe(
    "deliveries-acme-20260605T090000Z-20260605T100000Z.csv",
  );
  expect(fileName("acme", { since: undefined, until }, "json")).toBe(
    "deliveries-acme-all-20260605T100000Z.json",
  );
});
