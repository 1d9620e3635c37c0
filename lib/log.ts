import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "./env";

const shared = globalThis as typeof globalThis & { carillonLog?: Logger; carillonPipelineLog?: Logger };

/** Structured JSON lines on stdout. */
export function log(): Logger {
  shared.carillonLog ??= pino(
    {
      level: env().LOG_LEVEL,
      base: { app: "carillon" },
      timestamp: isoTime,
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
    },
    turnByTurn(pino.destination({ dest: 1, sync: true })),
  );
  return shared.carillonLog;
}

/**
 * For the two kinds of lines that come by the thousand a second, `event.received` and `delivery.attempted`: fixed fields with
 * ids, codes and numbers, in which looking for secrets would take as long as all the rest of a line.
 */
export function pipelineLog(): Logger {
  shared.carillonPipelineLog ??= log().child({}, { redact: [] });
  return shared.carillonPipelineLog;
}

let moment = { ms: NaN, text: "" };

/** As pino's own, which writes the same moment anew for every line. */
function isoTime(): string {
  const ms = Date.now();
  if (ms !== moment.ms) moment = { ms, text: `,"time":"${new Date(ms).toISOString()}"` };
  return moment.text;
}

/** Lines of one turn of the event loop go out in one write. */
function turnByTurn(out: DestinationStream): DestinationStream {
  let lines = "";
  const flush = () => {
    if (lines === "") return;
    const all = lines;
    lines = "";
    out.write(all);
  };
  process.on("exit", flush);
  return {
    write: (line) => {
      if (lines === "") setImmediate(flush);
      lines += line;
    },
  };
}
