import { Fragment } from "react";
import type { FieldRow } from "@/lib/docs/schema/fields";
import { InlineText } from "./inline-text";

interface FieldTableProps {
  /** Names the table to screen readers. */
  label: string;
  rows: readonly (FieldRow & { place?: string })[];
}

/** The fields of an object: name and type, whether it must be there, what it means. */
export function FieldTable({ label, rows }: FieldTableProps) {
  return (
    <div className="docs-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.place} ${row.path}`}>
              <th scope="row">
                <FieldName path={row.path} />
                <span className="mt-0.5 block text-xs font-normal text-ink-3">
                  {[row.required ? "required" : "optional", row.place && `in the ${row.place}`]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </th>
              <td>
                {row.type}
                {row.nullable && <span className="text-ink-3"> or null</span>}
              </td>
              <td>
                <InlineText text={row.description} />
                {row.limits !== "" && <span className="block text-xs text-ink-3">{row.limits}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The way to a field may break at its dots; what leads there is paler than the name itself. */
function FieldName({ path }: { path: string }) {
  const parts = path.split(".");
  return (
    <code className="docs-field">
      {parts.slice(0, -1).map((part, index) => (
        <Fragment key={index}>
          <span className="text-ink-3">{part}.</span>
          <wbr />
        </Fragment>
      ))}
      {parts.at(-1)}
    </code>
  );
}
