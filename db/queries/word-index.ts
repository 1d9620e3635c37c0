import type { Sql } from "@/db/client";

/** Intakes of one statement: of batches, some 5,000 events, which take a fifth of a second. */
const BATCH = 50;

/** Indexes the words of events that are planned, and closes their intakes. Answers whether there may be more. */
export async function indexWords(sql: Sql): Promise<boolean> {
  const [row] = await sql<[{ closed: number }]>`
    with closed as (
      delete from intakes where id in (
        select id from intakes where planned_at is not null limit ${BATCH} for update skip locked)
      returning id, workspace_id, received_at
    ),
    indexed as (
      insert into event_words (event_id, workspace_id, search_text)
      select e.id, e.workspace_id, e.search_text
      from closed i join events e
        on e.workspace_id = i.workspace_id and e.received_at = i.received_at and e.intake_id = i.id
      on conflict do nothing
    )
    select count(*)::int as closed from closed`;
  return row.closed >= BATCH;
}
