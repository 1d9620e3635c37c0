/** What a Slack text comes to after parsing. Every `text` is final: entities are decoded, nothing is parsed again. */
export type Mrkdwn =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "bold" | "italic" | "strike" | "quote"; children: Mrkdwn[] }
  | { kind: "code" | "pre"; text: string }
  | { kind: "link"; url: string; text: string }
  /** `loud` is what rings everybody: @channel, @here, @everyone. */
  | { kind: "mention"; text: string; loud: boolean }
  | { kind: "emoji"; name: string; char: string };

/** How bare names and addresses in a text are taken: Slack links them and mentions people, unless it is `verbatim`. */
export interface AutoParsing {
  verbatim: boolean;
}

/** In whose zone and language dates are drawn; `now` decides what counts as "today". */
export interface SlackReader {
  locale: string;
  timeZone: string;
  now: Date;
}
