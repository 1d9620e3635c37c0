import { Badge, type BadgeTone } from "@/components/ui/badge";

const TONE: Readonly<Record<string, BadgeTone>> = { GET: "info", POST: "good", PATCH: "warn", DELETE: "bad" };

/** The method of a call. */
export const MethodBadge = ({ method }: { method: string }) => (
  <Badge tone={TONE[method] ?? "neutral"} mono className="font-semibold">
    {method}
  </Badge>
);
