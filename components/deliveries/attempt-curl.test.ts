import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { attemptCurl } from "./attempt-curl";

/** What a shell would hand to curl, with the blanks filled in. */
const argumentsOf = (command: string, values: Record<string, string>): string[] => {
  const filled = Object.entries(values).map(([name, value]) => `${name}='${value}'`);
  const [call] = command
    .split("\n")
    .flatMap((line, index, all) => (line.startsWith("curl") ? [all.slice(index).join("\n")] : []));
  const script = `curl() { printf '%s\\0' "$@"; }\n${filled.join("\n")}\n${call}`;
  return execFileSync("sh", ["-c", script]).toString("utf8").split("\0").slice(0, -1);
};

const requestHeaders = { "content-type": "application/json", "x-api-key": "•••", "x-aimee-signature": "abc" };
const body = `{"title":"It's \\"$HOME\\" \`date\`","line":"ö"}`;

test("the command repeats headers and body byte for byte, with blanks for what is not shown", () => {
  const command = attemptCurl({ requestHeaders }, body);
  expect(command).not.toContain("•");
  expect(argumentsOf(command, { CHANNEL_URL: "https://x.example/1", X_API_KEY: "secret" })).toEqual([
    ...["-X", "POST", "https://x.example/1"],
    ...["-H", "content-type: application/json", "-H", "x-api-key: secret", "-H", "x-aimee-signature: abc"],
    ...["--data-binary", body],
  ]);
});

test("every blank is named above the command", () => {
  expect(attemptCurl({ requestHeaders }, body).split("\n").slice(0, 2)).toEqual([
    "CHANNEL_URL='paste the URL of the channel here'",
    "X_API_KEY='paste the value of x-api-key here'",
  ]);
});
