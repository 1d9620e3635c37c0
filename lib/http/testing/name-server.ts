import { createSocket } from "node:dgram";
import { once } from "node:events";

/** What a name server says about one name and type: addresses, another name, an RCODE (RFC 1035), or nothing at all. */
export type DnsReply = { addresses: string[] } | { alias: string } | { rcode: number } | "silence";

/** A name server on loopback. Returns its address for `setServers`, and how to end it. */
export async function startNameServer(
  reply: (name: string, type: "A" | "AAAA") => DnsReply,
): Promise<{ address: string; close(): void }> {
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const { name, end } = readName(query, 12);
    const said = reply(name, query.readUInt16BE(end) === 28 ? "AAAA" : "A");
    if (said !== "silence") socket.send(answerTo(query, end + 4, said), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

function answerTo(query: Buffer, questionEnd: number, said: Exclude<DnsReply, "silence">): Buffer {
  const records =
    "addresses" in said
      ? said.addresses.map(addressRecord)
      : "alias" in said
        ? [aliasRecord(said.alias)]
        : [];
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(0x8180 + ("rcode" in said ? said.rcode : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, query.subarray(12, questionEnd), ...records]);
}

function addressRecord(address: string): Buffer {
  const v4 = address.includes(".");
  const data = v4
    ? Buffer.from(address.split(".").map(Number))
    : Buffer.from(address.replace(/:/g, ""), "hex");
  return record(v4 ? 1 : 28, data);
}

const aliasRecord = (alias: string): Buffer =>
  record(
    5,
    Buffer.from(
      `${alias
        .split(".")
        .map((label) => String.fromCharCode(label.length) + label)
        .join("")}\0`,
    ),
  );

/** 0xc00c points at the name in the question. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 0x0c, 0, type, 0, 1, 0, 0, 0, 0, 0, data.length]);
  return Buffer.concat([head, data]);
}

function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join("."), end: at + 1 };
}
