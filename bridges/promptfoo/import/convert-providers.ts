import { convertProvider, type ImportedModel, type WrittenProvider } from "./convert-provider.ts";
import { isScriptReference, loadReference } from "./load-references.ts";
import { isGroup, type Group } from "./raw-config.ts";
import type { ReadPrompt } from "./written-prompt.ts";
import type { ImportSession } from "./session.ts";

interface ProviderPlace {
  readonly holder: object;
  readonly key?: string | number | undefined;
}

/** Turns `providers` (or `targets`) into the models of `amtsprobe.yaml`; ids that repeat get a number. */
export function convertProviders(
  session: ImportSession,
  config: Group,
  prompts: readonly ReadPrompt[],
): ImportedModel[] {
  const key = config["providers"] === undefined ? "targets" : "providers";
  const written = readList(session, config[key], { holder: config, key });
  if (written.length === 0) session.refuse(config, key, "es fehlt ein Modell (providers)");
  session.providers = written.map(({ id, settings: { label } }) => ({
    id,
    ...(typeof label === "string" && { label }),
  }));
  session.labels.providers = session.providers.map(({ id, label }) => label ?? id);
  const taken = new Map<string, number>();
  return written.flatMap((provider) => {
    checkPrompts(session, provider, prompts);
    const model = convertProvider(session, provider);
    return model === undefined ? [] : [withOwnId(model, taken)];
  });
}

function readList(session: ImportSession, value: unknown, place: ProviderPlace): WrittenProvider[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, key) => readList(session, entry, { holder: value, key }));
  }
  if (typeof value === "string") return readNamed(session, value, place);
  if (!isGroup(value)) {
    session.refuse(place.holder, place.key, "ein Modell ist ein Text oder eine Gruppe mit id");
    return [];
  }
  if (typeof value["id"] === "string") {
    return [{ id: value["id"], settings: value, holder: value, key: "id" }];
  }
  const [first] = Object.entries(value);
  const [id, settings] = first ?? ["", undefined];
  if (!isGroup(settings) || id === "") {
    session.refuse(place.holder, place.key, "einem Modell fehlt id");
    return [];
  }
  const named = typeof settings["id"] === "string" ? settings["id"] : id;
  return [{ id: named, settings, holder: settings, key: undefined }];
}

function readNamed(session: ImportSession, name: string, place: ProviderPlace): WrittenProvider[] {
  if (!name.startsWith("file://") || isScriptReference(name)) {
    return [{ id: name, settings: {}, holder: place.holder, key: place.key }];
  }
  const content = session.attempt(place.holder, place.key, () => loadReference(session, name));
  return content === undefined ? [] : readList(session, content, place);
}

/** A provider that answers only some of the prompts has no counterpart: a run asks every model all. */
function checkPrompts(
  session: ImportSession,
  { settings, holder }: WrittenProvider,
  prompts: readonly ReadPrompt[],
): void {
  const allowed = settings["prompts"];
  if (!Array.isArray(allowed)) return;
  const isAllowed = ({ label }: ReadPrompt) =>
    allowed.some((name) => label === name || label.startsWith(`${String(name)}:`));
  if (prompts.every(isAllowed)) return;
  session.refuse(
    holder,
    "prompts",
    "ein Modell, das nur einige der Prompts bekommt, gibt es hier nicht",
  );
}

function withOwnId(model: ImportedModel, taken: Map<string, number>): ImportedModel {
  const count = (taken.get(model.id) ?? 0) + 1;
  taken.set(model.id, count);
  if (count === 1) return model;
  const name = model.id.slice(model.id.indexOf(":") + 1);
  return { ...model, id: `${model.id}#${count}`, model: model.model ?? name };
}
