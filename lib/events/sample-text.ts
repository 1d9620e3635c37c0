const PROSE =
  "The rollout moved to Thursday because the payment provider announced maintenance for Wednesday night; " +
  "please check the runbook, tell the on-call engineer who signs off, and leave a note here when the last " +
  "customer has confirmed that invoices arrive again — including Zürich, São Paulo and 東京. ";

/** Readable text of exactly `length` UTF-16 units. */
const prose = (length: number): string =>
  PROSE.repeat(Math.ceil(length / PROSE.length))
    .slice(0, length - 1)
    .concat(".");

/** A family emoji joined from seven code points, and a name written from right to left. */
const FAMILY = "👩‍👩‍👧‍👦";
const ARABIC = "مرحبا بالعالم";

/** What users with bad intentions, or bad luck, type: every one must arrive as literal text and do nothing. */
export const HOSTILE = {
  name: `<!channel> *_Mallory_* <at>Everyone</at> ${FAMILY}`,
  title:
    '"><img src=x onerror=alert(1)> {{DATE(2026-06-05T14:47:14Z, SHORT)}} [click](javascript:alert(1)) ~x~',
  text: [
    "# Not a heading",
    "> not a quote",
    "* not a list",
    "1. nor this",
    "**bold** _italic_ ~struck~ `code` [link](https://evil.example) ![image](https://evil.example/x.png)",
    "<!here> <@U024BE7LH> <#C024BE7LR> <https://evil.example|your bank> &lt;!everyone&gt; &amp; :tada:",
    "<script>alert(1)</script> <at>Everyone</at> {{TIME(2026-06-05T14:47:14Z)}} ${title} @{triggerBody()}",
    `\u202Edesrever\u202C ${ARABIC} ${FAMILY} \u0007\u001B[31m\u0085\u2028 Z̸̡̢͎a̷͙͗l̴̬̊g̶̱̈́o̵͎`,
    "```",
    "```",
  ].join("\n"),
  short: "*_<!channel>_* {{DATE(x)}}",
  url: "javascript:alert(document.domain)",
  email: '"><b>"@evil.example',
} as const;

const LONG_NAME =
  "Wolfeschlegelsteinhausenbergerdorff-Papadopoulos-Featherstonehaugh, Dr. María de los Ángeles";

/** Near the realistic maximum: what forms of common products allow. */
export const LONGEST = {
  id: "0190f3c2-7a51-7cc3-98c4-dc0c0c07398f",
  name: LONG_NAME,
  title: prose(255),
  text: prose(4000),
  cell: prose(1000),
  short: prose(120),
  // Browsers and proxies agree on about this length.
  url: `https://workspace.example/items/${"a".repeat(1900)}?tab=activity`,
  email: `${"l".repeat(64)}@${"subdomain.".repeat(18)}example`,
} as const;

/** The same person in each manner. */
export const mallory = { id: "usr_mallory", name: HOSTILE.name };
export const longName = { id: LONGEST.id, name: LONGEST.name };
