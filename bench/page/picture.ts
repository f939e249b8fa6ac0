/** The one picture of the page: CPU time per call, as bars. It follows the colors of the reader's screen. */
import { type CallCost, concurrencies, contenders } from "../calls/calls.ts"
import { shapes } from "../calls/shapes.ts"
import { costOf } from "../calls/tables.ts"
import { thousands } from "../table.ts"

const [left, top, panel, gap, row] = [140, 76, 240, 16, 34]
const [bar, room] = [12, 60]
const names = Object.keys(contenders)
const [width, height] = [left + shapes.length * (panel + gap), top + names.length * row + 16]

const style = `text { font: 13px system-ui, sans-serif; fill: #24292f }
.figure { font-size: 11px } .small { font-size: 12px; fill: #57606a } .name { text-anchor: end }
.peer { fill: #8c959f } .ours { fill: #0969da } .few { opacity: 0.55 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .small { fill: #9198a1 } .peer { fill: #6e7681 } .ours { fill: #4493f8 } }`

const heads = ["GET, 249 B", "GET, 30 kB", "POST"]
const kindOf = (name: string): string => (name.startsWith("faultline") ? "ours" : "peer")

const text = (x: number, y: number, kind: string, words: string): string =>
  `<text x="${x}" y="${y}"${kind === "" ? "" : ` class="${kind}"`}>${words}</text>`

const barOf = (x: number, y: number, length: number, name: string, few: boolean): string =>
  `<rect x="${x}" y="${y}" width="${length.toFixed(1)}" height="${bar}" rx="2" class="${kindOf(name)}${few ? " few" : ""}"/>`

/** The bars of one shape. */
const panelOf = (rows: ReadonlyArray<CallCost>, index: number): ReadonlyArray<string> => {
  const shape = shapes[index] ?? "get"
  const most = Math.max(...rows.filter((one) => one.shape === shape).map(({ cpuMicros }) => cpuMicros))
  const x = left + index * (panel + gap)
  const bars = names.flatMap((name, line) =>
    concurrencies.flatMap((concurrency, nth) => {
      const cost = costOf(rows, name, shape, concurrency)
      if (cost === undefined) return []
      const [y, length] = [top + line * row + nth * (bar + 1), (cost.cpuMicros / most) * (panel - room)]
      return [
        barOf(x, y, length, name, nth === 0),
        text(x + Math.ceil(length) + 5, y + bar - 2, "figure", thousands(cost.cpuMicros))
      ]
    })
  )
  return [text(x, top - 14, "", heads[index] ?? ""), ...bars]
}

/** Draws the costs of calls. */
export const picture = (rows: ReadonlyArray<CallCost>): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    "<title>CPU time per call, in microseconds: shorter is better</title>",
    `<style>${style}</style>`,
    text(8, 24, "", "CPU time per call, µs: shorter is better"),
    text(8, 42, "small", "pale: one call at a time; full: 64 at once; each kind of call has its own scale"),
    ...names.map((name, line) => text(left - 10, top + line * row + 17, "name", name)),
    ...shapes.flatMap((_, index) => panelOf(rows, index)),
    "</svg>\n"
  ].join("\n")
