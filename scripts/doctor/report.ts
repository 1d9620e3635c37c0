import type { Finding } from "./finding";

const MARKS = { ok: "ok  ", warn: "warn", fail: "FAIL" } satisfies Record<Finding["status"], string>;

/** A line for each finding, what to do below those that are not ok, and a last line with the counts. */
export function reportText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap((finding) => {
    const line = `${MARKS[finding.status]}  ${finding.check.padEnd(width)}  ${finding.says}`;
    return finding.status === "ok" ? [line] : [line, `${" ".repeat(width + 8)}→ ${finding.remedy}`];
  });
  const count = (status: Finding["status"]) => findings.filter((finding) => finding.status === status).length;
  return [...lines, "", `${count("ok")} ok, ${count("warn")} to look at, ${count("fail")} failed`].join("\n");
}

/** The same for machines. */
export const reportJson = (findings: readonly Finding[]): string =>
  JSON.stringify({ healthy: isHealthy(findings), findings }, null, 2);

export const isHealthy = (findings: readonly Finding[]): boolean =>
  findings.every(({ status }) => status !== "fail");
