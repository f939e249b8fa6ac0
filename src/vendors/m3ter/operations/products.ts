/** Products: what is sold, and what meters and plans belong to. */
import * as Schema from "effect/Schema"
import { withoutNulls } from "../../../contract/nulls.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"
import { operation } from "../vendor.ts"
import {
  after,
  Code,
  CustomFields,
  Reference,
  joined,
  Name,
  page,
  selection,
  stored,
  Version
} from "./parts.ts"

const see = "m3ter API reference, “Product”"

// API reference: `pageSize` 1 to 200.
const mostPerPage = 200

const written = lazy(() => ({
  /** Name of the product. */
  name: Name(),
  /** A short name of your own, which no other product has. */
  code: Code(),
  /** Fields of your own, by name: texts or numbers, at most 100. An update erases those that it leaves out. */
  customFields: Schema.optionalKey(CustomFields())
}))

const NewProductFields = lazy(() => Schema.Struct(written()))

/** A product to be created. */
export interface NewProduct extends Schema.Schema.Type<ReturnType<typeof NewProductFields>> {}
export const NewProduct = lazy(() => Schema.Opaque<NewProduct>()(NewProductFields()))

const ProductUpdateFields = lazy(() =>
  Schema.Struct({
    /** Id of the product to replace, 36 characters. */
    id: Reference(),
    /** The version that the product has now; m3ter refuses any other. */
    version: Version(),
    ...written()
  })
)

/** The whole product as it is to be from now on: custom fields that are left out are erased. */
export interface ProductUpdate extends Schema.Schema.Type<ReturnType<typeof ProductUpdateFields>> {}
export const ProductUpdate = lazy(() => Schema.Opaque<ProductUpdate>()(ProductUpdateFields()))

const ProductFields = lazy(() =>
  Schema.Struct({
    ...stored(),
    name: Schema.optionalKey(Schema.String),
    code: Schema.optionalKey(Schema.String)
  })
)

/** A product. */
export interface Product extends Schema.Schema.Type<ReturnType<typeof ProductFields>> {}
export const Product = lazy(() => Schema.Opaque<Product>()(ProductFields()))

const ProductPageFields = lazy(() => Schema.Struct(page(Product())))

/** A page of products, newest first. No `nextToken`, or an empty one, means that it is the last. */
export interface ProductPage extends Schema.Schema.Type<ReturnType<typeof ProductPageFields>> {}
export const ProductPage = lazy(() => Schema.Opaque<ProductPage>()(ProductPageFields()))

const onePage = operation("listProducts", () => ({
  method: "GET",
  path: "/organizations/{orgId}/products",
  input: Schema.Struct(selection(mostPerPage)),
  output: withoutNulls(ProductPage()),
  idempotent: true,
  see
}))

/** Lists products, a page (at most 200) at a time, or with `.stream` all of them; only those whose ids are given. */
export const listProducts = Pages.byToken(
  // The usual length of a page is not published: at most this.
  Split.page(onePage, { size: "pageSize", usual: mostPerPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ nextToken }) => nextToken, into: "nextToken" }
)

/** Gets the product of that id. A code in its place is not found. */
export const getProduct = operation("getProduct", () => ({
  method: "GET",
  path: "/organizations/{orgId}/products/{id}",
  input: Schema.Struct({
    /** Id of the product, 36 characters, never its code. */
    id: Reference()
  }),
  output: withoutNulls(Product()),
  idempotent: true,
  see
}))

/** Creates a product. Its code is unique, but what m3ter answers to a second one is not documented: look for it before repeating. */
export const createProduct = operation("createProduct", () => ({
  method: "POST",
  path: "/organizations/{orgId}/products",
  input: NewProduct(),
  output: withoutNulls(Product()),
  idempotent: false,
  // The code is unique; the list cannot be asked for one, newest first.
  settles: {
    guardedBy: "unique",
    read: listProducts,
    code: "code",
    ask: () => ({ pageSize: mostPerPage }),
    found: ({ data }: ProductPage) => data,
    next: after
  },
  see
}))

/**
 * Replaces the whole product, if it still has that version. Custom fields that are left out are erased. After an unknown
 * delivery read the product again: a repeat of what was applied is refused.
 */
export const updateProduct = operation("updateProduct", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/products/{id}",
  input: ProductUpdate(),
  output: withoutNulls(Product()),
  idempotent: false,
  version: "version",
  settles: {
    guardedBy: "version",
    read: getProduct,
    version: "version",
    ask: ({ id }) => ({ id }),
    found: (answer: Product) => [answer]
  },
  notes: ["Custom fields that were left out of the update are erased."],
  see
}))
