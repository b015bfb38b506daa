/**
 * Loaded first in every process of the demo's store.
 *
 * - The process ends when the demo does, even when the demo is killed: its channel closes.
 * - The clock: the story begins some days ago and ends now, so that parcels can arrive two days apart and nothing in the
 *   database lies in the future. `DEMO_CLOCK` names a file with the milliseconds by which this process is behind; only
 *   `Date` is moved, timers run as always.
 */
const fs = require("node:fs")

require("../scripts/no-telemetry.cjs")

if (process.channel) {
  process.channel.unref()
  process.on("disconnect", () => process.exit(1))
}

const file = process.env.DEMO_CLOCK
if (file) {
  const RealDate = Date
  let behind = read()
  setInterval(() => (behind = read()), 20).unref()

  function read() {
    try {
      return Number(fs.readFileSync(file, "utf8")) || 0
    } catch {
      return 0
    }
  }

  class DemoDate extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(RealDate.now() - behind)
      else super(...args)
    }
    static now() {
      return RealDate.now() - behind
    }
  }
  globalThis.Date = new Proxy(DemoDate, {
    apply: () => new DemoDate().toString(),
  })
}
