/** What can be asked of IXON. */
export * from "./accessTokens.ts"
export * from "./agents.ts"
export * from "./companies.ts"
export * from "./data.ts"
export * from "./devices.ts"
export { type Named } from "./parts.ts"
