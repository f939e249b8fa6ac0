/** The operations of Xtremepush, by resource. */
export * from "./campaign.ts"
export * from "./campaigns.ts"
export { Accepted } from "./envelope.ts"
export * from "./event.ts"
export { Lookup, Query } from "./listing.ts"
export * from "./location.ts"
export * from "./profile.ts"
export * from "./task.ts"
