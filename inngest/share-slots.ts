import { rawSql } from "@/db/client";
import { log } from "@/lib/log";
import { channelSlots } from "@/lib/operations/channel-slots";
import { liveWorkers } from "./engine/store/workers";

/** How long a worker that joins or leaves goes unnoticed by the others. */
const EVERY_MS = 2_000;

/** Keeps this worker's share of every channel's slots in step with how many workers there are, until the process ends. */
export async function shareSlots(): Promise<void> {
  await refresh();
  setInterval(() => void refresh(), EVERY_MS).unref();
}

async function refresh(): Promise<void> {
  try {
    const { alive } = await liveWorkers(rawSql());
    channelSlots.share(alive);
  } catch (error) {
    // The share stays as it was; without a database nothing is claimed anyway.
    log().debug({ err: error }, "workers could not be counted");
  }
}
