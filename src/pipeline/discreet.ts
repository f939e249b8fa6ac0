/** What people are shown of a call has no personal data: the request, the vendor's words, the beginning of an answer. */
import type { CallReport, Complaint, RequestReport } from "../contract/CallReport.ts"
import { Unreadable } from "../contract/Common.ts"
import { type Contract, plain } from "../contract/compile.ts"
import { type AnyFailure, withReport } from "../contract/Failure.ts"
import { type Outgoing, show } from "../contract/Outgoing.ts"
import { hiddenIn, hide, type Hiding, hidingOf, without } from "../contract/privacy.ts"
import { headersOf, named, type Request } from "../contract/named.ts"
import { isSecret, notShown } from "../contract/read.ts"
import { keeping, keptWith } from "../contract/kept.ts"
import { withoutLong } from "../contract/redact.ts"
import type { Blank, Named, Sent } from "../contract/sent.ts"
import { excerpt, type Wire } from "../contract/Wire.ts"
import { beginning } from "../contract/words.ts"

/** What is hidden of the calls of an operation. */
export const hidingIn = ({ secretNames, spec, vendor: { dialect } }: Contract): Hiding =>
  hidingOf({ personal: [], ...dialect.privacy, secrets: [...secretNames] }, spec.personal)

/** Secrets alone are hidden: for who asks for the whole. */
const secretsIn = ({ secretNames }: Contract): Hiding => hidingOf({ personal: [], secrets: [...secretNames] })

const shownOf = (contract: Contract, request: Named, blank: Blank, whole: boolean): RequestReport => {
  const hiding = whole ? secretsIn(contract) : hidingIn(contract)
  const { body, method, url } = show(request.outgoing, contract.spec.path, hiding)
  const shown = { method, url: blank(url), headers: headersOf(request, hiding) }
  return body === undefined ? shown : { ...shown, body: blank(body) }
}

/** The request as it may be shown, without the secrets of its layer, which an input may hold. */
export const shownRequest = (
  contract: Contract,
  outgoing: Outgoing,
  secrets: () => ReadonlyArray<string>,
  whole = false
): RequestReport =>
  shownOf(contract, named(contract.vendor, { outgoing }), (text) => withoutLong(text, secrets()), whole)

/** What was sent: the input, and the request that it became. */
export interface Exchange {
  readonly input: unknown
  readonly outgoing: Outgoing
}

/** The personal texts of a request, which an answer may quote. */
const textsIn = (hiding: Hiding, { input, outgoing: { body, query } }: Exchange): ReadonlyArray<string> =>
  hiddenIn(hiding, [input, body, query.map(([name, value]) => ({ [name]: value }))])

/** What is hidden in an answer: not what stands where the vendor's own words do. */
const hidingInAnswer = ({ spec, vendor: { dialect } }: Contract): Hiding =>
  hidingOf(dialect.privacy, spec.personal, dialect.messageAt)

/** An answer as it may be shown, whole or without personal data. */
export const shownAnswer = (contract: Contract, exchange: Exchange, wire: Wire, whole = false): string => {
  if (whole) return wire.text
  const text = wire.body === undefined ? wire.text : JSON.stringify(hide(hidingInAnswer(contract), wire.body))
  return without(textsIn(hidingIn(contract), exchange), text)
}

// More than any vendor says. What is longer is not kept with a failure.
const longestKept = 262_144

const longestShown = 2_000

/** A request, what it was made of, the secrets of its layer, and the answer without them. */
export interface Asked extends Request {
  readonly input: unknown
  readonly secrets: () => ReadonlyArray<string>
  readonly answer?: Wire | undefined
}

/**
 * A request as it may be shown, and what is kept of it for a report: without credentials, in whose place names stand, and made into
 * texts when these are asked for.
 */
export const requestOf = (
  contract: Contract,
  { answer, input, secrets, ...given }: Asked
): { readonly request: RequestReport } & object => {
  const { outgoing } = given
  const request = named(contract.vendor, given)
  const blank: Blank = (text) => withoutLong(text, secrets())
  const kept = answer === undefined || answer.text.length > longestKept ? undefined : answer
  const sent: Sent = {
    request,
    blank,
    template: contract.spec.path,
    hiding: (whole) => (whole ? secretsIn(contract) : hidingIn(contract)),
    answer:
      kept &&
      ((whole) => ({
        headers: kept.headers,
        body: isSecret(contract, kept) ? notShown : shownAnswer(contract, { input, outgoing }, kept, whole)
      }))
  }
  return { request: shownOf(contract, request, blank, false), ...keeping(sent) }
}

// More than a sentence can quote.
const mostTexts = 1_000

/** The failure of a call, with what it says of the answer without personal data. What it carries for programs stays. */
export const discreet = (
  contract: Contract,
  exchange: Exchange,
  wire: Wire,
  failure: AnyFailure
): AnyFailure => {
  const { call } = failure
  if (call === undefined) return failure
  const { complaints, excerpt: first, vendorMessage } = call
  const texts = textsIn(hidingIn(contract), exchange)
  const base = { status: wire.status, headers: wire.headers, body: wire.body }
  const secret = isSecret(contract, wire)
  const text = secret ? notShown : shownAnswer(contract, exchange, wire)
  const more: Partial<CallReport> = {
    ...(text === "" ? {} : { answer: excerpt(text, longestShown) }),
    ...(vendorMessage === undefined ? {} : { vendorMessage: without(texts, vendorMessage) }),
    ...(first === undefined || secret ? {} : { excerpt: beginning({ ...base, text }) }),
    ...(complaints === undefined
      ? {}
      : { complaints: complaints.map((one) => ({ ...one, message: without(texts, one.message) })) })
  }
  if (!(failure instanceof Unreadable)) return withReport(failure, more)
  // What does not fit is quoted.
  const theirs = hiddenIn(hidingInAnswer(contract), wire.body).slice(0, mostTexts)
  return new Unreadable({
    problem: without([...theirs, ...texts], failure.problem),
    call: { ...call, ...more, ...keeping(keptWith(failure)) }
  })
}

/** What is wrong with an input, without the personal texts that it quotes. The input may be anything: it is read safely. */
export const discreetComplaints = (
  contract: Contract,
  input: unknown,
  complaints: ReadonlyArray<Complaint>
): ReadonlyArray<Complaint> => {
  const texts = hiddenIn(hidingIn(contract), plain(input).value)
  return texts.length === 0
    ? complaints
    : complaints.map((one) => ({ ...one, message: without(texts, one.message) }))
}
