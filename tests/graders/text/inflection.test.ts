import { describe, expect, test } from "vitest";
import { belongTogether, sharesKey, wordKeys } from "../../../graders/text/inflection.ts";
import { wordOf } from "../../../graders/text/word.ts";

const related =
  "Antrag Anträge|beantragen beantragt|beantragen Antrag|einreichen eingereicht|einreichen einzureichen|anmelden Anmeldung|anmelden angemeldet|anmelden anzumelden|unterschreiben Unterschrift|unterschreiben unterschrieben|Gebühr Gebühren|Gebuehr Gebühren|Ausweis Ausweises|schriftlich schriftliche|Behörde Behörden|Bürgeramt Bürgerämtern|verlängern verlängert|verlängern Verlängerung|ändern geändert|prüfen geprüft|vorlegen vorzulegen|mitbringen mitgebracht|abgeben abgegeben|gelten gilt|umziehen Umzug|umziehen umgezogen|zahlen bezahlen|zahlen gezahlt|Frist Fristen|Kind Kindern|Montag montags|kündigen Kündigung|widersprechen Widerspruch|erhalten erhält|beziehen bezogen|genehmigt Genehmigung|nachgewiesen nachweisen|bescheinigt Bescheinigung|erscheinen erschienen|Haus Häuser|Antragsteller Antragstellerinnen|ummelden umgemeldet|abholen abzuholen|ausgestellt ausstellen|Verlust verloren|Zeuge Zeugen|Vollmacht bevollmächtigt|Personal-Ausweis Personalausweis|Geheimnis Geheimnisses|eintragen Eintragung".split(
    "|",
  );
const unrelated =
  "persönlich Person|Frist frisch|einreichen einrichten|Bürgeramt Bürger|anmelden abmelden|Antrag Vertrag|zulässig unzulässig|Steuer Stelle|schriftlich Schrift|Hund Hundert|Termin Terminal|Wohnung Wahl|Gebühr gebührenfrei".split(
    "|",
  );

describe("wordKeys", () => {
  test.each(related)("brings together %s", (pair) => {
    expect(share(pair)).toBe(true);
  });

  test.each(unrelated)("keeps apart %s", (pair) => {
    expect(share(pair)).toBe(false);
  });

  test("leaves words of other scripts whole", () => {
    expect([...wordKeys("Заява")]).toEqual(["заява"]);
  });
});

function share(pair: string): boolean {
  const [a = "", b = ""] = pair.split(" ");
  const shares = sharesKey(wordKeys(a), wordKeys(b));
  expect(belongTogether(wordOf(a), wordOf(b))).toBe(shares);
  return shares;
}
