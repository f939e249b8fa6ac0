/** What the tables of panels hold. */

/** One query of a panel. */
export interface Query {
  readonly expr: string
  /** How its series are called, with labels in double braces. */
  readonly legend: string
}

/** One panel. */
export interface Panel {
  readonly title: string
  /** The unit, as Grafana calls it. */
  readonly unit: "reqps" | "s" | "percentunit" | "short" | "none"
  readonly shows?: "graph" | "number" | "state"
  readonly queries: ReadonlyArray<Query>
  /** What is seen where all is well, and what another picture means. */
  readonly reads: string
}

/** One row of the dashboard: the question that it answers, and what to do about it. */
export interface Row {
  readonly question: string
  readonly panels: ReadonlyArray<Panel>
  readonly todo: string
}
