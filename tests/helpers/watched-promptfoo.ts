import { modelConfigSchema } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";
import { watchConnections } from "./watch-connections.ts";

/*
 * A program of its own: asks one question through promptfoo at the loopback address that is its first
 * argument, while every way out of this machine fails and is counted. Writes one line of JSON when
 * nothing is left to do, so that nothing late is missed.
 */
const [baseURL = "", cacheFolder = ""] = process.argv.slice(2);
const outside: string[] = [];
watchConnections((host) => outside.push(host));

if (process.argv[4] === "probe") await fetch("http://192.0.2.1/").catch(() => undefined);
const config = { id: "promptfoo:openai:chat:gpt-4.1", baseURL, apiKeyEnv: "HAUS_KEY" };
const context = { environment: { HAUS_KEY: "sk-0123456789abcdef" }, cacheFolder };
const model = await openModel(modelConfigSchema.parse(config), context);
await model.prepare(() => {});
const messages = [{ role: "user" as const, content: "Was kostet der Ausweis?" }];
const request = { messages, temperature: 0, seed: 7, maxTokens: 50 };
const { status } = await model.call(request, new AbortController().signal);
await model.close();
process.once("exit", () => process.stdout.write(`${JSON.stringify({ status, outside })}\n`));
