/** The operations of m3ter. */
export * from "./accounts.ts"
export * from "./billJobs.ts"
export * from "./measurements.ts"
export * from "./meters.ts"
export * from "./products.ts"
export * from "./token.ts"
export * from "./usage.ts"
export * from "./usageQuery.ts"
