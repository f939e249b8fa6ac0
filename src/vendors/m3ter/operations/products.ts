/** Products: what is sold, and what meters and plans belong to. */
import * as Schema from "effect/Schema"
import * as Split from "../../../many/Split.ts"
import * as Pages from "../../../many/Pages.ts"
import { TokenExpired } from "../failures.ts"
import { operation } from "../vendor.ts"
import {
  after,
  Code,
  CustomFields,
  Id,
  joined,
  Name,
  page,
  selection,
  stored,
  told,
  Version
} from "./parts.ts"

const see = "m3ter API reference, “Product”"

// API reference: `pageSize` 1 to 200.
const mostPerPage = 200

const written = { name: Name, code: Code, customFields: Schema.optionalKey(CustomFields) }

/** A product to be created. */
export interface NewProduct extends Schema.Schema.Type<typeof NewProductFields> {}
const NewProductFields = Schema.Struct(written)
export const NewProduct = Schema.Opaque<NewProduct>()(NewProductFields)

/** A product as it shall be from now on, whole: custom fields that are left out are erased. */
export interface ProductUpdate extends Schema.Schema.Type<typeof ProductUpdateFields> {}
const ProductUpdateFields = Schema.Struct({ id: Id, version: Version, ...written })
export const ProductUpdate = Schema.Opaque<ProductUpdate>()(ProductUpdateFields)

/** A product. */
export interface Product extends Schema.Schema.Type<typeof ProductFields> {}
const ProductFields = Schema.Struct({ ...stored, name: told(Schema.String), code: told(Schema.String) })
export const Product = Schema.Opaque<Product>()(ProductFields)

/** A page of products, newest first. No `nextToken`, or an empty one, means that it is the last. */
export interface ProductPage extends Schema.Schema.Type<typeof ProductPageFields> {}
const ProductPageFields = Schema.Struct(page(Product))
export const ProductPage = Schema.Opaque<ProductPage>()(ProductPageFields)

const inPages = operation("M3ter.listProducts", {
  method: "GET",
  path: "/organizations/{orgId}/products",
  input: Schema.Struct(selection(mostPerPage)),
  output: ProductPage,
  fails: [TokenExpired],
  idempotent: true,
  quota: "config",
  see
})

/** Lists products, a page (at most 200) at a time, or with `.stream` all of them; only those whose ids are given. */
export const listProducts = Pages.byToken(
  // How long a page is where no length is given is not published: at most this.
  Split.page(inPages, { size: "pageSize", usual: mostPerPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ nextToken }) => nextToken, into: "nextToken" }
)

/** Gets the product of that id. A code in its place is not found. */
export const getProduct = operation("M3ter.getProduct", {
  method: "GET",
  path: "/organizations/{orgId}/products/{id}",
  input: Schema.Struct({ id: Id }),
  output: Product,
  fails: [TokenExpired],
  idempotent: true,
  quota: "config",
  see
})

/** Creates a product. Its code is unique, but what m3ter answers to a second one is not documented: look for it before repeating. */
export const createProduct = operation("M3ter.createProduct", {
  method: "POST",
  path: "/organizations/{orgId}/products",
  input: NewProduct,
  output: Product,
  fails: [TokenExpired],
  idempotent: false,
  quota: "config",
  see
})

/**
 * Replaces a product, whole, if it still has that version. Custom fields that are left out are erased. After an unknown
 * delivery read the product again: a repeat of what was applied is refused.
 */
export const updateProduct = operation("M3ter.updateProduct", {
  method: "PUT",
  path: "/organizations/{orgId}/products/{id}",
  input: ProductUpdate,
  output: Product,
  fails: [TokenExpired],
  idempotent: false,
  quota: "config",
  see
})
