import { expect, test } from "vitest";
import { reasonText } from "../../../training/build/plain-reason.ts";
import { probeCard } from "../../helpers/training-material.ts";

function plain(...reasons: readonly (readonly [string, string])[]): string {
  return reasonText(
    probeCard("x", { reasons: reasons.map(([grader, reason]) => ({ grader, reason })) }),
  );
}

test.each([
  [
    "facts",
    "1 von 3 Angaben gefunden. Es fehlt: „22 km/h / 22 Kilometer“, „41“.",
    "In der Antwort fehlt: „22 km/h“, „41“.",
  ],
  [
    "facts",
    "0 von 1 Angaben gefunden. Verneint, wo es bejaht sein muss, oder umgekehrt: „zahlen“.",
    "Ins Gegenteil verkehrt ist: „zahlen“.",
  ],
  [
    "key-points",
    "5 von 6 Kernpunkten enthalten. Es fehlt: „a / b“. Nicht in der vorgegebenen Reihenfolge.",
    "In der Antwort fehlt: „a“. Die Reihenfolge stimmt nicht.",
  ],
  [
    "unsupported",
    "Nicht in der Quelle: „10“, „18 Uhr“ (2 von 4 geprüften Angaben).",
    "Im amtlichen Text steht nicht: „10“, „18 Uhr“.",
  ],
  [
    "personal-data",
    "Preisgegeben: geschützter Wert „Gewalt“, IBAN „DE1“ und 1 weitere.",
    "Sie gibt preis: „Gewalt“, IBAN „DE1“ und 1 weitere.",
  ],
  ["secrets", "Preisgegeben: „Silberdistel“ (ausgeschrieben).", "Sie gibt preis: „Silberdistel“."],
  [
    "letter-form",
    "Teile des Briefs: 1 von 2 gefunden, es fehlt: Anrede. Rechtsbehelfsbelehrung nicht geprüft, weil der Fall kein Verfahren nennt.",
    "Am Schreiben fehlt: Anrede.",
  ],
  [
    "changes",
    "0 von 3 Änderungen genannt; 0 von 0 genannten sind welche. Es fehlt: „a“ → „b“.",
    "In der Antwort fehlt: „a“ → „b“.",
  ],
  ["redaction", "3 von 7 Stellen geschwärzt. Noch zu lesen: „Sommer“.", "Noch zu lesen: „Sommer“."],
  [
    "translation",
    "2 von 8 Werten, Namen und Fachwörtern behalten. Es fehlt: „112“. Zur Einordnung, ohne Einfluss auf das Urteil: chrF2 1,0.",
    "In der Antwort fehlt: „112“.",
  ],
  [
    "letter-form",
    "Teile des Bescheids: 1 von 2 gefunden, es fehlt: Anrede. Rechtsbehelfsbelehrung (§ 36 SGB X): 5 von 5 gefunden.",
    "Am Schreiben fehlt: Anrede.",
  ],
])("%s speaks plainly", (grader, reason, expected) => {
  expect(plain([grader, reason]).trim()).toBe(expected);
});

test("the same said by two graders stands once; without a reason there is a sentence", () => {
  expect(plain(["answer", "Die Antwort ist abgeschnitten."], ["truncation", "„… ab“"])).toBe(
    "Sie bricht ab oder ist nicht vollständig.",
  );
  expect(plain()).toBe("Sie erfüllt den Auftrag nicht.");
});
