/** Braze: purchases. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, optional, whole } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { answer } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Pages from "../../../many/Pages.ts"

const listProductsPage = operation("listProducts", () => ({
  method: "GET",
  path: "/purchases/product_list",
  input: Schema.Struct({
    /** At least 0. */ page: optional(whole(0))
  }),
  output: answer({ products: Schema.Array(Schema.String) }),
  idempotent: true,
  quota: "events",
  permission: "purchases.product_list",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Lists products; `.stream` reads all pages: `GET /purchases/product_list`. Needs the permission `purchases.product_list`. */
export const listProducts = Pages.byNumber(listProductsPage, {
  items: ({ products }) => products,
  page: "page",
  first: 0,
  size: 1
})

/** Gets purchase quantity series: `GET /purchases/quantity_series`. Needs the permission `purchases.quantity_series`. */
export const getPurchaseQuantitySeries = operation("getPurchaseQuantitySeries", () => ({
  method: "GET",
  path: "/purchases/quantity_series",
  input: snake({
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text()),
    unit: optional(Schema.Literals(["day", "hour"])),
    appId: optional(Schema.String),
    product: optional(Schema.String)
  }),
  output: answer({
    data: Schema.Array(snake({ time: optional(Schema.String), purchaseQuantity: optional(Schema.Finite) }))
  }),
  idempotent: true,
  permission: "purchases.quantity_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Gets revenue series: `GET /purchases/revenue_series`. Needs the permission `purchases.revenue_series`. */
export const getRevenueSeries = operation("getRevenueSeries", () => ({
  method: "GET",
  path: "/purchases/revenue_series",
  input: snake({
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text()),
    unit: optional(Schema.Literals(["day", "hour"])),
    appId: optional(Schema.String),
    product: optional(Schema.String)
  }),
  output: answer({ data: objects({ time: optional(Schema.String), revenue: optional(Schema.Finite) }) }),
  idempotent: true,
  permission: "purchases.revenue_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))
