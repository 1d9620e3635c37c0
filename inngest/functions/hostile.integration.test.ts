import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { until } from "@/db/testing/until";
import { catalogue } from "@/lib/events/catalogue";
import type { ProviderId } from "@/lib/providers/provider";
import { makeCertificate } from "@/lib/http/testing/certificate";
import {
  drip,
  flood,
  respond,
  startReceiver,
  type Answer,
  type RawReceiver,
} from "@/lib/http/testing/receiver";
import { ingestEvents } from "@/lib/operations/ingest-events";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { announce } from "../announce";

// One event for all of them at once: none may spoil another's delivery, and each ends as documented.

/** Two tries each: the first and one after 0.3 s. */
const TRIES = 2;
const HEAD = "HTTP/1.1 200 X\r\n";
const MIB = 1024 * 1024;

/** How a delivery ends: its status, how many attempts were made, and what the last one saw. */
type End = [status: string, attempts: number, errorCode: string | null, statusCode: number | null];

interface Case {
  answer: Answer;
  end: End;
  provider?: ProviderId;
  tls?: { cert: string; key: string };
  /** The channel's state afterwards, where it is not simply on. */
  disabled?: string;
  /** Milliseconds that the last attempt came after the one before, at least. */
  waited?: number;
}

const DELIVERED: End = ["delivered", 1, null, 200];
const failed = (errorCode: string, statusCode: number | null = null, attempts = TRIES): End => [
  "failed",
  attempts,
  errorCode,
  statusCode,
];

/** First this, then a plain 200. */
const once =
  (answer: Answer): Answer =>
  (socket, number, request) => {
    const seen = asked.get(answer) ?? 0;
    asked.set(answer, seen + 1);
    (seen === 0 ? answer : respond(200, "ok"))(socket, number, request);
  };
const asked = new Map<Answer, number>();

const inTwoSeconds = (): string => new Date(Date.now() + 2_000).toUTCString();
const certificate = (dnsNames: string[], notAfter?: Date) =>
  makeCertificate({ name: "receiver", dnsNames, addresses: ["127.0.0.1"], notAfter });

const slack = (answer: Answer, end: End, rest: Partial<Case> = {}): Case => ({
  ...{ answer, end, provider: "slack" },
  ...rest,
});
const teams = (answer: Answer, end: End): Case => ({ answer, end, provider: "teams" });

