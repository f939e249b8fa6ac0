/** The law of refusals for now: whom they hold back is known, and for how long. */
import { signaturesOf } from "../../contract/Catalogue.ts"
import type { AnyFailureClass } from "../../contract/Failure.ts"
import type { Found } from "./breach.ts"

/** What is wrong with whom a failure holds back, and what cures it. */
const problemsOf = (failure: AnyFailureClass): ReadonlyArray<readonly [found: string, cure: string]> => {
  const { facts, tag } = failure
  const { category, holds, retry } = facts
  const signatures = signaturesOf(failure)
  const problems: Array<readonly [string, string]> = []
  if (holds === "operation" && typeof retry === "string")
    problems.push([
      `it holds its operation back, and its retry is ${retry}`,
      `let ${tag} say for how long: retry: { otherwise: "1 minute" }`
    ])
  if (holds !== undefined && signatures.length === 0)
    problems.push([
      "it holds calls back, and never comes as an answer",
      `give ${tag} a signature, or leave its \`holds\` out`
    ])
  if (holds === undefined && category !== "rate-limited" && signatures.some(({ status }) => status === 429))
    problems.push([
      `it is a 429 of the category ${category}, and does not say whom it holds back`,
      `give ${tag} \`holds: "operation"\` where it means that a job is running, else \`holds: "quota"\``
    ])
  return problems
}

/** Checks whom failures hold back. */
export const heldLaws = (failures: ReadonlyArray<AnyFailureClass>): ReadonlyArray<Found> =>
  failures.flatMap((failure) =>
    problemsOf(failure).map(([found, cure]): Found => ({
      law: "it says whom it holds back",
      where: failure.tag,
      found,
      cure
    }))
  )
