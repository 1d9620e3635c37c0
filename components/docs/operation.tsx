import { Badge } from "@/components/ui/badge";
import type { BodyDocs } from "@/lib/docs/api/body-variants";
import type { OperationDocs } from "@/lib/docs/api/operations";
import { CodeSample } from "./code-sample";
import { CodeLink } from "./docs-link";
import { FieldTable } from "./field-table";
import { Heading } from "./heading";
import { InlineText } from "./inline-text";
import { MethodBadge } from "./method-badge";

interface OperationProps {
  operation: OperationDocs;
  /** A shell command that makes the call. */
  command: string;
  /** An answer to it; undefined when there is no body. */
  answer: unknown;
}

/** One call of the API: what it does, what it takes, what it answers and refuses. */
export function Operation({ operation, command, answer }: OperationProps) {
  const { id, summary, description, parameters, requests, requestRequired } = operation;
  return (
    <section aria-labelledby={id} className="docs-flow">
      <Heading id={id}>{summary}</Heading>
      <Call operation={operation} />
      {description !== "" && (
        <p>
          <InlineText text={description} />
        </p>
      )}
      <CodeSample title="Request" language="shellscript" code={command} />
      {parameters.length > 0 && (
        <>
          <h3>Parameters</h3>
          <FieldTable label={`Parameters of ${id}`} rows={parameters} />
        </>
      )}
      {requests.some(({ fields }) => fields.length > 0) && (
        <Bodies
          title={requestRequired ? "Request body" : "Request body, optional"}
          label={`Body of ${id}`}
          bodies={requests}
        />
      )}
      <h3>Answer</h3>
      <p>
        <code>{operation.answer.status}</code> <InlineText text={operation.answer.description} />
      </p>
      {answer !== undefined && (
        <CodeSample title="Answer" language="json" code={JSON.stringify(answer, null, 2)} />
      )}
      {operation.answer.bodies.map(({ name, fields }) => (
        <details key={name} className="docs-fold">
          <summary>
            {name === null ? "Fields of the answer" : `Fields of the answer: ${name.toLowerCase()}`}
          </summary>
          <FieldTable label={`Answer of ${id}${name === null ? "" : `, ${name}`}`} rows={fields} />
        </details>
      ))}
      <Problems problems={operation.problems} />
    </section>
  );
}

const Call = ({ operation: { method, path, scope } }: { operation: OperationDocs }) => (
  <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
    <MethodBadge method={method} />
    <code className="font-mono text-sm break-all">{path}</code>
    <Badge tone="outline">scope {scope}</Badge>
  </div>
);

const Bodies = ({ title, label, bodies }: { title: string; label: string; bodies: readonly BodyDocs[] }) => (
  <>
    <h3>{title}</h3>
    {bodies.map(({ name, fields }) => (
      <div key={name}>
        {name !== null && <p className="mb-2 text-sm font-medium text-ink-2">{name}</p>}
        <FieldTable label={name === null ? label : `${label}: ${name}`} rows={fields} />
      </div>
    ))}
  </>
);

const Problems = ({ problems }: { problems: OperationDocs["problems"] }) => (
  <details className="docs-fold">
    <summary>Refusals</summary>
    <ul className="docs-refusals">
      {problems.map(({ status, codes }) => (
        <li key={status}>
          <span className="font-mono text-xs text-ink-3">{status}</span>
          {codes.map((code) => (
            <CodeLink key={code} code={code} />
          ))}
        </li>
      ))}
    </ul>
  </details>
);
