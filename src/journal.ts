/** A journal on disk: every call as one row, and what is found in it. */
export * from "./durable/JournalStore.ts"
export { report } from "./diagnose/journaled.ts"
export { type Report } from "./diagnose/Diagnose.ts"
