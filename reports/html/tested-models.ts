import type { View } from "../view.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { modelSheet } from "./model-sheet.ts";

/** A sheet for every model and baseline; what nobody told the run is called unknown. */
export function testedModels(view: View): Html {
  const missing = view.anonymous ? "nicht gezeigt (anonymisierter Bericht)" : undefined;
  return chapter(
    chapters.models,
    markup`<p class="kern-body">
        Die Steckbriefe geben wieder, was der Lauf aufgezeichnet hat und was in der Konfiguration
        steht; nachgeprüft ist es nicht. Zu Erscheinungsdatum, Trainingsdaten, Energieverbrauch und
        Nutzungsregeln hat der Lauf keine Angaben: Sie sind für diesen Bericht unbekannt.
      </p>
      ${view.findings.models.map((model) => modelSheet(model, view.labels, missing))}`,
  );
}
