#!/bin/sh
# The gates of a Program on the Axys Cards API, for any CI system with a POSIX shell and Node. Copy it into your repository.
#
#   axys-certify.sh gate [FLAGS...]                 the whole matrix, and a check of the evidence it left
#   axys-certify.sh regression OLD NEW [FLAGS...]   what a new contract changes; the rows it touches, then the whole matrix
#   axys-certify.sh drift PACK [FLAGS...]           the whole matrix beside the last certified pack
#   axys-certify.sh shard I N [FLAGS...]            the I-th of N parts of the matrix
#   axys-certify.sh merge PACK...                   all parts: one pack, one decision
#
# FLAGS go to every run. Target and credentials come from AXYS_* variables (axys-certify --help), never from flags. Besides:
#
#   CERTIFY         the command, words apart by blanks      axys-certify, of node_modules or installed globally
#   REPORTS         folder of the evidence                  reports
#   KEEP            finished runs to keep there             all
#   ACCEPT_WAITING  1: waiting for people is no failure     0
#   VERIFY_KEY      public key of whoever signed PACK       none: the signer is not authenticated
#   BASELINE        pack of a run with OLD (regression)     none: a run with OLD is made first
#   APPROVALS       what people decided about changes       none
#   SELECTION       flags that choose rows, to try it out   none: the whole matrix
#
# Exit codes are those of axys-certify, the strongest of all steps: 4 evidence altered or card data in it, 1 rejected or
# breaking, 3 the harness failed, 2 incomplete or a change nobody can call safe, 5 waiting for people, 0. A command that
# cannot start (64 usage, 77 refused, 78 configuration) ends the script at once.
set -eu

reports=${REPORTS:-reports}
worst=0
stopped=0
# Not npx: of a package that is not installed it asks the registry, and its exit code 1 would read as a rejection.
PATH=$PWD/node_modules/.bin:$PATH

# A job that is cancelled or runs into its time limit gets a signal, and the shell would keep it from the run, which needs it to
# seal what it has.
certify() {
  echo "+ axys-certify $*" >&2
  # The command may be several words.
  # shellcheck disable=SC2086
  ${CERTIFY:-axys-certify} "$@" &
  child=$!
  stopped=0
  trap 'stopped=1; kill -TERM "$child" 2>/dev/null || :' INT TERM
  ended=0
  wait "$child" || ended=$?
  if [ "$stopped" -eq 1 ]; then
    # The first wait was cut short by the signal.
    ended=0
    wait "$child" || ended=$?
  fi
  trap - INT TERM
  return "$ended"
}

# How this CI system learns which lines a message is about.
annotations() {
  if [ "${GITHUB_ACTIONS:-}" = true ]; then
    echo '--annotate github'
  elif [ "${GITLAB_CI:-}" = true ]; then
    echo "--annotate lines --code-quality $reports/code-quality.json"
  else
    echo '--annotate lines'
  fi
}

# Runs the matrix; adds its exit code to the strongest so far.
run() {
  code=0
  # Flags without blanks.
  # shellcheck disable=SC2046
  certify run --out "$reports" ${KEEP:+--keep "$KEEP"} $(annotations) "$@" || code=$?
  add "$code"
}

# Flags that select rows; the whole matrix without them.
whole() {
  # shellcheck disable=SC2086
  run ${SELECTION:-} "$@"
}

rank() {
  case $1 in
  0) echo 0 ;;
  5) echo 1 ;;
  2) echo 2 ;;
  3) echo 3 ;;
  1) echo 4 ;;
  4) echo 5 ;;
  *) echo 6 ;;
  esac
}

# Keeps the stronger of two exit codes. One that no step may have ends everything: nothing was tried.
add() {
  if [ "$(rank "$1")" -gt "$(rank "$worst")" ]; then worst=$1; fi
  if [ "$(rank "$1")" -eq 6 ]; then exit "$1"; fi
  if [ "$stopped" -eq 1 ]; then finish; fi
}

# What CI systems pick up by name, beside the packs. Of evidence that may hold card data nothing leaves the machine.
publish() {
  rm -f "$reports/junit.xml" "$reports/step-summary.md"
  if [ "$worst" -eq 4 ] || [ ! -e "$reports/latest" ]; then return 0; fi
  cp "$reports/latest/junit.xml" "$reports/junit.xml"
  cp "$reports/latest/results/step-summary.md" "$reports/step-summary.md"
}

# What the last run left has to stand on its own, without this machine.
check_evidence() {
  if [ -e "$reports/latest" ]; then
    code=0
    certify verify latest --out "$reports" >"$reports/verification.txt" || code=$?
    if [ "$code" -ne 0 ]; then cat "$reports/verification.txt"; fi
    add "$code"
  fi
}

