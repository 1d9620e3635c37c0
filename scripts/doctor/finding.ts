/** What one check found. Whatever is not ok comes with what to do. */
export type Finding =
  | { check: string; status: "ok"; says: string }
  | { check: string; status: "warn" | "fail"; says: string; remedy: string };

export const ok = (check: string, says: string): Finding => ({ check, status: "ok", says });

export const warn = (check: string, says: string, remedy: string): Finding => ({
  ...{ check, status: "warn", says, remedy },
});

export const fail = (check: string, says: string, remedy: string): Finding => ({
  ...{ check, status: "fail", says, remedy },
});
