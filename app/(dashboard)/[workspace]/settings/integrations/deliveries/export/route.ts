import { exportDeliveries } from "@/db/queries/delivery-export";
import { managerHandler } from "@/lib/auth/handler";
import { loadLogRequest } from "../load-filters";
import { FORMATS, type Format } from "./formats";
import { fileName } from "./file-name";

/**
 * Everything that the log's filters match as a file, CSV or (with `format=json`) JSON; streamed, so that its length costs no
 * memory.
 */
export const GET = managerHandler<{ workspace: string }>(async ({ ctx, workspace }, request) => {
  const { searchParams } = new URL(request.url);
  const format: Format = searchParams.get("format") === "json" ? "json" : "csv";
  const now = new Date();
  const { filters } = loadLogRequest(searchParams, now);
  const text = FORMATS[format].write(exportDeliveries(ctx.db, ctx.workspaceId, filters));
  const name = fileName(workspace.slug, { since: filters.since, until: filters.until ?? now }, format);
  return new Response(stream(text), {
    headers: {
      "content-type": FORMATS[format].contentType,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
});

function stream(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    // Asked for again only when the reader has taken what was there.
    pull: async (controller) => {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await text.return(undefined)),
  });
}
