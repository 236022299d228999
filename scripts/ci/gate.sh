#!/usr/bin/env bash
# Asks the changed prompts and holds them against the baseline. Both templates call it: action.yml (GitHub) and
# scripts/ci/gitlab/template.yml. Everything comes from variables GATE_…; docs/ci.md explains them in German.
set -euo pipefail

program=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
out=${GATE_OUT:-amtsprobe-gate}
baseline=${GATE_BASELINE:-gate/baseline.json}
run=$out/lauf

amtsprobe() {
  npm run --silent --prefix "$program" "$@"
}

# Options that are set, as words: add ARRAY --option VALUE
add() {
  local -n words=$1
  if [ -n "$3" ]; then words+=("$2" "$3"); fi
}

ask=(--out "$run" --attempts "${GATE_ATTEMPTS:-1}" --critical-attempts "${GATE_CRITICAL_ATTEMPTS:-5}")
add ask --config "${GATE_CONFIG:-}"
add ask --model "${GATE_MODEL:-llama:gemma3-270m}"
add ask --suite "${GATE_SUITES:-}"
add ask --input "${GATE_INPUT:-raw}"
add ask --changed-since "${GATE_CHANGED_SINCE:-}"
if [ -n "${GATE_VARIANT_FILE:-}" ]; then
  ask+=(--variant-file "$GATE_VARIANT_FILE")
else
  ask+=(--variant trained)
fi
add ask --profile "${GATE_PROFILE:-}"

# 3: not every call got an answer. Whether that is too many is for the gate to say.
code=0
amtsprobe eval -- "${ask[@]}" || code=$?
if [ "$code" -ne 0 ] && { [ "$code" -ne 3 ] || [ ! -f "$run/findings.json" ]; }; then exit "$code"; fi
if [ ! -f "$run/manifest.json" ]; then exit 0; fi

if [ ! -e "$baseline" ]; then
  amtsprobe gate -- --save "$out/baseline.json" --candidate "$run"
  echo "Noch keine Vergleichsbasis: Dieser Lauf ist eine. Checken Sie $out/baseline.json als $baseline ein."
  exit 0
fi

judge=(--baseline "$baseline" --candidate "$run" --out "$out" --max-drop "${GATE_MAX_DROP:-5}")
add judge --quarantine "${GATE_QUARANTINE:-}"
if [ "${GATE_STRICT:-false}" = true ]; then judge+=(--strict); fi
if [ "${GITHUB_ACTIONS:-false}" = true ]; then judge+=(--github); fi
amtsprobe gate -- "${judge[@]}"
