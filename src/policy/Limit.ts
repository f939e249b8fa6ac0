/**
 * One fair queue per quota: calls leave in order, at the pace the vendor declares (documented figures, corrected by its headers
 * and its refusals), and no more at once than its server can handle. A call that cannot meet its deadline is refused at once.
 *
 * It does not retry calls and does not give up on a server; that is for `Retry` and `Breaker`. It works on any effect.
 *
 * Limits nest where a call counts against two queues: the one with fewer calls outside, made with `inFlight: "unlimited"`, so that
 * its calls may wait in the other.
 */
export * from "./limit/make.ts"
export { layerRedis, makeShared } from "./redis/quotas.ts"
export type { Exchange } from "./redis/rates.ts"
