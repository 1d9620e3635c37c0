import { unknownPath } from "@/lib/api/methods";

// The catch-all below has no part for this path itself, and the slug of a workspace would take it.
export {
  unknownPath as GET,
  unknownPath as POST,
  unknownPath as PUT,
  unknownPath as PATCH,
  unknownPath as DELETE,
  unknownPath as OPTIONS,
};
