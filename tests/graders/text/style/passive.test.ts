import { describe, expect, test } from "vitest";
import { findModalInfinitives, findPassives } from "../../../../graders/text/style/passive.ts";
import { readStyleText } from "../../../../graders/text/style/style-text.ts";

function passives(text: string): string[] {
  return readStyleText(text)
    .sentences.flatMap(findPassives)
    .map(({ start, end }) => text.slice(start, end));
}

function modalInfinitives(text: string): string[] {
  return readStyleText(text)
    .sentences.flatMap(findModalInfinitives)
    .map(({ start, end }) => text.slice(start, end));
}

describe("passive", () => {
  test.each([
    ["Der Antrag wird geprüft.", "wird geprüft"],
    ["Über den Antrag wurde am 3. Mai entschieden.", "wurde am 3. Mai entschieden"],
    ["Sie werden gebeten, Belege zu senden.", "werden gebeten"],
    ["Nachdem der Bescheid zugestellt worden ist, gilt er.", "zugestellt worden"],
    ["Die Unterlagen können nachgereicht werden.", "nachgereicht werden"],
    ["Abgelehnt wird der Antrag vom 3. Mai.", "Abgelehnt wird"],
    ["Die Kosten werden vom Amt getragen.", "werden vom Amt getragen"],
    ["Wird die Gebühr erlassen?", "Wird die Gebühr erlassen"],
    ["Der Betrag wird ausgezahlt und verrechnet.", "wird ausgezahlt"],
    ["Das wird oft nicht anerkannt.", "wird oft nicht anerkannt"],
    ["Die Frist würde damit überschritten.", "würde damit überschritten"],
    ["Das Geld wurde erhalten.", "wurde erhalten"],
    ["Das wird (nach § 3) bewilligt.", "wird (nach § 3) bewilligt"],
    ["Ihr Kind wird im Mai geboren.", "wird im Mai geboren"],
    ["Es wird ab Mai, nicht früher, gezahlt.", "wird ab Mai, nicht früher, gezahlt"],
    ["Damit wird auch Kindern geholfen.", "wird auch Kindern geholfen"],
  ])("%s", (text, passive) => {
    expect(passives(text)).toEqual([passive]);
  });

  test.each([
    "Wir werden Ihren Antrag prüfen.",
    "Sie werden Post erhalten.",
    "Wir werden Sie gern beraten.",
    "Das Amt wird umziehen.",
    "Das wird Ihnen gefallen.",
    "Das Gericht wird das überlegen.",
    "Es wird kalt, teuer und ungewiss.",
    "Sie werden 18 Jahre alt.",
    "Er wird den Betrag bezahlt haben.",
    "Die bewilligten Leistungen werden jeden Monat steigen.",
    "Der Antrag ist geprüft.",
    "Werden Sie Mitglied!",
    "Das wird genau geregelte Zeiten geben.",
    "Auf dem Schild steht „Hier wird geprüft“, mehr nicht.",
    "Die Stelle ist bekannt geworden.",
  ])("none: %s", (text) => {
    expect(passives(text)).toEqual([]);
  });
});

describe("sein with zu and infinitive", () => {
  test.each([
    ["Der Ausweis ist zu beantragen.", ["ist zu beantragen"]],
    ["Die Belege sind bis zum 3. Mai einzureichen.", ["sind bis zum 3. Mai einzureichen"]],
    ["Er weiß, was vorzulegen ist.", ["vorzulegen ist"]],
    [
      "Die Fristen sind einzuhalten und die Belege sind aufzubewahren.",
      ["sind einzuhalten", "sind aufzubewahren"],
    ],
    ["Sie sind verpflichtet die Unterlagen vorzulegen.", []],
    ["Es ist möglich, den Antrag zu ändern.", []],
    ["Ich bin zu Hause und die Tür ist zu.", []],
    ["Wir sind da, um Ihnen zu helfen.", []],
  ])("%s", (text, expected) => {
    expect(modalInfinitives(text)).toEqual(expected);
  });
});
