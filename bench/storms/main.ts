/**
 * Measures the queue in simulated storms: `npm run storms -- --quick`. Results go to stdout, progress to stderr.
 */
import { parseArgs } from "node:util"
import { randomInt } from "node:crypto"
import { cells, families } from "./simulation/cells.ts"
import { measure, type Measured } from "./simulation/measure.ts"
import { tables } from "./simulation/tables.ts"
import { toText } from "../table.ts"

const help = `npm run storms -- [family …] [--json] [--quick] [--seeds=1,2,3,4] [--fresh]

Families: ${families.join(", ")}; without any, all of them.
--json   one line of JSON on stdout          --quick  a few cells of each family
--seeds  the seeds of each cell's storms     --fresh  as many seeds that nobody has seen, which are told on stderr`

const read = () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      fresh: { type: "boolean", default: false },
      seeds: { type: "string", default: "1,2,3,4" }
    }
  })
  const wanted = families.filter((family) => positionals.length === 0 || positionals.includes(family))
  const seeds = values.seeds.split(",").map(Number)
  const known = positionals.every((name) => wanted.some((family) => family === name))
  if (!known || !seeds.every(Number.isInteger))
    throw new Error("Unknown family, or a seed that is no whole number")
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

const { fresh, json, quick, seeds, wanted } = options()
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
