import { rotateSecret } from "@/lib/api/endpoints/channels";
import { methods } from "@/lib/api/methods";
import { serve } from "@/lib/api/serve";
import { rotateSecret as replaceSecret } from "@/lib/operations/rotate-secret";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(rotateSecret, async ({ ctx, id }) => {
    const { secret } = await replaceSecret(ctx, { id });
    return { secret };
  }),
});
