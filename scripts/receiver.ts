import { describeRequest } from "./receiver/describe-request";
import { parseOptions, USAGE, type ReceiverOptions } from "./receiver/options";
import { startReceiver } from "./receiver/start-receiver";

// npm run receiver: a local endpoint that prints every request.
const options = optionsOrExit();
if (options.help) console.log(USAGE);
else await listen(options);

async function listen({ port, answers }: ReceiverOptions): Promise<void> {
  const secret = process.env.WEBHOOK_SECRET || undefined;
  try {
    const receiver = await startReceiver({
      port,
      onRequest: (request) => console.log(describeRequest(request, secret)),
      answer: answers,
    });
    console.log(`Listening on ${receiver.url("/webhook")}`);
    for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => void receiver.stop());
  } catch (error) {
    exit(reasonOf(error, port));
  }
}

function optionsOrExit(): ReceiverOptions {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    // Some messages of the parser go on in a second line; the first one says it.
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    return exit(`${reason}\n\n${USAGE}`);
  }
}

function reasonOf(error: unknown, port: number): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return `Port ${port} is in use. Choose another: npm run receiver -- --port ${port + 1}`;
  if (code === "EACCES") return `Port ${port} needs more rights. Choose one above 1023.`;
  return error instanceof Error ? error.message : String(error);
}

function exit(text: string): never {
  console.error(text);
  process.exit(1);
}
