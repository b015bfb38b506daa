import { parentPort } from "node:worker_threads"
import { ZxcvbnFactory } from "@zxcvbn-ts/core"
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common"
import { dictionary as french } from "@zxcvbn-ts/language-fr"
import type { Question } from "./index"

type Graphs = typeof adjacencyGraphs

/** The CommonJS build of the dictionaries wraps the keyboards once more than its types say. */
const graphs = (adjacencyGraphs as Graphs & { readonly default?: Graphs }).default ?? adjacencyGraphs

// Without Levenshtein distance: it costs half a second a password and changes no verdict on long ones.
const meter = new ZxcvbnFactory({ dictionary: { ...common, ...french }, graphs, useLevenshteinDistance: false })

parentPort?.on("message", ({ id, password, words }: Question) => {
  parentPort?.postMessage({ id, score: meter.check(password, [...words]).score })
})
