import type { ReactNode } from "react";

interface DataTableProps {
  /** Names the table to screen readers. */
  label: string;
  columns: readonly string[];
  /** Columns of the same width, so that tables below each other line up. */
  even?: boolean;
  /** The first cell of each row is its heading. `id` makes it a place that can be linked to. */
  rows: readonly { id?: string; cells: readonly ReactNode[] }[];
}

/** A table of the text. It scrolls sideways inside its own box. */
export function DataTable({ label, columns, even = false, rows }: DataTableProps) {
  return (
    <div className="docs-table" data-even={even} role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }, index) => (
            <tr key={id ?? index} id={id}>
              {cells.map((cell, position) =>
                position === 0 ? (
                  <th key={position} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={position}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
