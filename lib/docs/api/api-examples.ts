import { catalogue } from "@/lib/events/catalogue";
import { SAMPLE_CREATED_AT, SAMPLE_DELIVERY_ID, SAMPLE_EVENT_ID } from "@/lib/docs/sample-delivery";

/** What a call sends and gets, as one story: a task is created and a CRM's endpoint hears of it at the second try. */
export interface ApiExample {
  /** Of the path. */
  id?: string;
  query?: Record<string, string>;
  request?: unknown;
  answer?: unknown;
}

const CHANNEL_ID = "chn_019e9a4b-77a0-7f13-8a55-0b1f2c3d4e5f";
const REDELIVERY_ID = "rdl_019e9a55-10b4-7e61-9a0f-6c8d2e4f7a19";
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
const data = { task: { id: "tsk_207", title: "Follow up with the customer", status: "active" } };

const channel = {
  id: CHANNEL_ID,
  kind: "crm",
  provider: "webhook",
  name: "CRM: contacts",
  description: "",
  url: "https://crm.acme.example/…tact",
  eventTypes: ["task.created", "form.submitted"],
  projectIds: [],
  headerNames: ["authorization"],
  options: {},
  enabled: true,
  health: {
    status: "healthy",
    consecutiveFailures: 0,
    lastDeliveryAt: "2026-06-05T14:47:46.004Z",
    disabledReason: null,
  },
  createdAt: "2026-06-01T09:12:00.000Z",
};

const delivery = {
  id: SAMPLE_DELIVERY_ID,
  eventId: SAMPLE_EVENT_ID,
  eventType: "task.created",
  channelId: CHANNEL_ID,
  channelName: channel.name,
  provider: "webhook",
  status: "delivered",
  attemptCount: 2,
  maxAttempts: 6,
  nextAttemptAt: null,
  createdAt: "2026-06-05T14:47:14.830Z",
  finishedAt: "2026-06-05T14:47:46.004Z",
  test: false,
};

const request = {
  url: channel.url,
  headers: { "content-type": "application/json", authorization: "•••" },
  body: `{"id":"${SAMPLE_EVENT_ID}","type":"task.created", …}`,
};

const attempt = {
  number: 2,
  trigger: "automatic",
  outcome: "succeeded",
  stage: "response",
  errorCode: null,
  errorDetail: null,
  statusCode: 204,
  durationMs: 41,
  startedAt: "2026-06-05T14:47:45.963Z",
  request,
  response: { headers: { date: "Fri, 05 Jun 2026 14:47:45 GMT" }, body: "" },
};

const firstAttempt = {
  ...attempt,
  number: 1,
  outcome: "failed",
  errorCode: "http_status",
  errorDetail: "The receiver answered 503: it has a problem of its own.",
  statusCode: 503,
  durationMs: 118,
  startedAt: "2026-06-05T14:47:14.852Z",
  response: { headers: { "retry-after": "20" }, body: "busy" },
};

const event = {
  id: SAMPLE_EVENT_ID,
  type: "task.created",
  data,
  projectId: null,
  actorId: null,
  idempotencyKey: "tsk_207-created",
  test: false,
  createdAt: SAMPLE_CREATED_AT,
  receivedAt: "2026-06-05T14:47:14.812Z",
  routing: [{ channelId: CHANNEL_ID, channelName: channel.name, matched: true, reason: null }],
  deliveries: [delivery],
};

const project = {
  id: "prj_019e9a4a-1c2d-7e3f-8a9b-0c1d2e3f4a5b",
  name: "Customer onboarding",
  archived: false,
};
const pageOf = (row: unknown) => ({ data: [row], nextCursor: null });
const { type, group, description } = catalogue["course.published"];

/** By operation id. A test holds every one of them to the schemas of the API's document. */
export const API_EXAMPLES: Readonly<Record<string, ApiExample>> = {
  sendEvents: {
    request: { type: "task.created", data, idempotencyKey: event.idempotencyKey },
    answer: { id: SAMPLE_EVENT_ID, duplicate: false },
  },
  listEvents: { query: { type: "task.created", limit: "20" }, answer: pageOf(event) },
  getEvent: { id: SAMPLE_EVENT_ID, answer: event },
  replayEvent: { id: SAMPLE_EVENT_ID, request: { channelIds: [CHANNEL_ID] }, answer: { id: REDELIVERY_ID } },
  listChannels: { query: { kind: "crm" }, answer: pageOf(channel) },
  createChannel: {
    request: {
      kind: "crm",
      provider: "webhook",
      name: channel.name,
      url: "https://crm.acme.example/hooks/contact",
      eventTypes: channel.eventTypes,
      headers: { authorization: "Bearer my-crm-token" },
    },
    answer: {
      ...channel,
      health: { ...channel.health, status: "idle", lastDeliveryAt: null },
      secret: SECRET,
    },
  },
  getChannel: { id: CHANNEL_ID, answer: channel },
  updateChannel: {
    id: CHANNEL_ID,
    request: { eventTypes: [], enabled: true },
    answer: { ...channel, eventTypes: [] },
  },
  deleteChannel: { id: CHANNEL_ID },
  testChannel: {
    id: CHANNEL_ID,
    request: { eventType: "task.created" },
    answer: { ...attempt, number: 1, trigger: "test" },
  },
  rotateSecret: { id: CHANNEL_ID, answer: { secret: SECRET } },
  listDeliveries: { query: { status: "failed", since: "2026-06-05T00:00:00Z" }, answer: pageOf(delivery) },
  getDelivery: { id: SAMPLE_DELIVERY_ID, answer: { ...delivery, attempts: [firstAttempt, attempt] } },
  retryDelivery: { id: SAMPLE_DELIVERY_ID, answer: { id: REDELIVERY_ID } },
  retryDeliveries: {
    request: { status: "failed", channelId: CHANNEL_ID, since: "2026-06-05T00:00:00Z" },
    answer: { id: REDELIVERY_ID },
  },
  getRedelivery: {
    id: REDELIVERY_ID,
    answer: { id: REDELIVERY_ID, status: "running", total: 240, done: 96, succeeded: 95, failed: 1 },
  },
  listProjects: { answer: pageOf(project) },
  createProject: { request: { name: project.name }, answer: project },
  listEventTypes: {
    answer: {
      data: [
        {
          type,
          group,
          description,
          schema: { type: "object" },
          sample: catalogue["course.published"].samples.typical,
        },
      ],
    },
  },
};
