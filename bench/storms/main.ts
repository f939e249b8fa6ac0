/**
 * Measures the queue in simulated storms: `npm run storms -- --quick`. Results go to stdout, progress to stderr.
 */
import { parseArgs } from "node:util"
import { randomInt } from "node:crypto"
import { cells, families } from "./simulation/cells.ts"
import { real } from "./real.ts"
import { measure, type Measured } from "./simulation/measure.ts"
import { tables } from "./simulation/tables.ts"
import { toText } from "../table.ts"

const help = `npm run storms -- [family …] [--json] [--quick] [--seeds=1,2,3,4] [--fresh]

Families: ${families.join(", ")}; without any, all of them.
--json   one line of JSON on stdout          --quick  a few cells of each family
--seeds  the seeds of each cell's storms     --fresh  as many seeds that nobody has seen, which are told on stderr
--real   the queue for 20 s of real time beside a bare timer loop, on loopback; --seconds=N for another time`

const read = () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      real: { type: "boolean", default: false },
      seconds: { type: "string", default: "20" },
      fresh: { type: "boolean", default: false },
      seeds: { type: "string", default: "1,2,3,4" }
    }
  })
  const wanted = families.filter((family) => positionals.length === 0 || positionals.includes(family))
  const seeds = values.seeds.split(",").map(Number)
  const known = positionals.every((name) => wanted.some((family) => family === name))
  if (!known || !seeds.every(Number.isInteger) || !(Number(values.seconds) > 0))
    throw new Error("Unknown family, a seed that is no whole number, or a time that is none")
  return { ...values, wanted, seeds: values.fresh ? seeds.map(() => randomInt(2 ** 31)) : seeds }
}

const options = () => {
  try {
    return read()
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
    return process.exit(2)
  }
}

const { fresh, json, quick, real: isReal, seconds, seeds, wanted } = options()
if (isReal) {
  const measured = await real(Number(seconds))
  const { ours, reference, refused, share } = measured
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`
  if (json) console.log(JSON.stringify({ real: measured }))
  else
    console.log(
      `In ${seconds} s at 50 a second the queue got ${ours.accepted} calls through, the bare loop ${reference.accepted} (${reference.refused} refused).
${percent(share)} of the bare loop (at least 95 %), ${percent(refused)} refused (at most 1 %).`
    )
  process.exit(share >= 0.95 && refused <= 0.01 ? 0 : 1)
}
if (fresh) console.error(`Seeds: ${seeds.join(",")}`)
const all = cells(wanted, quick)
const measured: Array<Measured> = []
for (const [index, cell] of all.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${cell.family}: ${index + 1} of ${all.length}`)
  else if (cell.family !== all[index - 1]?.family) console.error(cell.family)
  measured.push(measure(cell, seeds))
}
if (process.stderr.isTTY) process.stderr.write("\r\u001B[K")
if (json) console.log(JSON.stringify({ seeds, cells: measured }))
else for (const table of tables(measured)) console.log(`${toText(table, process.stdout.isTTY)}\n`)
