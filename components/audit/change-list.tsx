interface ChangeListProps {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The fields that an entry changed, each with its value before and after. */
export function ChangeList({ before, after }: ChangeListProps) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return (
    <table className="w-full table-fixed border-collapse text-xs">
      <thead className="text-left text-ink-3">
        <tr>
          <th scope="col" className="w-1/4 py-1 pr-3 font-medium">
            Field
          </th>
          <th scope="col" className="py-1 pr-3 font-medium">
            Before
          </th>
          <th scope="col" className="py-1 font-medium">
            After
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line align-top">
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row" className="py-1 pr-3 text-left font-medium wrap-anywhere">
              {field}
            </th>
            <td className="py-1 pr-3">
              <Value value={before?.[field]} />
            </td>
            <td className="py-1">
              <Value value={after?.[field]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Value = ({ value }: { value: unknown }) =>
  value === undefined || value === null || value === "" ? (
    <span className="text-ink-3">none</span>
  ) : (
    <code className="font-mono wrap-anywhere whitespace-pre-wrap">{textOf(value)}</code>
  );

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.length === 0 ? "[]" : value.map(textOf).join("\n");
  return JSON.stringify(value);
}
