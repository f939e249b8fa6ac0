/** Prometheus's text format, as much of it as gauges need. */

/** One value of one series. */
export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

const line = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?[ \t]+(\S+)/
const label = /([a-zA-Z_]\w*)="((?:\\.|[^"\\])*)"/g

const escapes: Readonly<Record<string, string>> = { "\\n": "\n", '\\"': '"', "\\\\": "\\" }

const unescaped = (text: string): string => text.replace(/\\./g, (found) => escapes[found] ?? found)

const labelsOf = (text: string): Sample["labels"] =>
  Object.fromEntries(
    Array.from(text.matchAll(label), ([, name = "", value = ""]) => [name, unescaped(value)])
  )

const valueOf = (text: string): number =>
  /^[+-]?inf/i.test(text) ? (text.startsWith("-") ? -Infinity : Infinity) : Number(text)

/** The samples whose name is one of these. What is not in the format, or no number, is passed over. */
export const samplesOf = (text: string, names: ReadonlySet<string>): ReadonlyArray<Sample> =>
  text.split("\n").flatMap((one) => {
    const [, name = "", labels = "", value = ""] = line.exec(one) ?? []
    const read = valueOf(value)
    return names.has(name) && !Number.isNaN(read) ? [{ name, labels: labelsOf(labels), value: read }] : []
  })
