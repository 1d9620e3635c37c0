import type { Place } from "./world";

/** Who may pass: anybody, whoever is signed in, members of the workspace, or its owners and admins. */
export type Need = "anyone" | "account" | "member" | "manager";

/** Every page of a person; those of the documentation are open to anybody. */
export const PAGES: Record<string, Need> = {
  "/": "account",
  "/sign-in": "anyone",
  "/setup": "anyone",
  "/invite/[token]": "anyone",
  "/reset/[token]": "anyone",
  "/inspector/[token]": "anyone",
  "/account": "account",
  "/workspaces/new": "account",
  "/[workspace]": "member",
  "/[workspace]/settings/general": "manager",
  "/[workspace]/settings/members": "manager",
  "/[workspace]/settings/projects": "manager",
  "/[workspace]/settings/integrations/api-keys": "manager",
  "/[workspace]/settings/integrations/audit": "manager",
  "/[workspace]/settings/integrations/chat": "manager",
  "/[workspace]/settings/integrations/crm": "manager",
  "/[workspace]/settings/integrations/deliveries": "manager",
  "/[workspace]/settings/integrations/deliveries/[delivery]": "manager",
  "/[workspace]/settings/integrations/deliveries/redeliveries": "manager",
  "/[workspace]/settings/integrations/deliveries/redeliveries/[redelivery]": "manager",
  "/[workspace]/settings/integrations/events": "manager",
  "/[workspace]/settings/integrations/events/[event]": "manager",
  "/[workspace]/settings/integrations/simulator": "manager",
};

/** Every route handler. `key`: an API key decides; `token`: a token in the address does. */
export const HANDLERS: Record<string, Need | "key" | "token"> = {
  "/[workspace]/settings/integrations/audit/export": "manager",
  "/[workspace]/settings/integrations/channels": "manager",
  "/[workspace]/settings/integrations/channels/[channel]/secret": "manager",
  "/[workspace]/settings/integrations/channels/activity": "manager",
  "/[workspace]/settings/integrations/channels/disabled": "manager",
  "/[workspace]/settings/integrations/deliveries/export": "manager",
  "/[workspace]/settings/integrations/deliveries/news": "manager",
  "/api": "anyone",
  "/api/[...unknown]": "anyone",
  "/api/auth/[...nextauth]": "anyone",
  "/api/health": "anyone",
  "/api/ready": "anyone",
  "/api/inngest": "token",
  "/api/metrics": "token",
  "/api/inspector/[token]": "token",
  "/inspector/[token]/requests": "token",
  "/docs/search-index": "anyone",
};

/** What an action does with the ids of another workspace: refuses, answers nothing, or takes no id at all. */
type Foreign = "refuses" | "answers nothing" | "takes none";

interface ActionRule {
  need: Need;
  /** What it is called with after the workspace; of another tenant's things where it takes ids. */
  input: (place: Place) => unknown;
  foreign: Foreign;
}

const manager = (foreign: Foreign, input: ActionRule["input"]): ActionRule => ({
  need: "manager",
  input,
  foreign,
});

const SINCE = "2020-01-01T00:00:00.000Z";
const draft = {
  ...{ url: "", name: "Taken over", description: "", eventTypes: [], projectIds: [] },
  ...{ options: {}, headers: {} },
};

