import type { DocsPage } from "./page";

export const receivingPages = {
  signatures: {
    path: "/docs/signatures",
    title: "Verifying signatures",
    summary: "Three signatures on every webhook, one shared secret, and code that checks each of them.",
    sections: {
      rules: "Four rules",
      choose: "Which one to check",
      aamu: "x-aamu-signature",
      standard: "Standard Webhooks",
      aimee: "x-aimee-signature",
      module: "With the client module",
      rotation: "Rotating a secret",
      trouble: "When nothing matches",
    },
  },
  retries: {
    path: "/docs/retries",
    title: "Retries and redelivery",
    summary: "When a failed delivery is tried again, when it is over, and how to send it once more.",
    sections: {
      schedule: "The schedule",
      five: "Why “five attempts” are six tries",
      success: "What counts as success",
      verdicts: "What each answer means",
      "retry-after": "Retry-After",
      end: "What ends a delivery",
      disable: "When a channel is switched off",
      redelivery: "Sending again by hand",
    },
  },
  idempotency: {
    path: "/docs/idempotency",
    title: "Handling repeats",
    summary: "A delivery can arrive twice. How a receiver does its work once.",
    sections: {
      why: "Why repeats happen",
      ids: "Which id to remember",
      inbox: "An inbox table",
      receiver: "A complete receiver",
      order: "Order",
    },
  },
  localTesting: {
    path: "/docs/local-testing",
    title: "Local testing",
    summary: "See real requests without deploying anything: the local receiver, the inspector, tunnels.",
    sections: {
      receiver: "The local receiver",
      failures: "Rehearse failures",
      inspector: "The inspector",
      loopback: "What 127.0.0.1 means",
      tunnels: "Tunnels",
    },
  },
} as const satisfies Record<string, DocsPage>;
