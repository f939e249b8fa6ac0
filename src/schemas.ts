/**
 * For code that `faultline generate` writes, and for whoever writes operations by hand: schemas as descriptions of APIs give them,
 * with bounds in words.
 */
export * from "./contract/described.ts"
export { Data, DataObject } from "./contract/Data.ts"
export { lazy } from "./contract/lazy.ts"
export { withoutNulls } from "./contract/nulls.ts"
export { Secret } from "./contract/secretText.ts"
