/** The tests that mutants of src/law meet: all but the spawned command, and with fewer runs of each property. */
process.env.PROPERTY_RUNS = process.env.PROPERTY_RUNS ?? "40"
const base = require("./jest.config.js")
module.exports = { ...base, roots: ["<rootDir>/src/law"], testPathIgnorePatterns: ["/house\\.unit\\.spec\\.ts$"] }
