import { BlockList, isIP } from "node:net";

/** What an address says about where it leads; `name` is none yet and has to be looked up. */
export type AddressClass =
  "loopback" | "unspecified" | "link-local" | "multicast" | "private" | "public" | "name";

/** Ranges by RFC 6890 and its registries; IPv4 inside IPv6 (`::ffff:…`) counts as IPv4. */
const ranges: readonly (readonly [AddressClass, readonly string[]])[] = [
  ["loopback", ["127.0.0.0/8", "::1/128"]],
  ["unspecified", ["0.0.0.0/8", "::/128"]],
  ["link-local", ["169.254.0.0/16", "fe80::/10"]],
  ["multicast", ["224.0.0.0/4", "255.255.255.255/32", "ff00::/8"]],
  [
    "private",
    ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10"],
  ],
];

const lists = ranges.map(([name, networks]) => [name, listOf(networks)] as const);

/** The class of an address in its canonical form, see {@link canonicalHost}. */
export function classOf(host: string): AddressClass {
  if (host === "localhost" || host.endsWith(".localhost")) return "loopback";
  const family = isIP(host);
  if (family === 0) return "name";
  const bare = host.replace(/%.*$/u, "");
  const kind = family === 4 ? "ipv4" : "ipv6";
  return lists.find(([, list]) => list.check(bare, kind))?.[0] ?? "public";
}

/**
 * One spelling for one host: lower case, without brackets and final dot, numbers in any notation and
 * IPv4 inside IPv6 as dotted IPv4, e.g. `canonicalHost("0x7F.1")` is `127.0.0.1`. What is no host at
 * all comes back as it is.
 */
export function canonicalHost(host: string): string {
  const bare = host.replace(/^\[(?<inside>.*)\]$/u, "$<inside>").replace(/\.$/u, "");
  const [address = "", zone] = bare.split("%");
  const url = `http://${isIP(address) === 6 ? `[${address}]` : address}/`;
  if (!URL.canParse(url)) return bare.toLowerCase();
  const plain = new URL(url).hostname.replace(/^\[(?<inside>.*)\]$/u, "$<inside>");
  const mapped = /^::ffff:(?<high>[\da-f]{1,4}):(?<low>[\da-f]{1,4})$/u.exec(plain)?.groups;
  if (mapped !== undefined) return dotted(mapped["high"] ?? "", mapped["low"] ?? "");
  return zone === undefined ? plain : `${plain}%${zone}`;
}

function dotted(high: string, low: string): string {
  const number = [high, low].map((part) => Number.parseInt(part, 16));
  return number.flatMap((part) => [part >> 8, part & 255]).join(".");
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? "ipv4" : "ipv6");
  }
  return list;
}
