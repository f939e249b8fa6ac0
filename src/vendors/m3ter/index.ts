/** m3ter: usage-based billing. Config API and Ingest API. */
export { doctor } from "./doctor.ts"
export * from "./failures.ts"
export * from "./layer.ts"
export * from "./operations/index.ts"
export { simulator, simulatorWith } from "./simulator.ts"
export { configUrl, ingestUrl, M3terApi, ownOperation as operation, vendor } from "./vendor.ts"
export { support } from "./support.ts"
