import { createServer } from "node:net"

/** The wished port when it is free, else the next free one: another program may use it. */
export async function portNear(wished: number): Promise<number> {
  for (let port = wished; port < wished + 50; port++) if (await isFree(port)) return port
  throw new Error(`no port is free from ${wished} on; stop a program that listens there`)
}

/** Free on every address: a server on `::` would answer for `localhost` in our place. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}
