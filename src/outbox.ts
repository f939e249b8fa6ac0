/** Durable calls: an outbox on disk or in your database, and its workers. */
export * from "./durable/Outbox.ts"
