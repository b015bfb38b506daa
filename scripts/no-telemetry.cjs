/**
 * Loaded first in Medusa's processes of the demo and the tests: Medusa starts a process at its exit that sends usage data,
 * whatever MEDUSA_DISABLE_TELEMETRY says (the variable only keeps it from collecting). It would outlive the command.
 */
const childProcess = require("node:child_process")

const { fork } = childProcess
const SENDER = /[\\/]telemetry[\\/]dist[\\/]util[\\/]send\.js$/

childProcess.fork = (file, ...rest) => (SENDER.test(String(file)) ? { unref() {} } : fork(file, ...rest))
