import type { RedeliveryJob } from "@/db/queries/redelivery-jobs";

/** "1,204 deliveries", as a name for a job. */
export const jobTitle = ({ total }: Pick<RedeliveryJob, "total">): string =>
  total === 1 ? "1 delivery" : `${total.toLocaleString("en-GB")} deliveries`;
