/** The operations of IXON. */
export * from "./accessTokens.ts"
export * from "./agents.ts"
export * from "./companies.ts"
export * from "./data.ts"
export * from "./dataQuery.ts"
export * from "./devices.ts"
export { type Named } from "./shape.ts"
