/** How a documented rate limit is used. */
export type { Quota } from "../../contract/Quota.ts"

/** The share of a declared rate that is used, so that uneven clocks and networks do not exceed it. */
export const evenness = 0.99
