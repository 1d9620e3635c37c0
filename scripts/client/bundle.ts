import { build } from "esbuild";

/** The client as one ES module without imports, for browsers, Node and workers. */
export async function clientModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["lib/client/index.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    banner: { js: "// Carillon client: report events, verify webhooks. MIT licence." },
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild made no file.");
  return file.text;
}
