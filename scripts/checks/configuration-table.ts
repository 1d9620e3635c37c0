import { envSchema } from "@/lib/env";

/** The README's table of environment variables, from the schema that reads them. */
export function configurationTable(): string {
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
