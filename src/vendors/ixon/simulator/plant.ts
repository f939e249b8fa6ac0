/** The simulated company: agents with devices and data sources, and the values that they log. */
import { isRecord } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import type { Item } from "./answers.ts"

/** The company and all that belongs to it. */
export interface Plant {
  readonly companies: Simulation.State.Collection<Item>
  readonly agents: Simulation.State.Collection<Item>
  readonly devices: Simulation.State.Collection<Item>
  readonly sources: Simulation.State.Collection<Item>
}

const agentCount = 45
const devicesPerAgent = 3
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"

// Ids that are the same in every world, so that a test or a file of queries can name them: `simag0000001`, `simso0000001`.
const idOf = (kind: string, index: number): string => `sim${kind}${String(index + 1).padStart(7, "0")}`

const numbered = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

const sourceOf = (agent: Item, number: number): Item => ({
  publicId: idOf("so", number),
  name: "PLC",
  slug: "plc",
  agent,
  disabled: false,
  valuesPerHour: 60
})

const deviceOf = (agent: Item, number: number): Item => ({
  publicId: idOf("de", number),
  name: `Machine ${(number % devicesPerAgent) + 1}`,
  ipAddress: `192.168.140.${(number % devicesPerAgent) + 10}`,
  agent,
  dataSources: [sourceOf(agent, number)]
})

const agentOf = (index: number, chance: Simulation.Chance): Item => {
  const agent = { publicId: idOf("ag", index), name: `Line ${index + 1} gateway` }
  const devices = numbered(devicesPerAgent).map((device) => deviceOf(agent, index * devicesPerAgent + device))
  const place = { activeStatus: "active", timeZone: "Europe/Amsterdam", description: null, custom: {} }
  return { ...agent, serialNumber: chance.text(8, alphabet), ...place, devices }
}

const itemsIn = (item: Item, name: string): ReadonlyArray<Item> => [item[name]].flat().filter(isRecord)

const filled = (items: ReadonlyArray<Item>): Simulation.State.Collection<Item> => {
  const collection = Simulation.State.collection<Item>()
  items.forEach((item) => collection.put(String(item["publicId"]), item))
  return collection
}

/** A plant with 45 agents, 3 devices behind each, and a data source on each device. */
export const plant = (companyId: string, chance: Simulation.Chance): Plant => {
  const agents = numbered(agentCount).map((index) => agentOf(index, chance))
  const devices = agents.flatMap((agent) => itemsIn(agent, "devices"))
  return {
    companies: filled([{ publicId: companyId, name: "Simulated Machines", custom: {}, branding: null }]),
    agents: filled(agents),
    devices: filled(devices),
    sources: filled(devices.flatMap((device) => itemsIn(device, "dataSources")))
  }
}

/** The items of one agent only; what is put there is its own. */
export const within = (
  all: Simulation.State.Collection<Item>,
  publicId: string
): Simulation.State.Collection<Item> => {
  const isOurs = ({ agent }: Item) => isRecord(agent) && agent["publicId"] === publicId
  const ours = (item: Item | undefined) => (item !== undefined && isOurs(item) ? item : undefined)
  return {
    put: (id, item) => all.put(id, { ...item, agent: { publicId } }),
    get: (id) => ours(all.get(id)),
    remove: (id) => ours(all.get(id)) && all.remove(id),
    all: () => all.all().filter(isOurs),
    page: (size, after, keep = () => true) => all.page(size, after, (item) => isOurs(item) && keep(item))
  }
}

// A sine wave with a period of a day, and a little noise that depends on source, tag and moment alone.
const reading = (source: string, ref: string, moment: number): number => {
  const day = Math.sin((moment / 86_400_000) * 2 * Math.PI)
  return Math.round((50 + 20 * day + 5 * Simulation.draw(source, ref, moment)) * 100) / 100
}

// The latest moment that a date can hold; the earliest is as far before 1970.
const furthest = 8_640_000_000_000_000
const isoOf = (moment: number): string =>
  new Date(Math.max(-furthest, Math.min(furthest, moment))).toISOString()

/** A query of one tag. */
interface Query {
  readonly ref: string
  readonly limit: number
  readonly step: number
}

const hour = 3600

const queriesOf = (tags: unknown): ReadonlyArray<Query> =>
  (Array.isArray(tags) ? tags : []).flatMap((tag) => {
    const given =
      isRecord(tag) && Array.isArray(tag["queries"]) && tag["queries"].length > 0 ? tag["queries"] : [{}]
    const name = isRecord(tag) ? String(tag["slug"] ?? tag["id"]) : ""
    return given.map((query) => ({
      ref: isRecord(query) && typeof query["ref"] === "string" ? query["ref"] : name,
      limit: isRecord(query) && typeof query["limit"] === "number" ? query["limit"] : 5000,
      step: isRecord(query) && typeof query["step"] === "number" && query["step"] > 0 ? query["step"] : hour
    }))
  })

const momentOf = (time: unknown, otherwise: number): number =>
  typeof time === "string" ? Date.parse(time) || 0 : otherwise

/** How many points a query of one source has, and the series itself, made on demand. */
export const pointsOf = (
  item: Item,
  now: number
): { readonly count: number; readonly series: () => Item } => {
  const [start, end] = [momentOf(item["start"], now - 86_400_000), momentOf(item["end"], now)]
  const queries = queriesOf(item["tags"])
  const step = Math.min(...queries.map((query) => query.step), hour) * 1000
  const count = Math.min(
    Math.max(0, Math.ceil((end - start) / step)),
    Math.max(0, ...queries.map(({ limit }) => limit))
  )
  const source = String(isRecord(item["source"]) ? item["source"]["publicId"] : "")
  const series = () => ({
    start: isoOf(start),
    end: isoOf(end),
    timeZone: item["timeZone"] ?? "UTC",
    source: item["source"],
    points: numbered(count).map((index) => ({
      time: isoOf(start + index * step),
      values: Object.fromEntries(queries.map(({ ref }) => [ref, reading(source, ref, start + index * step)]))
    }))
  })
  return { count: count * queries.length, series }
}
