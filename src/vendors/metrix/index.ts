/** Metrix: its failures, its messages, its operations and its layer. */
export * from "./failures.ts"
export * from "./operations/index.ts"
export * from "./vendor.ts"
export { simulator } from "./simulator.ts"
