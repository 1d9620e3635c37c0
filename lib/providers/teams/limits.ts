/**
 * Limits of a card in Teams. Where Microsoft names none, ours is chosen so that a card stays readable and small.
 * "Cards" = https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/what-are-cards
 * "Webhooks" = https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export const TEAMS_LIMITS = {
  /** Webhooks: a message is limited to 28 KB; what is above fails inside the flow, unseen. 27,000 leaves room for it. */
  bytes: 27_000,
  /** Teams' host config: maxActions. */
  actions: 6,
  /** Ours; browsers and proxies agree on about this length. */
  url: 2_048,
  /** Ours: one line on a phone. */
  title: 120,
  /** Ours: two names and a long title. */
  subtitle: 550,
  summary: 300,
  label: 75,
  fact: 300,
  facts: 20,
  /** Ours: a screenful; the rest is a click away. */
  quote: 1_200,
  quoteLines: 12,
  paragraphs: 5,
  contextItems: 5,
  contextItem: 150,
} as const;
