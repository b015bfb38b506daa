import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { answerWith } from "./answer"

export type ShopPageOptions = {
  /** 0 takes a free port. */
  readonly port: number
  /** Where the browser reaches the store; its CORS must allow the page's address. */
  readonly storeUrl: string
  readonly publishableKey: string
  readonly regionId: string
  /** Where the browser confirms cards; absent in a shop without cards. */
  readonly stripe?: { readonly url: string; readonly publishableKey: string }
}

export type ShopPage = {
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

/** Serves the demo's shop on this machine only. The store does the work: the page is a customer of its public API. */
export async function startShopPage(options: ShopPageOptions): Promise<ShopPage> {
  const storeUrl = options.storeUrl.replace(/\/+$/, "")
  const server = createServer(answerWith({ ...options, storeUrl }))
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port, "127.0.0.1", resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    // The name rather than the number: browsers keep what they store by origin, and the store allows one origin.
    url: `http://localhost:${port}`,
    port,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        // Browsers keep connections open: without this, stopping waits for them.
        server.closeAllConnections()
      }),
  }
}
