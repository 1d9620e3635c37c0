import type { Context } from "./context";

/** Runs `work` in one transaction, with a context that carries it. */
export const inTransaction = <T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> =>
  ctx.db.transaction((db) => work({ ...ctx, db }));
