/** The reference page of what is emitted: spans, events, metrics, and the attributes of all three, from the one list. */
import {
  attribute,
  type AttributeKey,
  attributes,
  type AttributeSignal
} from "../../src/pipeline/telemetry/attribute.ts"
import { event, metric, type MetricSignal, prometheusName } from "../../src/pipeline/telemetry/signals.ts"
import { code, sections, table } from "./markdown.ts"

/** Where the page stands. */
export const signalsPath = "docs/operations/signals.md"

const names = (keys: ReadonlyArray<AttributeKey>): string =>
  keys.map((key) => code(attribute[key])).join(", ")

const sets: Readonly<Record<string, string>> = {
  vendors: "the names of the vendors",
  operations: "the tags of the operations",
  classes: "the vendor's quota classes",
  failures: "the tags, or the reasons, of the vendor's failures",
  hosts: "the hosts of the layers",
  paths: "the paths of the operations",
  methods: "the methods of the operations",
  windows: "the windows of the vendor's limits",
  number: "a number",
  text: "a text: on spans alone"
}

const valuesOf = ({ values }: AttributeSignal): string =>
  typeof values === "string" ? (sets[values] ?? values) : values.map(code).join(", ")

const keys = Object.keys(attribute) as ReadonlyArray<AttributeKey> // as: the keys of a constant

const metrics: ReadonlyArray<MetricSignal> = Object.values(metric)

/** The page. */
export const signalsPage = (): string =>
  sections(
    "# Signals",
    "Derived from `src/pipeline/telemetry`: what a program with Faultline emits. [Telemetry](../concepts/telemetry.md) says how, and how to choose where it goes.",
    "## Metrics",
    table(
      ["Metric", "Kind", "Unit", "In Prometheus", "What it is", "Attributes"],
      metrics.map(({ attributes, description, name, type, unit }) => [
        code(name),
        type,
        code(unit),
        code(prometheusName(name)),
        description,
        names(attributes)
      ])
    ),
    "An attribute that has no value, such as `error.type` of a success, is left out of its series.",
    "## Buckets",
    table(
      ["Histogram", "Upper bounds"],
      metrics.flatMap(({ buckets, name }) =>
        buckets === undefined ? [] : [[code(name), buckets.join(", ")]]
      )
    ),
    "## Events",
    "On the span of the call.",
    table(
      ["Event", "When", "Attributes"],
      Object.values(event).map(({ attributes, name, when }) => [code(name), when, names(attributes)])
    ),
    "## Attributes",
    table(
      ["Key in `Telemetry.attribute`", "Attribute", "What it says", "Values"],
      keys.map((key) => [code(key), code(attribute[key]), attributes[key].says, valuesOf(attributes[key])])
    ),
    "Names without `faultline.` are OpenTelemetry's, from its semantic conventions for HTTP."
  )
