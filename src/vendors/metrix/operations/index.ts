/** The operations of Metrix: it takes messages and pushes, and nothing can be read back. */
export * from "./ingest.ts"
export type { Identity, ManyItem, StampedItem } from "./item.ts"
export {
  Action,
  action,
  BusinessEvent,
  businessEvent,
  Message,
  Revenue,
  revenue,
  User,
  user
} from "./messages.ts"
export * from "./push.ts"
export * from "./receipt.ts"
export type { Stamped } from "./stamp.ts"
