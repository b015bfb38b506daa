/** One runner for everything: unit specs lie beside the code, in `unit-tests`. */
module.exports = {
  testEnvironment: "node",
  testTimeout: 60_000,
  roots: ["<rootDir>/src", "<rootDir>/scripts"],
  testMatch: ["**/unit-tests/**/*.unit.spec.ts"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.stryker-tmp/"],
  transform: {
    "^.+\\.[jt]s$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  // ESM-only packages, used by tests alone.
  transformIgnorePatterns: ["/node_modules/(?!(temporal-polyfill|temporal-utils|temporal-spec|fast-check|pure-rand)/)"],
}
