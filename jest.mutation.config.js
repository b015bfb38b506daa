/** The tests that mutants of src/law meet: one file, fewer runs of each property, samples of the long tables. */
process.env.PROPERTY_RUNS = process.env.PROPERTY_RUNS ?? "30"
const base = require("./jest.config.js")
module.exports = { ...base, roots: ["<rootDir>/src/law"], testMatch: ["**/unit-tests/all.mutation.ts"] }
