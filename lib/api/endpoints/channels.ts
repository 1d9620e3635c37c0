import { z } from "zod";
import { defineEndpoint } from "../endpoint";
import { channel, channelChanges, createdChannel, newChannel, secret } from "../schemas/channels";
import { paging, pageOf } from "../schemas/common";
import { attempt } from "../schemas/deliveries";

const tag = "Channels";
const one = "/api/v1/channels/{id}";

export const listChannels = defineEndpoint({
  id: "listChannels",
  method: "GET",
  path: "/api/v1/channels",
  tag,
  summary: "List channels",
  scope: "read",
  query: z.object({
    kind: z.enum(["chat", "crm"]).optional().describe("Only this list."),
    ...paging,
  }),
  status: 200,
  answer: pageOf(channel),
  answerDescription: "A page of channels.",
});

export const createChannel = defineEndpoint({
  id: "createChannel",
  method: "POST",
  path: "/api/v1/channels",
  tag,
  summary: "Add a channel",
  description: "For a webhook channel the answer has the signing secret, this once.",
  scope: "manage",
  body: { schema: newChannel, required: true },
  status: 201,
  answer: createdChannel,
  answerDescription: "The new channel.",
});

export const getChannel = defineEndpoint({
  id: "getChannel",
  method: "GET",
  path: one,
  tag,
  summary: "Read a channel",
  scope: "read",
  status: 200,
  answer: channel,
  answerDescription: "The channel.",
});

export const updateChannel = defineEndpoint({
  id: "updateChannel",
  method: "PATCH",
  path: one,
  tag,
  summary: "Change a channel",
  description: "What is absent stays. Kind and provider can't be changed.",
  scope: "manage",
  body: { schema: channelChanges, required: true },
  status: 200,
  answer: channel,
  answerDescription: "The channel after the change.",
});

export const deleteChannel = defineEndpoint({
  id: "deleteChannel",
  method: "DELETE",
  path: one,
  tag,
  summary: "Delete a channel",
  description: "What waits for it is cancelled; its past deliveries stay readable.",
  scope: "manage",
  status: 204,
  answerDescription: "Deleted.",
});

export const testChannel = defineEndpoint({
  id: "testChannel",
  method: "POST",
  path: `${one}/test`,
  tag,
  summary: "Send a test to a channel",
  description:
    "Sends a sample to this channel alone and answers when the attempt has ended, however it ended. A disabled channel can be tested; a test is not retried and does not count for the channel's health.",
  scope: "manage",
  body: {
    schema: z
      .strictObject({
        eventType: z
          .string()
          .max(100)
          .optional()
          .describe("Default: the channel's first, else `assignment.completed`."),
      })
      .meta({ id: "ChannelTest" }),
    required: false,
  },
  status: 200,
  answer: attempt,
  answerDescription: "The attempt.",
});

export const rotateSecret = defineEndpoint({
  id: "rotateSecret",
  method: "POST",
  path: `${one}/secret/rotate`,
  tag,
  summary: "Replace the signing secret",
  description: "The old secret signs as well for another 24 hours.",
  scope: "manage",
  body: { schema: z.strictObject({}), required: false },
  status: 200,
  answer: secret,
  answerDescription: "The new secret, this once.",
  problems: ["conflict"],
});