const CASES: Record<string, Case> = {
  "says nothing": { answer: () => {}, end: failed("timeout") },
  "drips its body": {
    answer: (socket) => (socket.write(`${HEAD}content-length: 9999\r\n\r\n`), drip(socket, "x", 300)),
    end: failed("timeout"),
  },
  "drips its headers": {
    answer: (socket) => (socket.write(HEAD), drip(socket, "x-a: b\r\n", 300)),
    end: failed("timeout"),
  },
  "closes early": { answer: (socket) => socket.end(), end: failed("connection_reset") },
  resets: { answer: (socket) => socket.resetAndDestroy(), end: failed("connection_reset") },
  "resets within its body": {
    answer: (socket) => socket.write(`${HEAD}content-length: 10\r\n\r\nabc`, () => socket.resetAndDestroy()),
    end: failed("connection_reset"),
  },
  "answers garbage": {
    answer: (socket) => socket.write(Buffer.from([0, 255, 1, 254, 13, 10, 13, 10])),
    end: failed("protocol_error"),
  },
  "sends endless headers": {
    answer: (socket) => (socket.write(HEAD), flood(socket, "x-a: b\r\n".repeat(1_000))),
    end: failed("response_too_large"),
  },
  "floods with interim answers": {
    answer: (socket) => socket.write("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n".repeat(5_000)),
    end: failed("protocol_error"),
  },
  "sends a gzip bomb": {
    answer: respond(200, gzipSync(Buffer.alloc(50 * MIB)), { "content-encoding": "gzip" }),
    end: DELIVERED,
  },
  "sends 10 MB": { answer: respond(200, Buffer.alloc(10 * MIB, "x")), end: DELIVERED },
  "sends NUL and broken UTF-8": { answer: respond(200, Buffer.from([0, 0xff, 0xc3, 0])), end: DELIVERED },
  "answers 204": { answer: respond(204), end: ["delivered", 1, null, 204] },
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [
      `redirects with ${status}`,
      {
        answer: respond(status, "", { location: "http://169.254.169.254/latest/meta-data/" }),
        end: failed("http_status", status),
      },
    ]),
  ),
  "answers 410": { answer: respond(410), end: failed("http_status", 410, 1), disabled: "gone" },
  "answers 429 with seconds": {
    answer: once(respond(429, "", { "retry-after": "2" })),
    end: ["delivered", 2, null, 200],
    waited: 2_000,
  },
  "answers 429 with a date": {
    // Whole seconds, so that up to one of the two is gone.
    answer: once((...args) => respond(429, "", { "retry-after": inTwoSeconds() })(...args)),
    end: ["delivered", 2, null, 200],
    waited: 900,
  },
  "answers 503 with Retry-After": {
    answer: once(respond(503, "", { "retry-after": "1" })),
    end: ["delivered", 2, null, 200],
    waited: 1_000,
  },
  "answers 429 with nonsense": {
    answer: once(respond(429, "", { "retry-after": "soon, -1" })),
    end: ["delivered", 2, null, 200],
    waited: 300,
  },
  "speaks TLS with a certificate of its own": {
    answer: respond(200),
    end: failed("tls_error"),
    tls: certificate(["localhost"]),
  },
  "speaks TLS with an expired certificate": {
    answer: respond(200),
    end: failed("tls_error"),
    tls: certificate(["localhost"], new Date("2021-01-01T00:00:00Z")),
  },
  "speaks TLS for another host": {
    answer: respond(200),
    end: failed("tls_error"),
    tls: certificate(["other.example"]),
  },
  "is Slack and says ok": slack(respond(200, "ok"), DELIVERED),
  "is Slack and says something else with 200": slack(
    respond(200, "nope"),
    failed("rejected_by_provider", 200),
  ),
  "is Slack with a removed webhook, and 200": slack(
    respond(200, "no_service"),
    failed("rejected_by_provider", 200, 1),
  ),
  "is Slack with an archived channel, and 410": slack(
    respond(410, "channel_is_archived"),
    failed("http_status", 410, 1),
    { disabled: "gone" },
  ),
  "is Slack and asks for a pause": slack(
    once(respond(429, "ratelimited", { "retry-after": "1" })),
    ["delivered", 2, null, 200],
    { waited: 1_000 },
  ),
  "is Teams and takes the card with 202": teams(respond(202), ["delivered", 1, null, 202]),
  "is Teams and hides a failure in 200": teams(
    respond(
      200,
      "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 404 with ContextId x",
    ),
    failed("rejected_by_provider", 200, 1),
  ),
  "is Teams and hides a pause in 200": teams(
    respond(
      200,
      "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x",
    ),
    failed("rejected_by_provider", 200),
  ),
};

let world: PipelineWorld;
const receivers: RawReceiver[] = [];
const channels = new Map<string, string>();
beforeAll(async () => {
  world = await createPipelineWorld({ RETRY_SCHEDULE: "0.3" });
  for (const [name, { answer, tls, provider = "webhook" }] of Object.entries(CASES)) {
    const receiver = await startReceiver(answer, tls ? { tls } : {});
    receivers.push(receiver);
    const { id } = await world.channel("", { name, provider, url: receiver.url });
    channels.set(name, id);
  }
  const data = catalogue["task.created"].samples.typical;
  const { intakes } = await ingestEvents(world.ctx, { events: [{ type: "task.created", data }] });
  await world.startWorker();
  await announce(world.ctx.workspaceId, intakes);
  await until(
    async () => {
      const [row] = await rawSql()<[{ open: number; all: number }]>`
        select count(*) filter (where finished_at is null)::int as open, count(*)::int as all from deliveries`;
      return row.open === 0 && row.all === channels.size;
    },
    { timeoutMs: 58_000, what: "the ends of all deliveries" },
  );
}, 60_000);
afterAll(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()));
  await world.close();
});

test.each(Object.entries(CASES))("a receiver that %s", async (name, { end, disabled, waited }) => {
  const id = channels.get(name) ?? "";
  const rows = await rawSql()`
    select d.status, d.attempt_count, a.error_code, a.status_code, a.started_at, a.duration_ms, a.stage,
           c.enabled, c.disabled_reason
    from deliveries d join attempts a on a.delivery_id = d.id join channels c on c.id = d.channel_id
    where d.channel_id = ${id} order by a.number`;
  const last = rows.at(-1);
  expect([last?.status, last?.attempt_count, last?.error_code, last?.status_code]).toEqual(end);
  expect(rows).toHaveLength(end[1]);
  expect([last?.enabled, last?.disabled_reason]).toEqual([disabled === undefined, disabled ?? null]);
  for (const row of rows) expect(row.duration_ms).toBeLessThan(11_500);
  const [first, second] = rows;
  if (waited !== undefined && first !== undefined && second !== undefined) {
    const gap = Number(second.started_at) - Number(first.started_at) - Number(first.duration_ms);
    expect(gap).toBeGreaterThanOrEqual(waited - 50);
  }
});
