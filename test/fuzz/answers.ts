/** Answers for one case: those of the vendor's catalogue and of the operation's own success, changed at random. */
import { forge, signaturesOf } from "../../src/contract/Catalogue.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import type { Chance } from "../../src/testing/simulator/chance.ts"
import { plausibleBody } from "../../src/testing/simulator/plausible.ts"
import type { Credentials, Tested } from "../vendors/all.ts"
import { mutate, pick, plant } from "./mutate.ts"
import { spellings } from "./secrets.ts"

const bodies = new Map<string, unknown>()

const success = (operation: AnyOperation): Wire => {
  if (!bodies.has(operation.tag)) bodies.set(operation.tag, plausibleBody(operation))
  return fromJson(200, {}, bodies.get(operation.tag))
}

const documented = ({ vendor: { failures } }: Tested, chance: Chance): Wire => {
  const failure = pick(
    chance,
    failures.filter((each) => signaturesOf(each).length > 0)
  )
  return forge(failure, {}, { signature: chance.integer(0, signaturesOf(failure).length - 1) })
}

/** An answer; in some a credential is written, in one of its spellings. */
export const answerOf = (
  tested: Tested,
  operation: AnyOperation,
  credentials: Credentials | undefined,
  chance: Chance
): Wire => {
  const real = chance.next() < 0.35 ? success(operation) : documented(tested, chance)
  const answer = chance.next() < 0.8 ? mutate(real, chance) : real
  if (credentials === undefined || chance.next() < 0.6) return answer
  const secret = pick(
    chance,
    Object.values(credentials).filter((one) => tested.secrets.includes(one))
  )
  return plant(answer, pick(chance, spellings(secret)), chance)
}
