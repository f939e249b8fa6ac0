/** The front door: each vendor as a namespace, and the parts of the core. */
export * from "./core.ts"
export * as Braze from "./vendors/braze/index.ts"
export * as Ixon from "./vendors/ixon/index.ts"
export * as M3ter from "./vendors/m3ter/index.ts"
export * as Metrix from "./vendors/metrix/index.ts"
export * as Xtremepush from "./vendors/xtremepush/index.ts"
