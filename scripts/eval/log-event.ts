import { z } from "zod";
import { inputKindSchema } from "../../core/case.ts";
import { failureCodeSchema } from "../../core/outcome.ts";

const share = z.object({
  model: z.string(),
  total: z.int().min(0).describe("Durchgänge dieses Modells."),
  done: z.int().min(0).describe("Davon schon beantwortet."),
});

/** Where the run stands; what is not known is left out. */
const standing = {
  done: z.int().min(0),
  total: z.int().min(0),
  perMinute: z.number().min(0).optional().describe("Durchgänge je Minute, zuletzt."),
  leftMs: z.number().min(0).optional().describe("Millisekunden bis zum Ende, geschätzt."),
  leftIsAtLeast: z.boolean().describe("true, solange ein Modell noch nicht angefangen hat."),
};

/** Euro since the start; left out when no model has a price. */
const money = {
  spentEuro: z.number().min(0).optional().describe("Nach der Zählung des Anbieters."),
  uncertainEuro: z
    .number()
    .min(0)
    .optional()
    .describe("Höchstens dazu: Aufrufe, für die keine Zählung kam."),
  spendIsComplete: z.boolean().optional().describe("false, wenn ein Preis unbekannt ist."),
};

const head = { schemaVersion: z.literal(1), time: z.iso.datetime() };
const shape = <Name extends string, Part extends z.ZodRawShape>(event: Name, part: Part) =>
  z.object({ ...head, event: z.literal(event), ...part });

/** A line that `npm run eval -- --log-format json` writes to stderr. */
export const logEventSchema = z.discriminatedUnion("event", [
  shape("run-start", { total: z.int(), done: z.int(), models: z.array(share) }),
  shape("model-message", { model: z.string(), message: z.string() }),
  shape("model-start", { model: z.string(), trials: z.int() }),
  shape("trial-finish", {
    trialId: z.string(),
    suite: z.string(),
    case: z.string(),
    variant: z.string(),
    input: inputKindSchema,
    model: z.string(),
    attempt: z.int().min(1),
    status: z.enum(["completed", "failed"]),
    cached: z.boolean().describe("true, wenn ein früherer Lauf gefragt hat."),
    code: failureCodeSchema.optional(),
    message: z.string().optional(),
    totalMs: z.number().min(0).optional(),
    ...standing,
    ...money,
  }),
  shape("call-retry", {
    model: z.string(),
    code: failureCodeSchema,
    message: z.string(),
    retryAfterMs: z.number().min(0).optional().describe("Pause, um die der Endpunkt bat."),
  }),
  shape("model-finish", {
    model: z.string(),
    because: z.string().optional().describe("Warum vor dem Ende aufgehört wurde."),
    message: z.string().optional(),
  }),
  shape("journal-mended", { lines: z.int() }),
  shape("journal-wait", { path: z.string() }),
  shape("journal-continue", {}),
  shape("cache-off", { message: z.string() }),
  shape("warning", { message: z.string() }),
  shape("interrupt", { message: z.string() }),
  shape("run-finish", {
    folder: z.string(),
    plannedTrials: z.int(),
    completedTrials: z.int(),
    failedTrials: z.int(),
    calls: z.int().describe("Durchgänge dieses Starts, die gefragt wurden."),
    cached: z.int().describe("Durchgänge dieses Starts, deren Antwort ein früherer Lauf kannte."),
    durationMs: z.number().min(0),
    exitCode: z.int(),
    ...money,
  }),
  shape("error", {
    code: z.string(),
    message: z.string(),
    nextStep: z.string().optional(),
    place: z.string().optional(),
    exitCode: z.int(),
  }),
]);
export type LogEvent = z.infer<typeof logEventSchema>;

/** An event without what every line has. */
export type BareLogEvent = LogEvent extends infer Event
  ? Event extends LogEvent
    ? Omit<Event, "schemaVersion" | "time">
    : never
  : never;
