import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { prettyBody } from "@/components/ui/pretty-body";
import { duration } from "@/components/ui/time-text";
import type { Explanation } from "@/lib/delivery/explain";

/** What a test came to: the receiver's real answer. */
export interface TestReport {
  succeeded: boolean;
  statusCode: number | null;
  durationMs: number;
  responseBody: string | null;
  requestBody: string;
  /** Set when it failed. */
  explanation: Explanation | null;
  /** What a success leaves open. */
  note: string | null;
}

/** The real answer to a test: status, time and body, and in case of failure what to do. */
export function TestResult({ report }: { report: TestReport }) {
  const { succeeded, statusCode, durationMs, responseBody, requestBody, explanation, note } = report;
  const facts = `${statusCode === null ? "no answer" : `status ${statusCode}`} · ${duration(durationMs)}`;
  return (
    <div role="status" className="grid gap-2">
      {succeeded ? (
        <Banner tone="good" title="The test arrived">
          <p className="tabular-nums">{facts}</p>
          {note !== null && <p className="mt-1">{note}</p>}
        </Banner>
      ) : (
        <Banner tone="bad" title={explanation?.title ?? "The test failed"}>
          <p className="tabular-nums">{facts}</p>
          {explanation && (
            <>
              <p className="mt-1">{explanation.explanation}</p>
              <p className="mt-1 font-medium">{explanation.remedy}</p>
            </>
          )}
        </Banner>
      )}
      {responseBody !== null && responseBody !== "" && (
        <details open className="text-sm">
          <summary className="w-fit rounded-sm text-ink-2 hover:text-ink">What it answered</summary>
          <CodeBlock {...prettyBody(responseBody)} label="Answer" wrap className="mt-2 [&_pre]:max-h-40" />
        </details>
      )}
      <details className="text-sm">
        <summary className="w-fit rounded-sm text-ink-2 hover:text-ink">What was sent</summary>
        <CodeBlock {...prettyBody(requestBody)} label="Sent body" wrap className="mt-2 [&_pre]:max-h-56" />
      </details>
    </div>
  );
}
