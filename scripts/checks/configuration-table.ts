import { envSchema } from "@/lib/env";

const TABLE = /(?<=<!-- prettier-ignore-start -->\n)[^]*?(?=\n<!-- prettier-ignore-end -->)/;

/** The README with its table of environment variables as the schema that reads them says. */
export const withConfigurationTable = (readme: string): string => readme.replace(TABLE, configurationTable());

function configurationTable(): string {
  const rows = Object.entries(envSchema.shape)
    .filter(([name]) => name !== "CARILLON_EMBEDDED")
    .map(([name, variable]) => `| \`${name}\` | ${defaultOf(variable)} | ${variable.description ?? ""} |`);
  return ["| variable | default | meaning |", "|---|---|---|", ...rows].join("\n");
}

function defaultOf(variable: { safeParse(value: undefined): { data?: unknown } }): string {
  const value = variable.safeParse(undefined).data;
  if (value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "`1`" : "`0`";
  return `\`${Array.isArray(value) ? value.join(",") : String(value)}\``;
}
