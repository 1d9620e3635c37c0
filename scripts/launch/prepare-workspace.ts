import { connect, type Database } from "@/db/client";
import { addDemoKey, DEMO, demoPasswordUsers, hasDemo, seedDemo } from "@/db/seed";
import type { Configuration } from "./configuration";
import { Refusal } from "./refusal";
import { say } from "./say";

/**
 * Seeds the demo workspace on the first start. Where others can reach the product, the password that everybody knows is
 * never set, and a start on a database that still has it is refused.
 */
export async function prepareWorkspace({ env, isPublic }: Configuration): Promise<void> {
  await withDatabase(async (database) => {
    if (env.SEED_DEMO) {
      const seeded = await seedDemo(database, { randomPassword: isPublic });
      if (isPublic && seeded.state === "created") {
        say(`made the demo workspace; its users sign in with ${seeded.password} (shown this once).`);
      }
    }
    // Before anything answers: whoever gave the key may use it at once.
    if (env.DEMO_API_KEY !== "") await addDemoKey(database, env.DEMO_API_KEY);
    const open = isPublic ? await demoPasswordUsers(database) : [];
    if (open.length > 0) {
      throw new Refusal(
        `${open.join(", ")} still sign in with the demo password, and HOST or APP_URL make this product public. ` +
          "Change these passwords on a local start, or start with a new DATA_DIR.",
      );
    }
  });
}

/** What the welcome may tell of the demo workspace. */
export interface DemoAccess {
  password?: string;
  /** Ready to use: made just now, or the one of the environment on a product of one's own. */
  apiKey?: string;
  keyIsNew: boolean;
}

/**
 * Answers how to get into the demo workspace, undefined without one. Makes its API key if it has none: at the
 * end of a start, so that no key is lost that nobody saw.
 */
export async function demoAccess({ env, isPublic }: Configuration): Promise<DemoAccess | undefined> {
  if (!env.SEED_DEMO) return undefined;
  return withDatabase(async (database) => {
    if (!(await hasDemo(database))) return undefined;
    const made = env.DEMO_API_KEY === "" ? await addDemoKey(database, "") : undefined;
    const withDemoPassword = await demoPasswordUsers(database);
    return {
      password: withDemoPassword.includes(DEMO.emails.owner) ? DEMO.password : undefined,
      apiKey: made ?? ((!isPublic && env.DEMO_API_KEY) || undefined),
      keyIsNew: made !== undefined,
    };
  });
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { database, end } = connect(process.env.DATABASE_URL ?? "", { max: 3 });
  try {
    return await work(database);
  } finally {
    await end();
  }
}
