import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { renderWorksheetDocx } from "../../training/formats/docx.ts";
import { renderMoodleXml } from "../../training/formats/moodle-xml.ts";
import { sampleExercises } from "../helpers/sample-exercises.ts";

const folder = mkdtempSync(join(tmpdir(), "amtsprobe-readers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints, or the reason why it cannot run here. */
function run(program: string, words: readonly string[]): { output: string } | { missing: string } {
  try {
    return {
      output: execFileSync(program, [...words], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      }),
    };
  } catch (cause) {
    return { missing: `${program} ${words[0] ?? ""}: ${String(cause).split("\n")[0] ?? ""}` };
  }
}

const python = process.env["AMTSPROBE_PYTHON"] ?? "python3";
const parser = run(python, ["-c", "import moodle_xml_parser"]);
const office = run("soffice", ["--version"]);
if ("missing" in parser)
  process.stderr.write(`Nicht geprüft: moodle-xml-parser fehlt (${parser.missing})\n`);
if ("missing" in office)
  process.stderr.write(`Nicht geprüft: LibreOffice fehlt (${office.missing})\n`);

describe.skipIf("missing" in parser)("Moodle XML, read by moodle-xml-parser (PyPI)", () => {
  test("finds every multiple choice question, its options and its fractions", () => {
    const file = join(folder, "moodle.xml");
    writeFileSync(file, renderMoodleXml(sampleExercises()));
    const script =
      "import json,sys,moodle_xml_parser.parser as p\nr=p.parse_file(sys.argv[1])\nprint(json.dumps([[len(q.options) for q in r['multichoice']]]))";
    const read = run(python, ["-c", script, file]);
    expect("output" in read ? JSON.parse(read.output) : read).toEqual([[3, 4]]);
  });
});

describe.skipIf("missing" in office)("DOCX, opened by LibreOffice", () => {
  test("becomes a PDF, and its first page a picture", async () => {
    const file = join(folder, "arbeitsblatt.docx");
    writeFileSync(file, await renderWorksheetDocx("Übungen", sampleExercises()));
    run("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, file]);
    const pdf = join(folder, "arbeitsblatt.pdf");
    expect(existsSync(pdf)).toBe(true);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    const drawn = run("pdftoppm", ["-png", "-r", "60", "-singlefile", pdf, join(folder, "seite")]);
    if ("missing" in drawn) {
      process.stderr.write(`Nicht geprüft: kein Bild ohne pdftoppm (${drawn.missing})\n`);
      return;
    }
    const picture = readFileSync(join(folder, "seite.png"));
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    // An empty sheet would be a few kilobytes.
    expect(picture.length).toBeGreaterThan(10_000);
  });
});
