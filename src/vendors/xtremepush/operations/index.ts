/** The operations of Xtremepush, by resource. */
export { Accepted } from "./answer.ts"
export * from "./campaign.ts"
export * from "./event.ts"
export * from "./location.ts"
export * from "./profile.ts"
export { Lookup, Query } from "./question.ts"
export * from "./task.ts"
