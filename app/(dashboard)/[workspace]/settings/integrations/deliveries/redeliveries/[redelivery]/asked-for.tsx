import type { Route } from "next";
import Link from "next/link";
import { z } from "zod";
import { paths } from "@/components/layout/paths";
import { DELIVERY_STATUSES } from "@/lib/delivery/status";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { serializeLogParams } from "../../log-params";

const moment = z.iso.datetime().transform((text) => new Date(text));
const status = z.enum(DELIVERY_STATUSES);

/** The filters of a job as its row keeps them. */
const stored = z.object({
  status: z.union([status.transform((one) => [one]), z.array(status)]).optional(),
  channelId: z.string().optional(),
  provider: z.enum(PROVIDER_IDS).optional(),
  eventType: z.string().optional(),
  projectId: z.string().optional(),
  search: z.string().optional(),
  since: moment.optional(),
  until: moment.optional(),
});

/** What a job was asked to send again: a selection, or a view of the log, which can be opened. */
export function AskedFor({ workspace, filters }: { workspace: string; filters: Record<string, unknown> }) {
  if ("deliveryIds" in filters) {
    return <p className="text-xs text-ink-3">Asked for: a selection of deliveries.</p>;
  }
  const found = stored.safeParse(filters);
  if (!found.success) return null;
  const { channelId, eventType, projectId, search, since, until, ...same } = found.data;
  const address = serializeLogParams(paths.deliveries(workspace), {
    ...same,
    ...{ channel: channelId, type: eventType, project: projectId, q: search, from: since, to: until },
  });
  return (
    <p className="text-xs text-ink-3">
      Asked for: everything that{" "}
      <Link href={address as Route} className="text-accent hover:underline">
        this view of the log
      </Link>{" "}
      matched then and could be sent again. Statuses have changed since.
    </p>
  );
}
