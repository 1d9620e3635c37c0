import type { Route } from "@/lib/api/serve";

type Verbs = Partial<Record<string, Route>>;

/** The route files by their path, as Next maps them. */
const FILES: Record<string, () => Promise<Verbs>> = {
  "/api/v1/channels": () => import("../channels/route"),
  "/api/v1/channels/{id}": () => import("../channels/[id]/route"),
  "/api/v1/channels/{id}/secret/rotate": () => import("../channels/[id]/secret/rotate/route"),
  "/api/v1/channels/{id}/test": () => import("../channels/[id]/test/route"),
  "/api/v1/deliveries": () => import("../deliveries/route"),
  "/api/v1/deliveries/retry": () => import("../deliveries/retry/route"),
  "/api/v1/deliveries/{id}": () => import("../deliveries/[id]/route"),
  "/api/v1/deliveries/{id}/retry": () => import("../deliveries/[id]/retry/route"),
  "/api/v1/event-types": () => import("../event-types/route"),
  "/api/v1/events": () => import("../events/route"),
  "/api/v1/events/{id}": () => import("../events/[id]/route"),
  "/api/v1/events/{id}/replay": () => import("../events/[id]/replay/route"),
  "/api/v1/openapi.json": () => import("../openapi.json/route"),
  "/api/v1/projects": () => import("../projects/route"),
  "/api/v1/redeliveries/{id}": () => import("../redeliveries/[id]/route"),
};

/** The paths that have a route file. */
export const routePaths: readonly string[] = Object.keys(FILES);

/** The handler that Next would choose, with the parameters of its path: fixed parts win over parameters. */
export async function handlerOf(
  method: string,
  target: string,
): Promise<{ handler: Route; params: Record<string, string> }> {
  const { pathname } = new URL(target, "http://carillon.test");
  for (const [template, load] of Object.entries(FILES)) {
    const id = match(template, pathname);
    if (id === null) continue;
    const handler = (await load())[method];
    if (handler) return { handler, params: id === undefined ? {} : { id } };
  }
  const { GET } = await import("../../[...unknown]/route");
  return { handler: GET, params: {} };
}

/** Null: another path. Undefined: this path, which has no parameter. */
function match(template: string, pathname: string): string | undefined | null {
  const pattern = template.replaceAll(".", "\\.").replace("{id}", "([^/]+)");
  const found = new RegExp(`^${pattern}$`).exec(pathname);
  return found ? found[1] && decodeURIComponent(found[1]) : null;
}
