/** Metrix: its failures, its messages, its operations and its layer. */
export { doctor } from "./doctor.ts"
export * from "./failures.ts"
export { layer, layerConfig, layerNoTransport, type Options } from "./layer.ts"
export * from "./operations/index.ts"
export { simulator } from "./simulator.ts"
export { baseUrl, MetrixApi, ownOperation as operation, vendor } from "./vendor.ts"
export { support } from "./support.ts"
