/** Times of one thing, in milliseconds. */
export type Samples = readonly number[]

/** The value below which a share of the samples lies. */
export function quantile(samples: Samples, share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/**
 * A line of a bench: `bench NAME ratio=… ref=… median=… p95=…`, times in milliseconds.
 * @param share of the samples at which ours and the reference are compared: 0.5 the median, 0.95 the p95
 */
export function line(name: string, ours: Samples, reference?: Samples, share = 0.5): string {
  const figures = `median=${quantile(ours, 0.5).toFixed(1)} p95=${quantile(ours, 0.95).toFixed(1)}`
  if (!reference) return `bench ${name} ${figures}`
  const ref = quantile(reference, share)
  return `bench ${name} ratio=${(quantile(ours, share) / ref).toFixed(3)} ref=${ref.toFixed(1)} ${figures}`
}
