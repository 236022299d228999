/** The browser of the tests is that of the benchmarks. */
export { startBrowser } from "../../bench/start-browser.ts";
