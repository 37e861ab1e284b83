/** Imports run one way: pages → operations → rules → schema; see docs/decisions. */
const domains = "(course|practice|certification|registry|incidents|people|programme)";
const inDomain = `^app/${domains}/`;

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "domain-through-index",
      comment: "A domain reaches another only through that domain's index.",
      severity: "error",
      from: { path: inDomain },
      to: { path: inDomain, pathNot: ["^app/$1/", `^app/${domains}/index(\\.server|\\.parts)?\\.ts$`] },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      from: { path: "^app/[^/]+/rules/" },
      to: { path: ["\\.server\\.tsx?$", "^app/platform/db/", "/operations/", "/pages/", "/parts/"] },
    },
    {
      name: "operations-know-no-pages",
      severity: "error",
      from: { path: "/operations/" },
      to: { path: ["/pages/", "/parts/", "^app/ui/(?!formatting)"] },
    },
    {
      name: "schema-is-a-leaf",
      severity: "error",
      from: { path: "^app/[^/]+/schema\\.ts$" },
      to: { path: ["/operations/", "/pages/", "/parts/", "\\.server\\.tsx?$"] },
    },
    {
      name: "parts-need-no-schema",
      comment: "A schema brings its library to every phone; lists and limits are in codes.ts.",
      severity: "error",
      from: { path: ["/parts/", "^app/[^/]+/rules/"] },
      to: { path: "^app/[^/]+/schema\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pages-do-not-query",
      comment: "Pages and parts never import the database.",
      severity: "error",
      from: { path: "/(pages|parts)/" },
      to: { path: "^app/platform/db/" },
    },
    {
      name: "platform-and-ui-know-no-domain",
      severity: "error",
      from: { path: "^app/(platform|ui)/" },
      to: { path: [inDomain, "^app/(home|access)/"] },
    },
    {
      name: "access-knows-no-domain",
      severity: "error",
      from: { path: "^app/access/" },
      to: { path: inDomain },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^app/platform/db/generated/", "^build/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