/** Every server action, by its name. */
export const ACTIONS: Record<string, ActionRule> = {
  addChannel: manager("refuses", (place) => ({
    ...{ ...draft, kind: "chat", provider: "webhook", url: "https://example.com/hook" },
    projectIds: [place.project],
  })),
  editChannel: manager("refuses", (place) => ({ ...draft, id: place.channel })),
  toggleChannel: manager("refuses", (place) => ({ id: place.channel, enabled: false })),
  removeChannel: manager("refuses", (place) => ({ id: place.channel })),
  addInspector: manager("takes none", () => ({ provider: "slack" })),
  replaceSecret: manager("refuses", (place) => ({ id: place.channel })),
  endOverlap: manager("refuses", (place) => ({ id: place.channel })),
  testChannel: manager("refuses", (place) => ({ id: place.channel })),
  testDraft: manager("refuses", (place) => ({
    id: place.channel,
    provider: "webhook",
    url: "",
    eventTypes: [],
    options: {},
    headers: {},
    name: "",
    description: "",
    projectIds: [],
  })),
  testFilters: manager("takes none", () => ({ eventTypes: [], projectIds: [] })),
  countMissedEvents: manager("refuses", (place) => ({ id: place.channel, since: SINCE })),
  sendMissedEvents: manager("refuses", (place) => ({ id: place.channel, since: SINCE })),
  chooseAnswer: manager("refuses", (place) => ({
    token: place.inspector,
    answer: { status: 500, body: "", delayMs: 0 },
  })),
  loadEvent: manager("answers nothing", (place) => ({ id: place.event })),
  sendToChannel: manager("refuses", (place) => ({
    channelId: place.channel,
    eventType: "task.created",
    data: "{}",
  })),
  loadReplay: manager("refuses", (place) => ({ eventId: place.event })),
  replayEvent: manager("refuses", (place) => ({ eventId: place.event })),
  previewSendAgain: manager("answers nothing", (place) => ({ ids: [place.delivery] })),
  startSendAgain: manager("refuses", (place) => ({ ids: [place.delivery] })),
  retryDelivery: manager("refuses", (place) => ({ id: place.delivery })),
  cancelWaitingDelivery: manager("refuses", (place) => ({ id: place.delivery })),
  isRunning: manager("refuses", (place) => ({ id: place.redelivery })),
  cancelJob: manager("refuses", (place) => ({ id: place.redelivery })),
  addApiKey: manager("takes none", () => ({ name: "Mine", scopes: ["manage"], expiresAt: null })),
  endApiKey: manager("refuses", (place) => ({ id: place.apiKey })),
  addProject: manager("takes none", () => ({ name: "Mine" })),
  changeProjectName: manager("refuses", (place) => ({ id: place.project, name: "Mine" })),
  setProjectArchived: manager("refuses", (place) => ({ id: place.project, archived: true })),
  saveGeneral: manager("takes none", () => ({ name: "Mine", locale: "de", timeZone: "Europe/Berlin" })),
  createInvite: manager("takes none", () => ({ role: "member", note: "" })),
  withdrawInvite: manager("refuses", (place) => ({ id: place.invite })),
  setRole: manager("refuses", (place) => ({ userId: place.user, role: "member" })),
  expelMember: manager("refuses", (place) => ({ userId: place.user })),
  createPasswordLink: manager("refuses", (place) => ({ userId: place.user })),
  leaveWorkspace: { need: "member", input: () => ({}), foreign: "takes none" },
  addWorkspace: {
    need: "account",
    input: () => ({ name: "", slug: "", locale: "", timeZone: "" }),
    foreign: "takes none",
  },
  changeOwnName: { need: "account", input: () => ({ name: "" }), foreign: "takes none" },
  changeOwnPassword: { need: "account", input: () => ({ current: "", next: "" }), foreign: "takes none" },
  joinWorkspace: { need: "account", input: () => ({ token: "none" }), foreign: "takes none" },
  switchAccount: { need: "account", input: () => ({ token: "none" }), foreign: "takes none" },
  joinWithNewAccount: {
    need: "anyone",
    input: () => ({ token: "none", name: "X", email: "x@x.test", password: "a long enough password" }),
    foreign: "takes none",
  },
  setNewPassword: {
    need: "anyone",
    input: () => ({ token: "none", password: "a long enough password" }),
    foreign: "takes none",
  },
  setUpSystem: {
    need: "anyone",
    input: () => ({
      name: "X",
      email: "x@x.test",
      password: "a long enough password",
      workspaceName: "X",
      slug: "x-taken-over",
      locale: "en",
      timeZone: "UTC",
    }),
    foreign: "takes none",
  },
  // A form's state and data; its refusals are told as stories of their own.
  signIn: { need: "anyone", input: () => null, foreign: "takes none" },
  signOut: { need: "anyone", input: () => null, foreign: "takes none" },
};
