const { default: Sequencer } = require("@jest/test-sequencer")

/** Specs that take minutes: begun last, one of them would keep a process while the other has nothing to do. */
const LONG = [
  "withdrawal-properties",
  "payments.spec",
  "extras",
  "follow",
  "crash",
  "desk",
  "before-dispatch",
  "summary",
]

/** A clean clone has no times of earlier runs, and jest would begin with the largest files. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) =>
      LONG.findIndex((name) => path.includes(`/http/${name}`) || path.includes(`/${name}/`)) + 1
    return super.sort(tests).sort((a, b) => (rank(a) || LONG.length + 1) - (rank(b) || LONG.length + 1))
  }
}
