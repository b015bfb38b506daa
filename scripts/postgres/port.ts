import { createServer } from "node:net"
import { codeOf } from "./files"

const ATTEMPTS = 20

/**
 * A TCP port free for a server that clients find under the name localhost: `preferred` when it is free, else another.
 * @throws Error when none is found
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred))) return preferred
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = await listen("127.0.0.1", 0)
    if (port !== null && (await isFree(port))) return port
  }
  throw new Error("No TCP port is free on 127.0.0.1: close the programs that listen there and try again.")
}

/** Both addresses of localhost: a foreign server on ::1 would answer those who resolve localhost to it first. */
async function isFree(port: number): Promise<boolean> {
  return (await listen("127.0.0.1", port)) !== null && (await listen("::1", port)) !== null
}

/** The port that could be listened on, now closed again, or null when it is taken. */
function listen(host: string, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.unref()
    server.once("error", (error) => {
      // A machine without IPv6 has nobody on ::1 either.
      resolve(["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(codeOf(error) ?? "") ? port : null)
    })
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : null))
    })
  })
}
