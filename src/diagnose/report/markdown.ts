/** A report as Markdown: for a ticket, an e-mail, or a form. */
import type { Part } from "../../contract/Support.ts"
import type { Told } from "./items.ts"
import type { Report } from "./shape.ts"

/** A block of code, with a fence that the text does not hold. */
const block = (text: string, language = ""): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([found]) => found.length))
  const fence = "`".repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/** A cell of a table. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ")

const request = ({ curl }: Report): string => {
  if (curl === null) return "No request was made."
  const { command, note, variables } = curl
  const set = variables.map(({ from, name }) => `- \`${name}\`: ${from}`)
  return [
    block(command, "sh"),
    `${note} Running it makes the call once more.`,
    ...(set.length === 0 ? [] : [["It reads, from your environment only:", ...set].join("\n")])
  ].join("\n\n")
}

const answer = ({ answer: found }: Report): string => {
  if (found === null) return "No answer came."
  const status = found.status === null ? "Status: not known." : `Status: ${found.status}`
  const headers = Object.entries(found.headers).map(([name, value]) => `${name}: ${value}`)
  return [
    status,
    ...(headers.length === 0 ? [] : [block(headers.join("\n"))]),
    found.body === "" ? "The body was empty." : block(found.body, /^[{[]/.test(found.body) ? "json" : "")
  ].join("\n\n")
}

const row = (cells: ReadonlyArray<string | number>): string =>
  `| ${cells.map((one) => cell(String(one))).join(" | ")} |`

const attempts = (
  { attempts: all, time }: Report,
  names: ReadonlyArray<string>,
  cells: (attempt: Report["attempts"][number]) => ReadonlyArray<string | number>
): string =>
  all.length === 0
    ? `The call ended at ${time ?? "a time that is not known"}; no attempt was made.`
    : [row(names), row(names.map(() => "---")), ...all.map((one) => row(cells(one)))].join("\n")

const wait = (waited: number | null, why: string | null): string =>
  waited === null ? "" : `${Math.round(waited)} ms${why === null ? "" : `, ${why}`}`

const parts: Readonly<Record<Part, (report: Report) => string>> = {
  request,
  answer,
  times: (report) =>
    [
      attempts(
        report,
        ["attempt", "sent at (UTC)", "took (ms)", "ended with", "status", "then waited"],
        ({ ended, kind, millis, number, sentAt, status, waited, why }) => [
          `${number} (${kind})`,
          sentAt,
          millis,
          ended,
          status ?? "",
          wait(waited, why)
        ]
      ),
      ...(report.time === null ? [] : [`The call ended at ${report.time}.`])
    ].join("\n\n"),
  side: (report) =>
    attempts(report, ["attempt", "network connectivity, or whose side"], ({ number, side }) => [
      number,
      side
    ]),
  log: ({ log }) => block(log.join("\n"))
}

const titles: Readonly<Record<Part, string>> = {
  request: "The request, as curl",
  answer: "The answer",
  times: "Times and attempts (UTC)",
  side: "Network connectivity, or whose side",
  log: "Log"
}

const asked = (report: Report, { add, name, part, value }: Told, index: number): string =>
  `## ${index + 1}. ${name}\n\n${
    part === null
      ? value === null
        ? `**To be added**: ${add ?? "not known."}`
        : `\`${value}\``
      : parts[part](report)
  }`

const also = (report: Report): ReadonlyArray<string> => {
  const given = new Set(report.asks.map(({ part }) => part))
  const rest: ReadonlyArray<Part> = ["request", "answer", "times", "side", "log"]
  return rest.filter((part) => !given.has(part)).map((part) => `## ${titles[part]}\n\n${parts[part](report)}`)
}

const identifiers = ({ helps }: Report): ReadonlyArray<string> => {
  const known = helps.flatMap(({ name, value }) => (value === null ? [] : [`- ${name}: \`${value}\``]))
  return known.length === 0 ? [] : [`## What identifies the call\n\n${known.join("\n")}`]
}

/** The report as Markdown. */
export const renderReport = (report: Report): string => {
  const { add, asks, id, message, operation, see, vendor, where } = report
  const head = [
    `# ${vendor}: ${report.tag === null ? operation : `${operation} failed with ${report.tag}`}`,
    ...(id === null ? [] : [`Call \`${id}\``]),
    message,
    `Send it to: ${where} (${see})`,
    asks.length === 0
      ? `${vendor} lists nothing that its support needs; this is what identifies a call.`
      : `What ${vendor} asks for, in its own order:`
  ]
  const todo =
    add.length === 0 ? [] : [`## To be added by you\n\n${add.map((one) => `- [ ] ${one}`).join("\n")}`]
  const listed = asks.map((item, index) => asked(report, item, index))
  const order =
    asks.length === 0
      ? [...identifiers(report), ...also(report)]
      : [...listed, ...identifiers(report), ...also(report)]
  return `${[...head, ...order, ...todo].join("\n\n")}\n`
}
