/** The attempt that something is said about. */
import type { Contract } from "../contract/compile.ts"
import type { Attempt } from "./Call.ts"
import type { Where } from "./report.ts"

/** An attempt of a call, as its report tells of it. */
export const whereOf = (contract: Contract, { call, outgoing }: Attempt, now: number): Where => ({
  contract,
  input: call.input,
  outgoing: call.outgoing ?? outgoing,
  authenticated: outgoing,
  secrets: call.credentials.secrets,
  now
})
