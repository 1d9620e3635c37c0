import { fork, type ChildProcess } from "node:child_process";

/** A process of the benchmark's own that answers each order with one report. */
export interface Helper<Order, Report> {
  /** Sends an order and answers the report on it; one at a time. */
  ask(order: Order): Promise<Report>;
  next(): Promise<Report>;
  end(): Promise<void>;
  pid: number;
}

/** Forks a script of this folder, which ends by itself when this process does. */
export function startHelper<Order extends object, Report>(
  script: string,
  args: readonly string[] = [],
): Helper<Order, Report> {
  const child = fork(script, args, { execArgv: ["--import", "tsx"], stdio: "inherit" });
  const gone = new Promise<never>((_, reject) => {
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}.`)));
  });
  gone.catch(() => {});
  const next = () =>
    Promise.race([
      gone,
      new Promise<Report>((resolve) => child.once("message", (report) => resolve(report as Report))),
    ]);
  return {
    pid: child.pid ?? 0,
    next,
    ask: (order) => {
      const report = next();
      child.send(order);
      return report;
    },
    end: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
