import { findUserByEmail } from "@/db/queries/users";
import { makeMembership } from "@/db/factories";
import { fillHistory, FILL_SLUG } from "@/db/fill/fill-history";
import { foldTallies } from "@/db/queries/tally-fold";
import { DEMO } from "@/db/seed";
import { EVENT_TYPES } from "@/lib/events/types";
import { signIn } from "../lab/browser";
import { bodyOf, deliver, healthy } from "../lab/delivering";
import type { Lab } from "../lab/lab";
import { alternate, type Measure, type Row } from "../measure";
import { median } from "../stats";
import { pageTimes } from "../lab/page-times";

const CHANNELS = 5;
/** Attempts for each delivery of the history. */
const ATTEMPTS_EACH = 1.2;
/** The log's own target is set at this many rows. */
const LOG_ROWS = 2_000_000;

/** The same deliveries on empty tables and on full ones, each as a share of plain work at the time; and the log's pages. */
export const growth: Measure = {
  name: "growth",
  run: async (lab) => {
    const empty = await shareOfReference(lab);
    const atLog = Math.min(LOG_ROWS, lab.size.growth);
    await fill(lab, atLog);
    const log = await logPage(lab, atLog);
    await fill(lab, lab.size.growth - atLog);
    const full = await shareOfReference(lab);
    return [
      {
        title: `delivered with ${lab.size.growth.toLocaleString("en")} deliveries stored`,
        unit: "of plain work",
        product: full,
        reference: { name: "the same on empty tables", values: full.map(() => median(empty)) },
        target: { atLeast: 0.85 },
      },
      log,
    ];
  },
};

async function shareOfReference(lab: Lab): Promise<number[]> {
  const { rounds, deliveries } = lab.size;
  const world = await lab.world(healthy(lab, CHANNELS));
  const product = () => deliver(lab, world, Math.round(deliveries / CHANNELS), deliveries);
  await product();
  const body = await bodyOf(lab, world);
  await lab.reference.deliver(deliveries, body);
  const values = await alternate(rounds, product, () => lab.reference.deliver(deliveries, body));
  return values.product.map((value, index) => value / (values.reference[index] ?? NaN));
}

async function fill(lab: Lab, deliveries: number): Promise<void> {
  if (deliveries <= 0) return;
  const attempts = Math.round(deliveries * ATTEMPTS_EACH);
  await fillHistory(lab.sql, EVENT_TYPES, { deliveries, attempts, others: 0 }, lab.say);
  await foldTallies(lab.sql);
  for (const table of ["events", "deliveries", "attempts"]) await lab.sql.unsafe(`vacuum analyze ${table}`);
}

/** The delivery log as a browser asks for it: unfiltered, filtered in every usual way, and older pages. */
async function logPage(lab: Lab, rows: number): Promise<Row> {
  const owner = await findUserByEmail(lab.db, DEMO.emails.owner);
  if (!owner) throw new Error("The demo workspace has no owner.");
  await makeMembership(lab.db, { workspaceId: `ws_${FILL_SLUG}`, userId: owner.id });
  const { cookie } = await signIn(lab);
  const log = `/${FILL_SLUG}/settings/integrations/deliveries`;
  const paths = ["", "?status=failed", "?range=24h", "?type=task.created", "?provider=slack", "?q=report"];
  const times = await pageTimes(
    lab.product.origin,
    cookie,
    paths.map((query) => log + query),
    lab.size,
  );
  return {
    title: `log page, server time p95 at ${rows.toLocaleString("en")} deliveries`,
    unit: "ms",
    product: [times.p95],
    target: { atMost: 60 },
    note: `${times.worst} takes longest, ${Math.round(times.worstMs)} ms in the middle`,
  };
}
