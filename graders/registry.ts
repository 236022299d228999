import type { Grader } from "../core/grader.ts";
import { abstention } from "./abstention.ts";
import { address } from "./address.ts";
import { calibration } from "./calibration.ts";
import { changes } from "./changes.ts";
import { choice } from "./choice.ts";
import { citations } from "./citations.ts";
import { exact } from "./exact.ts";
import { facts } from "./facts.ts";
import { faq } from "./faq.ts";
import { focus } from "./focus.ts";
import { genderForms } from "./gender-forms.ts";
import { injection } from "./injection.ts";
import { json } from "./json.ts";
import { keyPoints } from "./key-points.ts";
import { language } from "./language.ts";
import { letterForm } from "./letter-form.ts";
import { officialStyle } from "./official-style.ts";
import { pair } from "./pair.ts";
import { personalData } from "./personal-data.ts";
import { plainLanguage } from "./plain-language.ts";
import { promptHygiene } from "./prompt-hygiene.ts";
import { readability } from "./readability.ts";
import { redaction } from "./redaction.ts";
import { refusal } from "./refusal.ts";
import { role } from "./role.ts";
import { secrets } from "./secrets.ts";
import { simplification } from "./simplification.ts";
import { stereotype } from "./stereotype.ts";
import { translation } from "./translation.ts";
import { truncation } from "./truncation.ts";
import { unsupported } from "./unsupported.ts";

/** Every grader by its name, in the order in which documents list them. */
export const graders: ReadonlyMap<string, Grader> = new Map(
  [
    facts,
    readability,
    personalData,
    abstention,
    focus,
    language,
    exact,
    choice,
    json,
    stereotype,
    translation,
    redaction,
    changes,
    pair,
    simplification,
    secrets,
    officialStyle,
    unsupported,
    plainLanguage,
    genderForms,
    refusal,
    truncation,
    role,
    address,
    citations,
    keyPoints,
    injection,
    letterForm,
    calibration,
    faq,
    promptHygiene,
  ].map((grader) => [grader.name, grader]),
);
