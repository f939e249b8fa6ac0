/** Makes the row of a call that has ended. What may not be shown is hidden before there is a row. */
import * as Cause from "effect/Cause"
import * as DateTime from "effect/DateTime"
import * as Exit from "effect/Exit"
import type { Delivery } from "../../contract/CallReport.ts"
import type { Contract } from "../../contract/compile.ts"
import { type AnyFailure, showVerdict } from "../../contract/Failure.ts"
import { isSecret, notShown } from "../../contract/read.ts"
import type { Done } from "../Call.ts"
import type { CallId } from "../callId.ts"
import { shownAnswer, shownRequest } from "../discreet.ts"
import type { Answered } from "../ended.ts"
import type { Gathered, Running, Tried } from "../gathered.ts"
import { failureOf } from "../report.ts"
import { exactOf } from "./exact.ts"
import type { KeptAnswer, KeptAttempt, Row } from "./row.ts"

/** A call that has ended, as the pipeline hands it to a journal. */
export interface Finished {
  readonly contract: Contract
  readonly id: CallId
  readonly gathered: Gathered
  readonly exit: Exit.Exit<Done, AnyFailure>
  /** When it began, in Unix ms. */
  readonly at: number
  readonly millis: number
  readonly item: string | undefined
  /** Those of the layer. */
  readonly secrets: () => ReadonlyArray<string>
}

const mostBytes = 64_000

/** The beginning of a text, of so many bytes in UTF-8. No character is cut in two. */
export const firstBytes = (text: string, most: number = mostBytes): string =>
  text.length * 3 <= most
    ? text
    : text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(most)).read)

const keptAnswer = (
  contract: Contract,
  answer: Answered,
  { input, outgoing }: Tried,
  whole: boolean
): KeptAnswer => {
  const shown = answer.shown()
  const text = isSecret(contract, shown) ? notShown : shownAnswer(contract, { input, outgoing }, shown, whole)
  const body = firstBytes(text)
  return { headers: shown.headers, body, ...(body.length < text.length ? { cut: true as const } : {}) }
}

const keptAttempt = (contract: Contract, tried: Tried, whole: boolean): KeptAttempt => {
  const { answer, failure, report } = tried
  return answer === undefined || failure === undefined
    ? report
    : { ...report, answer: keptAnswer(contract, answer, tried, whole) }
}

const cutShort = ({ at, kind }: Running, end: number): KeptAttempt => ({
  kind,
  at: DateTime.makeUnsafe(at),
  millis: end - at,
  ended: "interrupted"
})

const attemptsOf = ({ at, contract, gathered, millis }: Finished, whole: boolean): Array<KeptAttempt> => [
  ...gathered.tried.map((one) => keptAttempt(contract, one, whole)),
  ...(gathered.running === undefined ? [] : [cutShort(gathered.running, at + millis)])
]

/** Of a call that nobody waited for to its end: whether anything of it may have arrived. */
const deliveryOf = ({ contract, gathered: { running, tried } }: Finished): Delivery => {
  const underway = running !== undefined && running.progress?.begun !== false
  if (underway || tried.some(({ failure }) => failure?.delivery === "Unknown"))
    return contract.reads ? "Refused" : "Unknown"
  return tried.some(({ answer }) => answer !== undefined) ? "Refused" : "NotSent"
}

const requestOf = ({ contract, gathered, secrets }: Finished, whole: boolean): Partial<Row> => {
  const { outgoing } = gathered.running ?? gathered.tried.at(-1) ?? {}
  return outgoing === undefined ? {} : { request: shownRequest(contract, outgoing, secrets, whole) }
}

type Figures = Pick<Row, "call" | "at" | "vendor" | "operation" | "millis" | "item">

const figuresOf = ({ at, contract, id, item, millis }: Finished): Figures => ({
  call: id.value,
  at: DateTime.makeUnsafe(at),
  vendor: contract.vendor.name,
  operation: contract.operation.tag,
  millis,
  ...(item === undefined ? {} : { item })
})

const succeeded = (finished: Finished, { answer }: Done, whole: boolean): Row => {
  const figures = figuresOf(finished)
  const status = answer === undefined ? {} : { status: answer.status }
  const { at, millis } = figures
  const [first, ...more] = finished.gathered.tried
  if (first !== undefined && more.length === 0 && first.report.kind === "first")
    return { ...figures, ...status, attempts: [{ kind: "first", at, millis, ended: "ok", ...status }] }
  return { ...figures, ...status, attempts: attemptsOf(finished, whole), ...requestOf(finished, whole) }
}

const failed = (finished: Finished, failure: AnyFailure, whole: boolean): Row => {
  const { category, delivery, message, request, requestId, retry, status } = failure
  const exact = whole ? exactOf(failure) : undefined
  return {
    ...figuresOf(finished),
    tag: failure._tag,
    category,
    ...(status === undefined ? {} : { status }),
    attempts: attemptsOf(finished, whole),
    retry: showVerdict(retry),
    delivery,
    message,
    ...(requestId === undefined ? {} : { requestId }),
    ...(request === undefined ? {} : { request }),
    ...(whole ? requestOf(finished, whole) : {}),
    ...(exact === undefined ? {} : { request: exact })
  }
}

/** Of a defect the name alone: its words may hold anything. */
const broken = (finished: Finished, cause: Cause.Cause<AnyFailure>, whole: boolean): Row => {
  const interrupted = Cause.hasInterruptsOnly(cause)
  const problem = Cause.squash(cause)
  const name = problem instanceof Error ? problem.name : typeof problem
  return {
    ...figuresOf(finished),
    tag: interrupted ? "interrupted" : "defect",
    attempts: attemptsOf(finished, whole),
    delivery: deliveryOf(finished),
    ...(interrupted ? {} : { message: `The call died of a fault in the program (${name}).` }),
    ...requestOf(finished, whole)
  }
}

/** The row of a call. `whole` is with personal data. */
export const rowOf = (finished: Finished, whole: boolean): Row => {
  const { exit } = finished
  if (Exit.isSuccess(exit)) return succeeded(finished, exit.value, whole)
  const failure = failureOf(exit)
  const row = failure === undefined ? broken(finished, exit.cause, whole) : failed(finished, failure, whole)
  return whole ? { ...row, bodies: "whole" } : row
}
