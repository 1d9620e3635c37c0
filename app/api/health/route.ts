export const dynamic = "force-dynamic";

/** Is the process alive? Asks nothing else: a database that is away is no reason to restart the web process. */
export const GET = () => Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
