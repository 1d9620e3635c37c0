/** Decodes the three entities that Slack knows, and no other. One pass, so that `&amp;lt;` becomes `&lt;`. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_, name: "amp" | "lt" | "gt") => CHARACTER[name]);

const CHARACTER = { amp: "&", lt: "<", gt: ">" } as const;
