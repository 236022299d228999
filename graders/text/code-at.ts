/**
 * `text.charCodeAt(at)`, for loops over texts of every origin. V8 keeps strings in some ten shapes (one or two
 * bytes, slices, joined ones, …); where more than four meet in one place, every look for the method costs
 * five times as much as the method. Bound this way it is never looked for, and compiled code reads the unit
 * itself; `String.prototype.charCodeAt.call(text, at)` calls a function for every unit.
 */
export const codeAt: (text: string, at: number) => number = Function.prototype.call.bind(
  Reflect.get(String.prototype, "charCodeAt"),
);
