import { describe, expect, test } from "vitest";
import { CarillonError, type Carillon, type NewEvent } from "@/docs/snippets/carillon.mjs";
import { relay, type Outbox, type OutboxRow } from "@/docs/snippets/outbox";

const event = (title: string): NewEvent => ({
  type: "task.created",
  data: { task: { id: "tsk_1", title, status: "active" } },
});

function makeOutbox(titles: string[]) {
  const rows: OutboxRow[] = titles.map((title, index) => ({ id: `row_${index + 1}`, event: event(title) }));
  const refused: string[] = [];
  const drop = (ids: string[]) => {
    for (const id of ids)
      rows.splice(
        rows.findIndex((row) => row.id === id),
        1,
      );
  };
  const outbox: Outbox = {
    oldest: async (count) => rows.slice(0, count),
    remove: async (ids) => drop(ids),
    refuse: async (id) => {
      drop([id]);
      refused.push(id);
    },
  };
  return { outbox, rows, refused };
}

/** Accepts every event but those with the title "wrong", and keeps what it accepted. */
function makeCarillon(state: { away: boolean } = { away: false }) {
  const accepted: (string | undefined)[] = [];
  const check = (events: NewEvent[]) => {
    if (state.away) throw new CarillonError(0, "unreachable", "away");
    if (JSON.stringify(events).includes('"wrong"')) throw new CarillonError(422, "invalid", "wrong");
    accepted.push(...events.map(({ idempotencyKey }) => idempotencyKey));
    return events.map(() => ({ id: "evt_1", duplicate: false }));
  };
  const carillon: Carillon = {
    events: {
      sendBatch: async (events) => check(events),
      send: async (single) => check([single])[0] ?? { id: "", duplicate: false },
    },
  };
  return { carillon, accepted };
}

describe("the outbox relay", () => {
  test("sends what waits in order, keyed by its row, and removes it", async () => {
    const { outbox, rows } = makeOutbox(["a", "b"]);
    const { carillon, accepted } = makeCarillon();
    expect(await relay(outbox, carillon)).toBe(2);
    expect(accepted).toEqual(["row_1", "row_2"]);
    expect(rows).toEqual([]);
    expect(await relay(outbox, carillon)).toBe(0);
  });

  test("keeps everything while Carillon is away", async () => {
    const { outbox, rows } = makeOutbox(["a", "b"]);
    const state = { away: true };
    const { carillon, accepted } = makeCarillon(state);
    await expect(relay(outbox, carillon)).rejects.toThrow("away");
    expect(rows).toHaveLength(2);
    state.away = false;
    await relay(outbox, carillon);
    expect(accepted).toEqual(["row_1", "row_2"]);
  });

  test("sets the event aside that can't be accepted, and sends the others", async () => {
    const { outbox, rows, refused } = makeOutbox(["a", "wrong", "b"]);
    const { carillon, accepted } = makeCarillon();
    await relay(outbox, carillon);
    expect(accepted).toEqual(["row_1", "row_3"]);
    expect(refused).toEqual(["row_2"]);
    expect(rows).toEqual([]);
  });
});
