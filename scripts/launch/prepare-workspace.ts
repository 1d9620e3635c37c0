import { connect } from "@/db/client";
import { demoPasswordUsers, DEMO, seedDemo, type Seeded } from "@/db/seed";
import type { Configuration } from "./configuration";
import { Refusal } from "./refusal";

/** What the welcome may say about the demo workspace. */
export interface Prepared {
  demo: boolean;
  password?: string;
  apiKey?: string;
  keyIsNew: boolean;
}

/**
 * Seeds the demo workspace on the first start. Where others can reach the product, the password that everybody knows is
 * never set, and a start on a database that still has it is refused.
 */
export async function prepareWorkspace({ env, isPublic }: Configuration): Promise<Prepared> {
  const { database, end } = connect(process.env.DATABASE_URL ?? "", { max: 2 });
  try {
    const seeded: Seeded = env.SEED_DEMO
      ? await seedDemo(database, { apiKey: env.DEMO_API_KEY, randomPassword: isPublic })
      : { state: "absent" };
    const open = isPublic ? await demoPasswordUsers(database) : [];
    if (open.length > 0) {
      throw new Refusal(
        `${open.join(", ")} still sign in with the demo password, and HOST or APP_URL make this product public. ` +
          "Change these passwords on a local start, or start with a new DATA_DIR.",
      );
    }
    if (seeded.state === "absent") return { demo: false, keyIsNew: false };
    const password = seeded.state === "created" ? seeded.password : isPublic ? undefined : DEMO.password;
    const apiKey =
      seeded.state === "created" ? seeded.apiKey : isPublic ? undefined : env.DEMO_API_KEY || undefined;
    return { demo: true, password, apiKey, keyIsNew: seeded.state === "created" && env.DEMO_API_KEY === "" };
  } finally {
    await end();
  }
}
