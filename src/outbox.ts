/** Durable calls: an outbox on disk or in your database, its workers, and the same for async/await. */
export * from "./durable/Outbox.ts"
export { type AsyncOptions, type AsyncOutbox, outbox } from "./promises/outbox.ts"
