/** The operations of Metrix. It can be told, and answers no questions. */
export * from "./ingest.ts"
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
export * from "./received.ts"
export type { Stamped } from "./stamp.ts"
export type { Identity, Telling, Told } from "./telling.ts"
