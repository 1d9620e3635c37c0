import { z } from "zod";
import { HEALTH_STATUSES } from "@/lib/delivery/channel-health";
import { DISABLED_REASONS } from "@/lib/delivery/status";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { channelId, moment } from "./common";

const kind = z
  .enum(["chat", "crm"])
  .describe(
    "The list it belongs to: Chat Notifications or CRM Webhooks. `crm` only with provider `webhook`.",
  );
const provider = z.enum(PROVIDER_IDS).describe("How events become requests.");
const name = z.string().min(1).max(120).meta({ example: "Learning team" });
const description = z.string().max(1000);
const url = z
  .string()
  .min(1)
  .max(4096)
  .meta({ example: "https://hooks.example.com/services/T000/B000/abcd1234" });
const eventTypes = z
  .array(z.string())
  .describe("Only these event types; empty means all, now and in future.");
const projectIds = z.array(z.string()).describe("Only events of these projects; empty means all.");
const options = z
  .strictObject({
    linkStyle: z.enum(["buttons", "links"]).optional().describe("Slack: links as buttons or in the text."),
    locale: z.string().min(2).max(35).optional().describe("BCP 47, for dates and numbers."),
    timeZone: z.string().min(1).max(64).optional().describe("IANA name, for dates."),
  })
  .describe("How messages look; what is absent follows the workspace.");

const health = z
  .strictObject({
    status: z
      .enum(HEALTH_STATUSES)
      .describe(
        "`idle`: nothing finished yet; `healthy`: the last delivery arrived; `failing`: at least the last one did not; `disabled`: switched off.",
      ),
    consecutiveFailures: z.int().min(0).describe("Deliveries in a row that failed for good."),
    lastDeliveryAt: moment("When its newest finished delivery ended.").nullable(),
    disabledReason: z
      .enum(DISABLED_REASONS)
      .nullable()
      .describe("`manual`: by a person; `failures`: too many in a row; `gone`: the receiver answered 410."),
  })
  .meta({ id: "ChannelHealth" });

const channelFields = {
  id: channelId,
  kind,
  provider,
  name,
  description,
  url: z
    .string()
    .describe("Masked: scheme, host and the end of a long path.")
    .meta({ example: "https://hooks.example.com/…1234" }),
  eventTypes,
  projectIds,
  headerNames: z.array(z.string()).describe("Names of the custom request headers; values are never shown."),
  options,
  enabled: z.boolean(),
  health,
  createdAt: moment("When it was created."),
};

export const channel = z.strictObject(channelFields).meta({ id: "Channel" });

export const createdChannel = z
  .strictObject({
    ...channelFields,
    secret: z
      .string()
      .optional()
      .describe("Signing secret of a webhook channel, shown here and never again.")
      .meta({ example: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=" }),
  })
  .meta({ id: "CreatedChannel" });

const headerValue = z.string();

export const newChannel = z
  .strictObject({
    kind,
    provider,
    url: url.describe("Where events go. It is a credential: kept encrypted and shown masked."),
    name: name.optional().describe("Default: the provider and the host."),
    description: description.optional(),
    eventTypes: eventTypes.nullish(),
    projectIds: projectIds.nullish(),
    headers: z
      .record(z.string(), headerValue)
      .optional()
      .describe("Custom request headers of a webhook channel, kept encrypted."),
    options: options.optional(),
    enabled: z.boolean().optional().describe("Default true."),
  })
  .meta({ id: "NewChannel" });

export const channelChanges = z
  .strictObject({
    name: name.optional(),
    description: description.optional(),
    url: url.optional().describe("The whole new URL; absent keeps the old one."),
    eventTypes: eventTypes.nullish(),
    projectIds: projectIds.nullish(),
    headers: z
      .record(z.string(), headerValue.nullable())
      .optional()
      .describe("Sets the named headers, removes those that are null, keeps the others."),
    options: options.optional(),
    enabled: z
      .boolean()
      .optional()
      .describe("True also resets the failures; false cancels what is waiting for a retry."),
  })
  .meta({ id: "ChannelChanges" });

export const secret = z
  .strictObject({
    secret: z.string().meta({ example: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=" }),
  })
  .meta({ id: "Secret" });
