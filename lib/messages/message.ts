export const TONES = ["neutral", "info", "success", "warning", "danger"] as const;
export type Tone = (typeof TONES)[number];

/** A run of text with structure. `text` is always literal; `dateTime` is ISO 8601, drawn in the reader's zone where possible. */
export interface Inline {
  text: string;
  bold?: true;
  italic?: true;
  code?: true;
  href?: string;
  dateTime?: string;
}

/** A plain string is ALWAYS literal user text; formatting exists only as structure. */
export type Rich = string | Inline[];

export interface Fact {
  key: string;
  label: string;
  value: Rich;
  tone?: Tone;
  /** Fits half a row. */
  short?: boolean;
  /** The value was shortened while the message was made. */
  cut?: true;
}

/** The one number that the message is about, drawn large where possible. */
export interface Figure {
  label: string;
  value: string;
  /** What the number means, in words. */
  caption: string;
}

/** Something that was left out or cut short while the message was made. */
export interface MessageWarning {
  code: string;
  message: string;
}

export interface MessageAction {
  key: string;
  label: string;
  /** https only; anything else was dropped with a warning. */
  url: string;
  primary?: boolean;
}

/** The neutral document that Teams and Slack cards are drawn from. */
export interface Message {
  v: 1;
  eventType: string;
  eventId: string;
  occurredAt: string;
  locale: string;
  timeZone: string;
  tone: Tone;
  /** One emoji. */
  icon: string;
  title: string;
  subtitle?: Rich;
  /** One sentence with all key facts: toast, fallback and screen reader. */
  summary: string;
  figure?: Figure;
  /** Somebody's own words, drawn apart from ours. Lines are kept. */
  quote?: string;
  body?: Rich[];
  facts: Fact[];
  actions: MessageAction[];
  /** Workspace, actor, time. */
  context: Rich[];
  /** Whether this is a test; shown on the card. */
  test: boolean;
  warnings: MessageWarning[];
}

/** The line that every card of a test carries. */
export const TEST_NOTICE = "Test notification, sent to try this channel.";
