/** The import rules of the architecture: adapters call operations, operations use pure code, http and db. */
const PURE = "^lib/(events|messages|providers|delivery)/";
const TEST = "\\.(test|spec)\\.tsx?$";

const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: { pathNot: TEST, ...from },
  to,
});

module.exports = {
  forbidden: [
    forbid("no-cycles", "A cycle hides the direction of a dependency.", {}, { circular: true }),
    forbid(
      "pure-is-pure",
      "Events, messages, providers and delivery rules run in the browser too: no IO, no framework.",
      { path: PURE },
      {
        path: "^(app|components|db|inngest|scripts|lib/(operations|http|auth|env|log|secrets))|^node:|node_modules/(next|react|inngest|drizzle-orm|postgres|undici|pino)/",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "pure-without-node",
      "No Node built-ins in pure code.",
      { path: PURE },
      { dependencyTypes: ["core"] },
    ),
    forbid(
      "events-first",
      "events know nobody.",
      { path: "^lib/events/" },
      { path: "^lib/(messages|providers|delivery)/" },
    ),
    forbid(
      "messages-second",
      "messages know events only.",
      { path: "^lib/messages/" },
      { path: "^lib/(providers|delivery)/" },
    ),
    forbid(
      "delivery-apart",
      "Delivery rules know no provider.",
      { path: "^lib/delivery/" },
      { path: "^lib/(messages|providers)/" },
    ),
    forbid(
      "providers-apart",
      "No provider imports another.",
      { path: "^lib/providers/(teams|slack|webhook)/" },
      { path: "^lib/providers/(teams|slack|webhook)/", pathNot: "^lib/providers/$1/" },
    ),
    forbid(
      "http-alone",
      "The socket knows neither database nor use cases.",
      { path: "^lib/http/" },
      { path: "^(app|components|db|inngest|lib/(operations|auth))/" },
    ),
    forbid(
      "operations-are-framework-free",
      "Use cases know no adapter.",
      { path: "^lib/operations/" },
      { path: "^(app|components|inngest|scripts)/|node_modules/(next|react|inngest|next-auth)/" },
    ),
    forbid(
      "db-below",
      "The database layer knows no use case.",
      { path: "^db/", pathNot: "(seed|factories|testing)|" + TEST },
      { path: "^(app|components|inngest|lib/(operations|http|auth))/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "inngest-thin",
      "Functions call operations.",
      { path: "^inngest/" },
      { path: "^(app|components|scripts)/" },
    ),
    forbid(
      "sql-in-db",
      "All SQL lives in db/ and the engine's store; the benchmarks' plain work has its own.",
      { pathNot: "^(db|inngest/engine|bench)/|" + TEST },
      { path: "node_modules/(drizzle-orm|postgres)/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "one-socket",
      "Only lib/http opens outbound sockets.",
      { pathNot: "^(lib/http|scripts|bench|e2e)/|" + TEST },
      { path: "^(node:)?(net|tls|dgram|https)$|node_modules/undici/" },
    ),
    {
      name: "components-never-reach-the-server",
      comment: "A component must not reach the server through any chain.",
      severity: "error",
      from: { path: "^components/", pathNot: TEST },
      to: { path: "^(db|inngest|lib/(operations|http|auth|env|log|secrets))", reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: "^(\\.next|\\.data|drizzle)|\\.d\\.ts$|\\.tmp\\.ts$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
