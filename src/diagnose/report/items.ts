/** What support asks for, found in the call: each item with its value, or with what a person must add. */
import type { Item, Part, Place } from "../../contract/Support.ts"
import { at, isRecord, make } from "../../contract/Wire.ts"
import type { Subject } from "./subject.ts"

/** One item of a report. */
export interface Told {
  readonly name: string
  /** The part of the report that answers it. */
  readonly part: Part | null
  readonly value: string | null
  /** What a person must add, where the value is not known. */
  readonly add: string | null
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined

const parse = (text: string): unknown => make(200, {}, text).body

const segments = (url: string): ReadonlyArray<string> => {
  if (!URL.canParse(url)) return []
  return new URL(url).pathname.split("/").map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
}

type Asked = NonNullable<Subject["request"]>

const sentField = ({ body, headers, url }: Asked, path: string): string | undefined => {
  const asked = URL.canParse(url) ? new URL(url).searchParams.get(path) : null
  if (asked !== null && asked !== "") return asked
  if (typeof body !== "string") return undefined
  return (headers["content-type"] ?? "").includes("form-urlencoded")
    ? textOf(new URLSearchParams(body).get(path))
    : textOf(at(parse(body), path))
}

const segmentAfter = ({ url }: Asked, name: string): string | undefined => {
  const parts = segments(url)
  const index = parts.indexOf(name)
  return index < 0 ? undefined : textOf(parts[index + 1])
}

const answerHeader = ({ answer, requestId }: Subject, name: string): string | undefined =>
  textOf(answer?.headers[name]) ?? (name.endsWith("request-id") ? (requestId ?? undefined) : undefined)

const inRequest = (request: Asked, place: Place): string | undefined => {
  const { headers, method, url } = request
  if ("host" in place) return URL.canParse(url) ? new URL(url).origin : undefined
  if ("endpoint" in place) return `${method} ${segments(url).join("/") || url}`
  if ("header" in place) return textOf(headers[place.header])
  if ("after" in place) return segmentAfter(request, place.after)
  return "sent" in place ? sentField(request, place.sent) : undefined
}

const find = (subject: Subject, place: Place): string | undefined => {
  const { answer, request } = subject
  if ("answerHeader" in place) return answerHeader(subject, place.answerHeader)
  if ("answered" in place) {
    const body = answer === undefined ? undefined : parse(answer.body)
    return isRecord(body) ? textOf(at(body, place.answered)) : undefined
  }
  return request === undefined ? undefined : inRequest(request, place)
}

/** What stands in place of what is hidden is no value. */
const isHidden = (value: string): boolean => /^<(personal|redacted)>/.test(value)

const toldOf =
  (subject: Subject) =>
  ({ add, from = [], name }: Item): Told => {
    const [part = null] = from.flatMap((place) => ("part" in place ? [place.part] : []))
    const [value = null] = from.flatMap((place) => {
      const found = find(subject, place)
      return found === undefined || isHidden(found) ? [] : [found]
    })
    return { name, part, value, add: part === null && value === null ? (add ?? null) : null }
  }

/** The items of a list. */
export const itemsOf = (subject: Subject, items: ReadonlyArray<Item>): ReadonlyArray<Told> =>
  items.map(toldOf(subject))
