import { z } from "zod";
import { localOrigin, type Configuration } from "../launch/configuration";
import { ask } from "./ask";
import { fail, ok, warn, type Finding } from "./finding";

const readiness = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.string()) });

/** Whether the web process answers on its port and under its public address. */
export async function checkWeb({ env }: Configuration): Promise<Finding[]> {
  const local = localOrigin(env.HOST, env.PORT);
  const here = await checkReady(local);
  if (env.APP_URL === "" || env.APP_URL === local) return [here];
  const health = await ask(`${env.APP_URL}/api/health`);
  if (health?.status === 200) {
    // It may run on another machine than the doctor.
    return [...(here.status === "ok" ? [here] : []), ok("address", `${env.APP_URL} answers`)];
  }
  return [
    here,
    warn(
      "address",
      `${env.APP_URL} does not answer from here`,
      "Check the proxy and the name; built-in inspectors are reached under it too.",
    ),
  ];
}

async function checkReady(origin: string): Promise<Finding> {
  const answer = await ask(`${origin}/api/ready`);
  if (answer === undefined) {
    return fail(
      "web",
      `nothing answers at ${origin}`,
      "Start Carillon: npm start. If it runs elsewhere, run the doctor with its PORT, HOST and APP_URL.",
    );
  }
  const parsed = readiness.safeParse(parseJson(answer.body));
  if (!parsed.success) {
    return fail("web", `another program answers at ${origin}`, "Stop it, or set PORT to a free one.");
  }
  if (parsed.data.ready) return ok("web", `ready at ${origin}`);
  const missing = Object.values(parsed.data.checks).find((finding) => finding !== "ok") ?? "";
  return fail(
    "web",
    `not ready at ${origin}: ${missing}`,
    "See what is said above, and the log of Carillon.",
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
