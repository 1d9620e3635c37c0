import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";

/** A node of a plan as EXPLAIN tells it. */
export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
}

/** A statement that ran, and how. */
export interface Explained {
  text: string;
  plan: PlanNode;
}

/** A database that remembers its statements, so that their plans can be looked at. */
export function explaining(url: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const seen: { text: string; params: unknown[] }[] = [];
  const database: Database = drizzle(client, {
    schema,
    casing: "snake_case",
    logger: { logQuery: (text, params) => void seen.push({ text, params }) },
  });
  return {
    database,
    client,
    /** The plans of the statements that `work` runs; `analyze` runs each once more to see what it reads. */
    explain: async (analyze: boolean, work: (db: Database) => Promise<unknown>): Promise<Explained[]> => {
      seen.length = 0;
      await work(database);
      const options = analyze ? "analyze, buffers, timing off, format json" : "format json";
      const explained: Explained[] = [];
      for (const { text, params } of [...seen]) {
        const [row] = await client.unsafe(`explain (${options}) ${text}`, params as string[]);
        explained.push({ text, plan: row?.["QUERY PLAN"][0].Plan });
      }
      return explained;
    },
    end: () => client.end({ timeout: 5 }),
  };
}

/** A node and all below it. */
export const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Pages that a plan read, of all tables and indexes or of some tables and their indexes. */
export function pagesOf(plan: PlanNode, tables?: readonly string[]): number {
  const pages = (node: PlanNode) => (node["Shared Hit Blocks"] ?? 0) + (node["Shared Read Blocks"] ?? 0);
  if (tables === undefined) return pages(plan);
  return nodesOf(plan)
    .filter((node) => tables.includes(node["Relation Name"] ?? ""))
    .reduce((sum, node) => sum + pages(node), 0);
}

/** Rows that went into the largest sort. */
export const sortedRows = (node: PlanNode): number =>
  Math.max(
    0,
    ...nodesOf(node)
      .filter((each) => each["Node Type"] === "Sort")
      .map((sort) => (sort.Plans?.[0]?.["Actual Rows"] ?? 0) * (sort.Plans?.[0]?.["Actual Loops"] ?? 1)),
  );
