import { z } from "zod";
import { inputKindSchema } from "../core/case.ts";
import { flag, integer, number } from "../core/coerce.ts";
import { modelConfigSchema } from "../core/model.ts";
import { checkLocated } from "./located-value.ts";
import { readYaml } from "./read-yaml.ts";

const proxyAddress = z
  .url({ protocol: /^https?$/u, error: "muss eine Adresse wie http://proxy.amt.example:3128 sein" })
  .refine((address) => !/^[a-z]+:\/\/[^/]*@/iu.test(address), {
    error:
      "darf keine Zugangsdaten enthalten, weil diese Datei weitergegeben wird; setzen Sie dafür die Variable HTTPS_PROXY",
  });

/** `amtsprobe.yaml`: what an agency wants to have measured. Everything may be left out. */
export const configSchema = z.strictObject({
  schemaVersion: integer()
    .pipe(z.literal(1, { error: "muss 1 sein" }))
    .default(1),
  title: z.string().min(1).optional().describe("Überschrift des Berichts."),
  suites: z.array(z.string().min(1)).min(1).optional().describe("Namen oder Ordner; sonst alle."),
  models: z.array(modelConfigSchema).min(1).optional().describe("Was geprüft wird."),
  variants: z.array(z.string().min(1)).min(1).optional().describe("untrained, trained, eigene."),
  inputs: z.array(inputKindSchema).min(1).optional(),
  attempts: integer().pipe(z.int().min(1).max(100)).optional(),
  seed: integer().pipe(z.int().min(0)).optional(),
  profile: z.enum(["quick", "full"]).optional(),
  budget: number().pipe(z.number().positive()).optional().describe("Obergrenze in Euro."),
  strict: flag()
    .optional()
    .describe("ja: auch erfundene Fälle gehen nur dorthin, wo dataClasses des Modells es erlaubt."),
  proxy: proxyAddress
    .optional()
    .describe("Adresse des Proxys, zum Beispiel http://proxy.amt.example:3128; ohne Zugangsdaten."),
  noProxy: z
    .array(z.string().min(1))
    .optional()
    .describe("Namen, zu denen es ohne Proxy geht, zum Beispiel .intern oder 10.1.2.3."),
  caFile: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Datei (PEM) mit der Zertifizierungsstelle des Hauses; gilt zusätzlich zu den üblichen.",
    ),
});
export type Config = z.infer<typeof configSchema>;

/** Reads and checks a configuration; what is wrong is reported with its place. */
export function readConfig(file: string): Config {
  return checkLocated(configSchema, readYaml(file));
}
