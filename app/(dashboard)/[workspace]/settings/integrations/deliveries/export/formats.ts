import type { DeliveryView } from "@/db/queries/deliveries";
import { presentDelivery } from "@/lib/api/present";
import { BYTE_ORDER_MARK, csvLine } from "../../_export/csv";

type Batches = AsyncIterable<DeliveryView[]>;

/** The files that the log can be saved as. */
export const FORMATS = {
  csv: { contentType: "text/csv; charset=utf-8", write: writeCsv },
  json: { contentType: "application/json; charset=utf-8", write: writeJson },
} as const;

export type Format = keyof typeof FORMATS;

const COLUMNS = {
  id: (row) => row.id,
  created_at: (row) => row.createdAt.toISOString(),
  status: (row) => row.status,
  event_id: (row) => row.eventId,
  event_type: (row) => row.eventType,
  project_id: (row) => row.projectId,
  channel_id: (row) => row.channelId,
  channel_name: (row) => row.channelName,
  provider: (row) => row.provider,
  attempt_count: (row) => String(row.attemptCount),
  max_attempts: (row) => String(row.maxAttempts),
  last_error_code: (row) => row.lastErrorCode,
  last_status_code: (row) => row.lastStatusCode?.toString() ?? null,
  next_attempt_at: (row) => row.nextAttemptAt?.toISOString() ?? null,
  finished_at: (row) => row.finishedAt?.toISOString() ?? null,
  test: (row) => String(row.test),
} as const satisfies Record<string, (row: DeliveryView) => string | null>;

async function* writeCsv(batches: Batches): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS));
  for await (const rows of batches) {
    yield rows.map((row) => csvLine(Object.values(COLUMNS).map((column) => column(row)))).join("");
  }
}

/** One array of what the API answers, a delivery a line: whole it is JSON, and line by line it can be searched. */
async function* writeJson(batches: Batches): AsyncGenerator<string> {
  let lead = "[\n";
  for await (const rows of batches) {
    yield lead + rows.map((row) => JSON.stringify(presentDelivery(row))).join(",\n");
    lead = ",\n";
  }
  yield lead === "[\n" ? "[]\n" : "\n]\n";
}
