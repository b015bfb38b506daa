/** One runner for everything. Unit specs lie beside the code, in `unit-tests`; those that need a store, in `integration-tests`. */
const swc = [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: "automatic" } },
      target: "es2022",
    },
    module: { type: "commonjs" },
  },
]

const shared = {
  testEnvironment: "node",
  testTimeout: 60_000,
  modulePathIgnorePatterns: [
    "<rootDir>/.medusa/",
    "<rootDir>/.stryker-tmp/",
    "<rootDir>/.demo/",
    "<rootDir>/integration-tests/host/.run/",
  ],
  transform: { "^.+\\.[jt]sx?$": swc },
}

const unit = {
  ...shared,
  roots: ["<rootDir>/src", "<rootDir>/scripts"],
  testMatch: ["**/unit-tests/**/*.unit.spec.ts"],
  // ESM-only packages, used by tests alone.
  transformIgnorePatterns: ["/node_modules/(?!(temporal-polyfill|temporal-utils|temporal-spec|fast-check|pure-rand)/)"],
}

const integration = {
  ...shared,
  roots: ["<rootDir>/integration-tests"],
  testMatch: ["**/integration-tests/**/*.spec.ts"],
  testTimeout: 120_000,
  testSequencer: "<rootDir>/integration-tests/support/longest-first.js",
  // What a store leaves in memory is never given back: after a dozen of them a process does nothing but collect it.
  workerIdleMemoryLimit: "1200MB",
}

module.exports = process.env.TEST_TYPE === "integration" ? integration : unit
