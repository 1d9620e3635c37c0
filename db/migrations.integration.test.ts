import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate, quoted, siblingUrl } from "./migrate";

// An installation in the middle of its work is brought up to date: nothing that waits is lost, nothing is told differently.

const name = `migrations_${randomBytes(6).toString("hex")}`;
const url = siblingUrl(inject("templateUrl"), name);
const admin = postgres(siblingUrl(url, "postgres"), { max: 1, onnotice: () => {} });
const sql = postgres(url, { max: 1, onnotice: () => {} });

beforeAll(async () => {
  await admin.unsafe(`create database ${quoted(name)}`);
  await sql`create extension pg_trgm`;
  await migrateTo("0007_events_with_words");
  await fill();
  await migrate(url);
});
afterAll(async () => {
  await sql.end();
  await admin.unsafe(`drop database if exists ${quoted(name)} with (force)`);
  await admin.end();
});

/** Applies the migrations up to and with this one. */
async function migrateTo(last: string): Promise<void> {
  const migrationsFolder = mkdtempSync(join(tmpdir(), "carillon-migrations-"));
  try {
    cpSync(join(import.meta.dirname, "..", "drizzle"), migrationsFolder, { recursive: true });
    const path = join(migrationsFolder, "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { tag: string }[] };
    const end = journal.entries.findIndex(({ tag }) => tag === last) + 1;
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
    await applyMigrations(drizzle(sql, { casing: "snake_case" }), { migrationsFolder });
  } finally {
    rmSync(migrationsFolder, { recursive: true });
  }
}

/** An event that is planned and delivered, one that waits for its plan, and what the engine and the charts have of them. */
async function fill(): Promise<void> {
  await sql`insert into workspaces (id, slug, name) values ('ws_1', 'acme', 'Acme')`;
  await sql`insert into channels (id, workspace_id, kind, provider, name, url_masked)
    values ('ch_1', 'ws_1', 'crm', 'webhook', 'CRM', 'https://crm.test/…')`;
  const routing = JSON.stringify([
    { channelId: "ch_1", channelName: "CRM", reason: null },
    { channelId: "ch_0", channelName: "Old", reason: "channel_disabled" },
  ]);
  await sql`insert into events (id, workspace_id, project_id, type, data, created_at, body_hash, planned_at, routing, search_text)
    values ('evt_1', 'ws_1', 'prj_1', 'task.created', '{}', now(), '', now(), ${routing}::text::jsonb, 'call harbour'),
           ('evt_2', 'ws_1', null, 'task.created', '{}', now(), '', null, null, 'waiting harbour')`;
  await sql`update events set announcements = 3 where id = 'evt_2'`;
  await sql`insert into deliveries (id, workspace_id, event_id, channel_id, channel_name, provider, event_type, max_attempts,
      status, attempt_count, warnings)
    values ('whd_1', 'ws_1', 'evt_1', 'ch_1', 'CRM', 'webhook', 'task.created', 6, 'delivered', 1, '[{"code":"cut"}]')`;
  await sql`insert into attempts (delivery_id, number, workspace_id, trigger, outcome, stage, started_at, duration_ms, timings,
      request_url, request_headers)
    values ('whd_1', 1, 'ws_1', 'automatic', 'succeeded', 'response', now(), 5, '{"totalMs":5}', 'https://crm.test/…', '{"a":"b"}')`;
  await sql`insert into engine.jobs (id, fn, payload) values ('run_1', 'carillon-fan-out-event', '{}'), ('run_2', 'carillon-deliver', '{}')`;
  await sql`insert into engine.steps (run_id, id, kind, data, seq) values ('run_1', 's', 'step', '1', 0), ('run_2', 's', 'step', '1', 0)`;
  await sql`insert into engine.events (id, name, payload)
    values ('a', 'carillon/events.received', '{}'), ('b', 'carillon/events.received', null)`;
  await sql`with kind as (
      insert into tally_kinds (workspace_id, exact, channel_id, provider, event_type, project_id, test, status)
      select 'ws_1', true, channel, 'webhook', 'task.created', '', false, 'failed' from unnest(array['ch_1', 'ch_0']) channel
      returning id)
    insert into tallies select id, '2026-11-01T10:00:00Z', 7 from kind`;
}

test("an event that waits for its plan is an intake of its own, which the sweep finds", async () => {
  expect(
    await sql`
      select e.id, i.announcements, i.planned_at, i.received_at = e.received_at and i.workspace_id = e.workspace_id as fits
      from events e join intakes i on i.id = e.intake_id`,
  ).toEqual([{ id: "evt_2", announcements: 3, planned_at: null, fits: true }]);
});

test("how an event was routed, and its words, are told as before", async () => {
  expect(
    await sql`
      select intake_id, type, project_id, channels, matches, jsonb_array_length(routing) as decisions from plans`,
  ).toEqual([
    {
      ...{ intake_id: "evt_1", type: "task.created", project_id: "prj_1" },
      ...{ channels: 2, matches: 1, decisions: 2 },
    },
  ]);
  expect(await sql`select event_id, search_text from event_words`).toEqual([
    { event_id: "evt_1", search_text: "call harbour" },
  ]);
});

test("deliveries and attempts keep what they hold", async () => {
  expect(await sql`select status, warnings from deliveries`).toEqual([
    { status: "delivered", warnings: [{ code: "cut" }] },
  ]);
  expect(await sql`select timings, request_headers, response_headers, warnings from attempts`).toEqual([
    { timings: { totalMs: 5 }, request_headers: { a: "b" }, response_headers: null, warnings: [] },
  ]);
});

test("the engine forgets announcements that named events, and nothing else", async () => {
  expect(await sql`select id from engine.jobs`).toEqual([{ id: "run_2" }]);
  expect(await sql`select run_id from engine.steps`).toEqual([{ run_id: "run_2" }]);
  expect(await sql`select id from engine.events`).toEqual([{ id: "b" }]);
});

test("a workspace has its counts as a whole", async () => {
  expect(
    await sql`
      select k.status, t.count from tally_kinds k join tallies t on t.kind_id = k.id
      where not exact and channel_id = '' and event_type = '' and project_id = ''`,
  ).toEqual([{ status: "failed", count: 14 }]);
});
