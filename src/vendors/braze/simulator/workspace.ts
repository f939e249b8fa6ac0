/** What there is in the simulated workspace. */

/** API identifiers that exist, by kind. Of a kind that is left out every id exists. */
export interface Workspace {
  readonly campaigns?: ReadonlyArray<string>
  readonly canvases?: ReadonlyArray<string>
  readonly subscriptionGroups?: ReadonlyArray<string>
  /** Transactional campaigns. */
  readonly transactional?: ReadonlyArray<string>
  /** Transactional campaigns that are archived. */
  readonly archived?: ReadonlyArray<string>
}

/** Whether an id is given that does not exist. */
export const isUnknown = (ids: ReadonlyArray<string> | undefined, id: unknown): boolean =>
  id !== undefined && ids !== undefined && !ids.includes(String(id))

/** The campaigns of the list: where none are given, 130 of them, more than a page. */
export const listedCampaigns = ({ campaigns }: Workspace): ReadonlyArray<string> =>
  campaigns ??
  Array.from({ length: 130 }, (_, index) => `c0ffee00-0000-4000-a000-${String(index + 1).padStart(12, "0")}`)
