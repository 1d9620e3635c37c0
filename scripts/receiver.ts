import { describeRequest } from "./receiver/describe-request";
import { parseOptions, USAGE, type ReceiverOptions } from "./receiver/options";
import { startReceiver } from "./receiver/start-receiver";

// npm run receiver: a local endpoint that prints every request.
const options = optionsOrExit();
const secret = process.env.WEBHOOK_SECRET || undefined;

try {
  const receiver = await startReceiver({
    port: options.port,
    onRequest: (request) => console.log(describeRequest(request, secret)),
    answer: options.answers,
  });
  console.log(`Listening on ${receiver.url("/webhook")}`);
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => void receiver.stop());
} catch (error) {
  exit(error);
}

function optionsOrExit(): ReceiverOptions {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    return exit(error, USAGE);
  }
}

function exit(error: unknown, more = ""): never {
  console.error([error instanceof Error ? error.message : String(error), more].join("\n\n").trimEnd());
  process.exit(1);
}
