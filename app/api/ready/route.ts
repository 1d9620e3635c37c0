import { checkReadiness, CHECKS } from "./checks";

export const dynamic = "force-dynamic";

/** 200 once everything is there to take events and deliver them; else 503 with what is missing. */
export async function GET(): Promise<Response> {
  const checks = await checkReadiness();
  const ready = CHECKS.every((check) => checks[check] === "ok");
  return Response.json(
    { ready, checks },
    {
      status: ready ? 200 : 503,
      headers: { "cache-control": "no-store", ...(!ready && { "retry-after": "1" }) },
    },
  );
}
