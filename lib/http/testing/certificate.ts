import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

/** A certificate with its key, in PEM. */
export interface Certificate {
  cert: string;
  key: string;
  name: string;
  privateKey: KeyObject;
}

/** Makes an X.509 certificate (RFC 5280) for tests: self-signed unless an issuer is given. */
export function makeCertificate(options: {
  name: string;
  dnsNames?: string[];
  addresses?: string[];
  issuer?: Certificate;
  authority?: boolean;
  notBefore?: Date;
  notAfter?: Date;
}): Certificate {
  const { name, issuer, authority = false } = options;
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const serial = integer(Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const names = [
    ...(options.dnsNames ?? []).map((dns) => tagged(0x82, Buffer.from(dns))),
    ...(options.addresses ?? []).map((address) => tagged(0x87, Buffer.from(address.split(".").map(Number)))),
  ];
  const extensions = [
    extension("551d13", true, sequence(...(authority ? [BOOLEAN_TRUE] : []))),
    ...(names.length > 0 ? [extension("551d11", false, sequence(...names))] : []),
  ];
  const content = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    serial,
    ECDSA_SHA256,
    commonName(issuer?.name ?? name),
    sequence(
      time(options.notBefore ?? new Date("2020-01-01T00:00:00Z")),
      time(options.notAfter ?? new Date("2049-01-01T00:00:00Z")),
    ),
    commonName(name),
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = sign("sha256", content, issuer?.privateKey ?? privateKey);
  const der = sequence(content, ECDSA_SHA256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = (der.toString("base64").match(/.{1,64}/g) ?? []).join("\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    name,
    privateKey,
  };
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...items: Buffer[]): Buffer => tagged(0x30, Buffer.concat(items));
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes);
const identifier = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, "hex"));
const BOOLEAN_TRUE = tagged(0x01, Buffer.from([0xff]));
const ECDSA_SHA256 = sequence(identifier("2a8648ce3d040302"));

const commonName = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(identifier("550403"), tagged(0x0c, Buffer.from(name)))));

const extension = (oid: string, critical: boolean, value: Buffer): Buffer =>
  sequence(identifier(oid), ...(critical ? [BOOLEAN_TRUE] : []), tagged(0x04, value));

/** UTCTime: two digits of the year, so 1950 to 2049. */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, "").slice(2, 14);
  return tagged(0x17, Buffer.from(`${digits}Z`));
}
