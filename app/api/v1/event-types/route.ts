import { listEventTypes } from "@/lib/api/endpoints/event-types";
import { methods } from "@/lib/api/methods";
import { presentEventTypes } from "@/lib/api/present-event-types";
import { serve } from "@/lib/api/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listEventTypes, async () => presentEventTypes()),
});