finish() {
  publish
  if [ "$worst" -eq 5 ]; then
    echo 'Waiting for people (exit 5): software has nothing left to do and nothing is broken. The rows are in step-summary.md;'
    echo 'people act, attest in the program profile, and the next run with --carry takes the rest over.'
    if [ "${ACCEPT_WAITING:-0}" = 1 ]; then exit 0; fi
  fi
  exit "$worst"
}

gate() {
  whole "$@"
  check_evidence
}

# Whether any row exercises a change of contract-diff.json.
affects_rows() {
  node -e '
    const { coverage } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
    process.exitCode = coverage.affected.requirements.length > 0 ? 0 : 1;
  ' "$reports/contract-diff.json"
}

# The diff of OLD and NEW with the rows that the run of $pack exercised.
joined_diff() {
  if [ "$1" = "$pack" ]; then
    set -- "$pack" "$new"
  else
    set -- "$1" "$new" --coverage "$pack"
  fi
  certify diff "$@" ${APPROVALS:+--approvals "$APPROVALS"} --out "$reports" --json >"$reports/contract-diff.json"
}

regression() {
  old=$1 new=$2
  shift 2
  code=0
  # shellcheck disable=SC2046
  certify diff "$old" "$new" ${APPROVALS:+--approvals "$APPROVALS"} $(annotations) >"$reports/contract-diff.txt" || code=$?
  cat "$reports/contract-diff.txt"
  add "$code"
  if grep -qx 'The contracts are the same\.' "$reports/contract-diff.txt"; then return 0; fi
  pack=${BASELINE:-}
  if [ -z "$pack" ]; then
    # What a run with the old contract finds is old news; that there is one, whole and unaltered, is needed.
    before=$worst
    export AXYS_CONTRACT="$old"
    whole "$@"
    if [ "$worst" -eq 4 ]; then return 0; fi
    worst=$before
    pack=$(cd "$reports/latest" && pwd -P)
  fi
  code=0
  joined_diff "$old" || code=$?
  # Under an overlay the run was judged by another document than OLD: by the one in its pack.
  if [ "$code" -eq 64 ]; then
    code=0
    joined_diff "$pack" || code=$?
  fi
  add "$code"
  export AXYS_CONTRACT="$new"
  if affects_rows; then
    run --affected-by "$reports/contract-diff.json" "$@"
  else
    echo 'No row exercises what changed: contract-diff.json lists it as unexercised.'
  fi
  whole --baseline "$pack" ${APPROVALS:+--approvals "$APPROVALS"} "$@"
  check_evidence
}

drift() {
  pack=$1
  shift
  code=0
  certify verify "$pack" --out "$reports" ${VERIFY_KEY:+--key "$VERIFY_KEY"} >"$reports/baseline.txt" || code=$?
  if [ "$code" -ne 0 ]; then
    cat "$reports/baseline.txt"
    add "$code"
    return 0
  fi
  whole --baseline "$pack" ${APPROVALS:+--approvals "$APPROVALS"} "$@"
  check_evidence
  if [ "$worst" -eq 4 ] || [ ! -e "$reports/latest" ]; then return 0; fi
  code=0
  certify diff "$pack" latest ${APPROVALS:+--approvals "$APPROVALS"} --out "$reports" >"$reports/drift.txt" || code=$?
  cat "$reports/drift.txt"
  add "$code"
}

shard() {
  index=$1 of=$2
  shift 2
  whole --shard "$index/$of" "$@"
  check_evidence
}

merge() {
  code=0
  # shellcheck disable=SC2046
  certify merge "$@" --out "$reports" $(annotations) || code=$?
  add "$code"
  check_evidence
}

main() {
  if [ $# -eq 0 ]; then usage; fi
  command=$1
  shift
  mkdir -p "$reports"
  if ! certify --version >&2; then
    echo 'axys-certify does not start: install it (npm ci), or name it in CERTIFY.' >&2
    exit 78
  fi
  case $command:$# in
  gate:*) gate "$@" ;;
  regression:[01] | drift:0 | shard:[01] | merge:0) usage ;;
  regression:*) regression "$@" ;;
  drift:*) drift "$@" ;;
  shard:*) shard "$@" ;;
  merge:*) merge "$@" ;;
  *) usage ;;
  esac
  finish
}

usage() {
  sed -n 's/^#   \(axys-certify\.sh .*\)/\1/p' "$0" >&2
  exit 64
}

main "$@"
