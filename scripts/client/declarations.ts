import { basename } from "node:path";
import ts from "typescript";

const ENTRY = "lib/client/index.ts";

/** The client's types as one file without imports, to lie beside the module: what its entry exports, and what that needs. */
export function clientDeclarations(): string {
  const emitted = emitDeclarations();
  const entry = parse(emitted.get(basename(ENTRY, ".ts")) ?? "");
  const published = publishedNames(entry);
  const parts = [...emitted].flatMap(([name, text]) => {
    const source = parse(text);
    const isEntry = name === basename(ENTRY, ".ts");
    return source.statements
      .filter((statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
      .map((statement) => textOf(statement, source, isEntry || published.has(nameOf(statement))));
  });
  return [HEADING, ...parts.filter((part) => part !== ""), ""].join("\n");
}

const HEADING = "// Types of the Carillon client. Put it beside carillon.mjs. MIT licence.";

/** One declaration file for each module that the entry reaches, by the module's name. */
function emitDeclarations(): Map<string, string> {
  const files = new Map<string, string>();
  const program = ts.createProgram([ENTRY], {
    declaration: true,
    emitDeclarationOnly: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    strict: true,
  });
  program.emit(undefined, (file, text) => files.set(basename(file, ".d.ts"), text));
  return files;
}

const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile("module.d.ts", text, ts.ScriptTarget.ES2022, true);

/** What the entry passes on from other modules. */
function publishedNames(entry: ts.SourceFile): ReadonlySet<string> {
  const clauses = entry.statements.filter(ts.isExportDeclaration).map(({ exportClause }) => exportClause);
  return new Set(
    clauses.flatMap((clause) =>
      clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [],
    ),
  );
}

const nameOf = (statement: ts.Statement): string =>
  "name" in statement && statement.name !== undefined ? (statement.name as ts.Identifier).text : "";

/** A declaration with its comment. What the entry does not export is there for the others only, or not at all. */
function textOf(statement: ts.Statement, source: ts.SourceFile, published: boolean): string {
  const text = statement.getFullText(source).trim();
  if (published) return text;
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
    ? text.replace(/^((?:\/\*\*[\s\S]*?\*\/\s*)?)export /, "$1")
    : "";
}
