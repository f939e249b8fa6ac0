/** Xtremepush: its failures, its operations and its layers. */
export { doctor } from "./doctor.ts"
export * from "./failures.ts"
export { layer, layerConfig, layerNoTransport, type Options } from "./layer.ts"
export * from "./operations/index.ts"
export { simulator } from "./simulator.ts"
export { ownOperation as operation, regions, vendor, XtremepushApi } from "./vendor.ts"
export { support } from "./support.ts"
