import { printLine } from "../../print.ts";
import { proveEgress } from "./prove-egress.ts";

// Its own process, so that it can be started in a network namespace.
printLine(JSON.stringify(await proveEgress()));
