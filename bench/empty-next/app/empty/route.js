// What the single posts are compared with: a handler of the same server that does nothing.
export const dynamic = "force-dynamic";

export const POST = () => Response.json({ ok: true }, { status: 202 });
