import { networkOf } from "../network"

describe("the network of an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["::ffff:203.0.113.7", "203.0.113.0/24"],
    ["2001:db8:0:1ff::1", "2001:db8:0:100/56"],
    ["2001:DB8::1", "2001:db8:0:0/56"],
    ["2001:db8:0:1ab:2:3:4:5", "2001:db8:0:100/56"],
    ["fe80::1%eth0", "fe80:0:0:0/56"],
    ["::", "0:0:0:0/56"],
    ["64:ff9b::203.0.113.7", "64:ff9b:0:0/56"],
    ["203.0.113.7, 1.2.3.4", "unknown"],
    ["", "unknown"],
    [undefined, "unknown"],
  ])("%s is %s", (ip, network) => expect(networkOf(ip)).toBe(network))
})
