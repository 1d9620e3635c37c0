import pino, { type Logger } from "pino";
import { env } from "./env";

const shared = globalThis as typeof globalThis & { carillonLog?: Logger };

/** Structured JSON lines on stdout. The pipeline writes two kinds only: `event.received` and `delivery.attempted`. */
export function log(): Logger {
  shared.carillonLog ??= pino({
    level: env().LOG_LEVEL,
    base: { app: "carillon" },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Last line of defence: nothing that logs should hand these over in the first place.
    redact: {
      paths: [
        "*.url",
        "*.secret",
        "*.authorization",
        "*.password",
        "url",
        "secret",
        "authorization",
        "password",
      ],
    },
  });
  return shared.carillonLog;
}
