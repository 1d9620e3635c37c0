import { Badge, type BadgeTone } from "@/components/ui/badge";
import { VERDICT_COLUMNS, type Verdict, type VerdictRow } from "@/lib/docs/verdicts";
import { DataTable } from "./data-table";

const TONE = {
  delivered: "good",
  retried: "warn",
  failed: "bad",
  "failed, channel off": "bad",
} as const satisfies Record<Verdict, BadgeTone>;

/** What each status means to each provider. */
export function VerdictTable({ rows }: { rows: readonly VerdictRow[] }) {
  return (
    <DataTable
      label="What each answer means"
      columns={["Answer", ...VERDICT_COLUMNS.map(({ label }) => label)]}
      rows={rows.map(({ answer, verdicts }) => ({
        cells: [
          <code key="answer">{answer}</code>,
          ...VERDICT_COLUMNS.map(({ id }) => (
            <Badge key={id} tone={TONE[verdicts[id]]}>
              {verdicts[id]}
            </Badge>
          )),
        ],
      }))}
    />
  );
}
