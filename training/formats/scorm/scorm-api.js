/* Talks to the learning platform by SCORM 1.2; without a platform everything works and nothing is kept. */
/** Looks for the API in a window and those around it. */
const apiAround = (start) => {
  let current = start;
  for (let steps = 0; current && steps < 20; steps += 1) {
    try {
      if (current.API) return current.API;
    } catch {
      return null;
    }
    if (current.parent === current) return null;
    current = current.parent;
  }
  return null;
};

const startedAt = Date.now();
const api = apiAround(window) ?? apiAround(window.opener);
let isOpen = api !== null && String(api.LMSInitialize("")) === "true";

const get = (name) => (isOpen ? String(api.LMSGetValue(name)) : "");
const set = (name, value) => (isOpen ? api.LMSSetValue(name, String(value)) : undefined);

const two = (number) => String(number).padStart(2, "0");

/** Duration since the page was opened as HHHH:MM:SS. */
const sessionTime = () => {
  const seconds = Math.floor((Date.now() - startedAt) / 1000);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

const clock = () => {
  const now = new Date();
  return `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
};

/** Reports an answer; the number of an interaction never comes twice. */
const report = ({ id, type, response, pattern, result }) => {
  const count = Number(get("cmi.interactions._count"));
  const name = `cmi.interactions.${count}`;
  set(`${name}.id`, id);
  set(`${name}.type`, type);
  set(`${name}.time`, clock());
  if (pattern) set(`${name}.correct_responses.0.pattern`, pattern);
  if (response) set(`${name}.student_response`, response);
  set(`${name}.result`, result);
  set(`${name}.weighting`, "1");
};

const commit = () => (isOpen ? api.LMSCommit("") : undefined);

/** Ends the session once, also when the page is left. */
const finish = () => {
  if (!isOpen) return;
  set("cmi.core.session_time", sessionTime());
  set("cmi.core.exit", get("cmi.core.lesson_status") === "incomplete" ? "suspend" : "");
  commit();
  isOpen = false;
  api.LMSFinish("");
};
window.addEventListener("pagehide", finish);

export const scorm = { get, set, report, commit, finish };
