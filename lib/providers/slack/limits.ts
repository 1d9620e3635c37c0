/**
 * Limits of a message in Slack, in code points unless said otherwise.
 * "Blocks" = https://docs.slack.dev/reference/block-kit/blocks
 * "Button" = https://docs.slack.dev/reference/block-kit/block-elements/button-element
 */
export const SLACK_LIMITS = {
  /** Blocks: at most 50 in a message. */
  blocks: 50,
  /** Blocks, header: text. */
  header: 150,
  /** Blocks, section: text. */
  sectionText: 3_000,
  /** Blocks, section: number of fields, and the text of one. */
  fields: 10,
  fieldText: 2_000,
  /** Blocks, context: number of elements. */
  contextElements: 10,
  /** Blocks, actions: number of elements. */
  actions: 25,
  /** Button: text, url and action_id. */
  buttonText: 75,
  url: 3_000,
  actionId: 255,
  /** Not documented: about 13,200 characters of text in all bring `msg_blocks_too_long`. */
  totalText: 12_000,
  /** All of that text at four bytes a character, and the structure around it. */
  bytes: 65_536,
} as const;

/** What we put in: escaping can make a character five times as long, and it must fit still. */
export const SLACK_BUDGET = {
  summary: 300,
  subtitle: 550,
  label: 75,
  /** (75 + 300) × 5 + markup < 2,000. */
  shortFact: 300,
  /** (75 + 500) × 5 + markup < 3,000. */
  longFact: 500,
  facts: 20,
  /** A screenful; the rest is a click away. */
  quote: 1_200,
  paragraphs: 5,
  contextItem: 150,
  /** Slack shows about five buttons in a row. */
  actions: 5,
  /** In a link, `&` becomes five characters and the label is beside it. */
  linkUrl: 2_800,
} as const;
