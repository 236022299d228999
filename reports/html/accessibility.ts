import type { View } from "../view.ts";
import { abbreviated } from "./abbreviated.ts";
import { bulletList } from "./bullet-list.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { sectionPart } from "./section-part.ts";

/** What is known of the accessibility of this file. It never claims full conformity. */
export function accessibility({ details }: View): Html {
  const contact = details?.contact ?? "[Kontakt eintragen]";
  return chapter(
    chapters.accessibility,
    markup`<p class="kern-body">
        ${abbreviated("Der Bericht ist nach den Vorgaben der BITV 2.0 gestaltet.")} Ob er sie vollständig erfüllt, ist
        nicht festgestellt: Automatische Prüfungen finden nur einen Teil der Barrieren.
      </p>
      ${sectionPart({ id: "barriere-pruefung", title: "Was geprüft ist" }, bulletList(checked))}
      ${sectionPart({ id: "barriere-grenzen", title: "Bekannte Grenzen" }, bulletList(limits.map(abbreviated)))}
      ${sectionPart(
        { id: "barriere-kontakt", title: "Hinweise und Textbaustein" },
        markup`<p class="kern-body">Barrieren melden Sie bitte an: ${contact}.</p>
          <p class="kern-body">
            Die Erklärung zur Barrierefreiheit gibt die Stelle ab, die den Bericht veröffentlicht.
            Baustein dafür: „Der Prüfbericht ist teilweise barrierefrei. Diagramme haben als Ersatz
            eine Tabelle. Wiedergegebene Antworten von Sprachmodellen können Barrieren enthalten,
            die zum Inhalt der Prüfung gehören. Rückmeldungen beantworten wir innerhalb eines Monats:
            ${contact}. Bleibt eine Lösung aus, hilft ${abbreviated("die Schlichtungsstelle nach § 16 BGG.“")}
          </p>`,
      )}`,
  );
}

const checked = [
  "Mit jeder Fassung des Programms werden Musterberichte mit axe-core in Chromium geprüft: hell, dunkel, bei 320 Pixel Breite und in der Druckansicht. Dieser eine Bericht ist damit nicht geprüft.",
  "Der Aufbau der Seiten wird mit html-validate geprüft.",
  "Alles ist mit der Tastatur erreichbar und ohne Skript vollständig; das Skript ergänzt nur Filter und Reihenfolge im Fehlerkatalog.",
];

const limits = [
  "Nicht geprüft haben ihn Menschen, die Vorlesesoftware, Vergrößerung oder Sprachsteuerung nutzen.",
  "Diagramme sind für Vorlesesoftware verborgen; dieselben Zahlen stehen als Satz und Tabelle daneben.",
  "Breite Tabellen lassen sich waagerecht verschieben, auch mit den Pfeiltasten.",
  "Antworten der Modelle stehen da, wie sie kamen: mit Fehlern, in anderen Sprachen, schwer verständlich. Bei fremdsprachigen Antworten ist die verlangte Sprache ausgezeichnet, nicht eine abweichende.",
  "Eine Fassung in Leichter Sprache oder Gebärdensprache gibt es nicht.",
  "Ein PDF, das aus der Druckansicht entsteht, ist nicht auf Barrierefreiheit geprüft.",
];
