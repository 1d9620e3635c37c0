import { expect, request, type APIRequestContext } from "@playwright/test";
import { target } from "../fixtures/target";

/** A context that sends this API key with everything. */
export async function withKey(key: string): Promise<APIRequestContext> {
  const { baseURL } = await target();
  return request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${key}` } });
}

/** The id of what an entry of the trail is about. */
export async function newestTarget(
  who: APIRequestContext,
  slug: string,
  action: string,
  name = "",
): Promise<string> {
  const [head = "", ...lines] = (await trailOf(who, slug)).replace("\uFEFF", "").split(/\r?\n/);
  const place = head.replaceAll('"', "").split(",").indexOf("target_id");
  const line = lines.find((entry) => entry.includes(action) && entry.includes(name));
  const id = line?.split(",")[place]?.replaceAll('"', "");
  if (!id) throw new Error(`The trail has no ${action} ${name}.`);
  return id;
}

/** One of each thing that an API key can make. */
export async function fill(key: string, values: { name: string; url: string }) {
  const api = await withKey(key);
  const post = async (path: string, data: object) => {
    const answer = await api.post(`/api/v1/${path}`, { data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as { id: string };
  };
  const project = (await post("projects", { name: values.name })).id;
  const channel = (await post("channels", { kind: "chat", provider: "webhook", ...values })).id;
  const event = (
    await post("events", {
      ...{ type: "task.created", projectId: project },
      data: { task: { id: "task_1", title: values.name, status: "active" } },
    })
  ).id;
  const delivered = async () => {
    const { data } = (await (await api.get("/api/v1/deliveries?status=delivered")).json()) as {
      data: { id: string }[];
    };
    return data[0]?.id;
  };
  await expect.poll(delivered, { timeout: 30_000 }).toBeDefined();
  const delivery = (await delivered()) ?? "";
  const redelivery = (await post(`deliveries/${delivery}/retry`, {})).id;
  const ended = async () =>
    ((await (await api.get(`/api/v1/redeliveries/${redelivery}`)).json()) as { status: string }).status;
  await expect.poll(ended, { timeout: 30_000 }).toBe("finished");
  await api.dispose();
  return { project, channel, event, delivery, redelivery };
}

/** The whole audit trail as its export has it. */
export const trailOf = async (who: APIRequestContext, slug: string): Promise<string> =>
  (await who.get(`/${slug}/settings/integrations/audit/export`)).text();
