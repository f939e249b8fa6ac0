/**
 * What the catalog endpoints refuse. They alone give ids: `errors: [{ id, message, parameters }]`, with kebab-case today and
 * snake_case in older editions. The list stands in `complaints`.
 */
import { contains, oneOf, type Signature } from "../../../contract/Signature.ts"
import { ListedFailure as Failure, page } from "./dialect.ts"

// The documents give catalog-not-found and item-not-found under both statuses.
const ids = (first: string, ...others: ReadonlyArray<string>): Signature => {
  const older = [first, ...others].map((id) => id.replaceAll("-", "_"))
  return { status: [400, 404], body: { "errors[]": { id: oneOf(first, ...others, ...older) } } }
}

/** The catalog could not be changed just now, for a reason that Braze does not name. Its page says to try again. */
export class CatalogBusy extends Failure<CatalogBusy>()("Braze.CatalogBusy", {
  signature: ids("arbitrary-error"),
  category: "unavailable",
  retry: "safe",
  means: "Braze could not do this to the catalog, for a reason that it does not name (arbitrary-error).",
  remedy: "Try again; if it lasts, ask Braze's support.",
  see: page.catalogs
}) {}

/** There is no catalog of this name. Create it, or correct the name. */
export class CatalogNotFound extends Failure<CatalogNotFound>()("Braze.CatalogNotFound", {
  signature: { ...ids("catalog-not-found"), status: [404, 400] },
  category: "not-found",
  retry: "never",
  means: "There is no catalog of this name.",
  remedy: "Check the catalog's name, or create the catalog.",
  see: page.catalogs
}) {}

/** There is no item with this id in the catalog. */
export class ItemNotFound extends Failure<ItemNotFound>()("Braze.ItemNotFound", {
  signature: { ...ids("item-not-found"), status: [404, 400] },
  category: "not-found",
  retry: "never",
  means: "There is no item with this id in the catalog.",
  remedy: "Check the item's id; after a repeated delete this means that it is gone.",
  see: page.catalogs
}) {}

/** The catalog has an item with this id already. */
export class ItemAlreadyExists extends Failure<ItemAlreadyExists>()("Braze.ItemAlreadyExists", {
  signature: ids("item-already-exists"),
  category: "conflict",
  retry: "never",
  means: "The catalog already has an item with this id.",
  remedy: "Update or replace the item instead; after a repeated create this means that it is there.",
  see: page.catalogs
}) {}

/** A catalog or selection of this name exists already. */
export class CatalogNameTaken extends Failure<CatalogNameTaken>()("Braze.CatalogNameTaken", {
  signature: ids("catalog-name-already-exists", "selection-name-already-exists"),
  category: "conflict",
  retry: "never",
  means: "A catalog or selection of this name already exists.",
  remedy: "Use the one that is there, or choose another name.",
  see: page.catalogs
}) {}

/** A limit of the account is reached: catalogs, items, selections or storage. Delete some, or ask Braze for more. */
export class CatalogLimitReached extends Failure<CatalogLimitReached>()("Braze.CatalogLimitReached", {
  signature: ids(
    "already-reached-catalog-item-limit",
    "already-reached-company-item-limit",
    "company-size-limit-already-reached",
    "reached-company-catalogs-limit",
    "selection-limit-reached"
  ),
  category: "conflict",
  retry: "never",
  means: "The account's limit of catalogs, items, selections or storage is reached.",
  remedy: "Delete what is no longer needed, or ask Braze for a higher limit.",
  see: page.catalogs
}) {}

/** One call has more than 50 items or fields. Send fewer. */
export class TooManyCatalogObjects extends Failure<TooManyCatalogObjects>()("Braze.TooManyCatalogObjects", {
  signature: ids("request-includes-too-many-items", "request-includes-too-many-fields"),
  category: "too-large",
  retry: "split",
  means: "One call has more than 50 items or fields.",
  remedy: "Send at most 50 items or fields in one call.",
  see: page.catalogs
}) {}

/** The cursor does not belong to this list. Begin again from the first page. */
export class InvalidCursor extends Failure<InvalidCursor>()("Braze.InvalidCursor", {
  signature: [
    ids("invalid-cursor"),
    { status: 400, body: { message: oneOf(contains("Invalid cursor"), contains("'cursor' is not valid")) } }
  ],
  category: "invalid",
  retry: "never",
  means: "The cursor is not valid.",
  remedy: "Take the cursor from the Link header of the page before, or begin again without one.",
  see: page.catalogs
}) {}

/** The catalog cannot be created as described: its name, description or fields break a rule. */
export class InvalidCatalog extends Failure<InvalidCatalog>()("Braze.InvalidCatalog", {
  signature: ids(
    "invalid-catalog-name",
    "catalog-array-invalid",
    "too-many-catalog-atoms",
    "catalog-name-too-large",
    "description-too-long",
    "field-names-not-unique",
    "field-names-too-large",
    "id-not-first-column",
    "invalid-field-names",
    "invalid-field-types",
    "too-many-fields"
  ),
  category: "invalid",
  retry: "never",
  means: "The catalog's name, description or list of fields breaks a rule.",
  remedy:
    "Read the named errors: one catalog per call, names up to 250 characters, the first field id of type string.",
  see: page.catalogs
}) {}

/** A field cannot be added or deleted: it is in use, not named correctly, or one too many. */
export class InvalidCatalogField extends Failure<InvalidCatalogField>()("Braze.InvalidCatalogField", {
  signature: ids(
    "invalid-field-name",
    "field-referenced-by-selection",
    "field-is-inventory",
    "catalog-exceeds-fields-limit"
  ),
  category: "invalid",
  retry: "never",
  means: "The field is in use, not named correctly, or would be more than the 500 that a catalog may have.",
  remedy: "Read the named errors; delete the selections that use the field before the field.",
  see: page.catalogs
}) {}

/** An item breaks a rule: its id, its size, or its fields. */
export class InvalidCatalogItem extends Failure<InvalidCatalogItem>()("Braze.InvalidCatalogItem", {
  signature: ids(
    "invalid-fields",
    "fields-do-not-match",
    "ids-not-strings",
    "ids-not-string",
    "ids-not-unique",
    "ids-too-large",
    "invalid-ids",
    "items-missing-ids",
    "item-array-invalid",
    "items-too-large",
    "invalid-keys-in-value-object",
    "too-deep-nesting-in-value-object",
    "unable-to-coerce-value",
    "id-in-body",
    "filtered-set-field-too-long"
  ),
  category: "invalid",
  retry: "never",
  means: "An item breaks a rule: its id, the size of a value, or its fields.",
  remedy:
    "Read the named errors: ids are texts of up to 250 letters, digits, - and _, values up to 5,000 characters, fields those of the catalog.",
  see: page.catalogs
}) {}

/** The selection breaks a rule: its filters, its order, or its limit. */
export class InvalidCatalogSelection extends Failure<InvalidCatalogSelection>()(
  "Braze.InvalidCatalogSelection",
  {
    signature: ids(
      "invalid-selection",
      "too-many-filters",
      "selection-has-invalid-filter",
      "selection-invalid-results-limit",
      "invalid-sorting",
      "invalid-sort-field",
      "invalid-sort-order",
      "selection-contains-too-many-arrays"
    ),
    category: "invalid",
    retry: "never",
    means: "The selection's filters, order or limit break a rule.",
    remedy: "Read the named errors and correct the selection.",
    see: page.catalogs
  }
) {}
