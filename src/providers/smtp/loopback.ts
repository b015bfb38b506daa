import { BlockList, isIP } from "node:net"

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4")
LOOPBACK.addAddress("::1", "ipv6")

/**
 * Whether the host is this machine by its very name (`localhost`, 127.0.0.0/8, ::1), so that nobody can listen between.
 * No look-up: a name that resolves to loopback today may not tomorrow, and `127.0.0.1.example` is a stranger.
 */
export function isLoopback(host: string): boolean {
  const family = isIP(host)
  if (family === 0) return host.toLowerCase() === "localhost"
  return LOOPBACK.check(host, family === 6 ? "ipv6" : "ipv4")
}
