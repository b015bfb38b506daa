/**
 * Told after a write that leaves work to do (a letter, a step, a refund): the worker does it at once. Only the fast path:
 * the sweepers find the same work within a minute when the event is lost.
 */
export const WORK_DUE = "hamon.work_due"
