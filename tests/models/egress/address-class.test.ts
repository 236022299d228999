import { expect, test } from "vitest";
import { canonicalHost, classOf } from "../../../models/egress/address-class.ts";

test.each([
  ["LOCALHOST.", "localhost", "loopback"],
  ["ki.localhost", "ki.localhost", "loopback"],
  ["127.0.0.1", "127.0.0.1", "loopback"],
  ["0x7F.1", "127.0.0.1", "loopback"],
  ["2130706433", "127.0.0.1", "loopback"],
  ["[::1]", "::1", "loopback"],
  ["0:0:0:0:0:0:0:1", "::1", "loopback"],
  ["[::ffff:127.0.0.1]", "127.0.0.1", "loopback"],
  ["::ffff:7f00:1", "127.0.0.1", "loopback"],
  ["0.0.0.0", "0.0.0.0", "unspecified"],
  ["::", "::", "unspecified"],
  ["169.254.169.254", "169.254.169.254", "link-local"],
  ["::ffff:169.254.169.254", "169.254.169.254", "link-local"],
  ["fe80::1%eth0", "fe80::1%eth0", "link-local"],
  ["224.0.0.1", "224.0.0.1", "multicast"],
  ["ff02::1", "ff02::1", "multicast"],
  ["10.1.2.3", "10.1.2.3", "private"],
  ["172.31.255.255", "172.31.255.255", "private"],
  ["192.168.0.1", "192.168.0.1", "private"],
  ["100.64.0.1", "100.64.0.1", "private"],
  ["FD00::1", "fd00::1", "private"],
  ["172.32.0.1", "172.32.0.1", "public"],
  ["2001:DB8::1", "2001:db8::1", "public"],
  ["KI.Amt.Example.", "ki.amt.example", "name"],
  ["k\u00FCche.example", "xn--kche-0ra.example", "name"],
  ["127.0.0.1.boese.example", "127.0.0.1.boese.example", "name"],
  ["localhost.boese.example", "localhost.boese.example", "name"],
])("%s is %s: %s", (host, canonical, kind) => {
  expect(canonicalHost(host)).toBe(canonical);
  expect(classOf(canonical)).toBe(kind);
});
