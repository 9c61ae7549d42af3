#!/bin/sh
# Asks a running Portfolio Ledger what its users ask, with curl alone: question, address, answer.
# First the Met's papers, then live stories in a register of their own. Every run has ids of its own and corrects only facts
# whose positions its own answers gave, so it is safe on a system in use.
# Usage: docs/ask.sh [http://127.0.0.1:8080]
set -eu
base=${1:-http://127.0.0.1:8080}/api/v1
id=$(date +%s)-$$
register=STORY-$id
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

# ask "question" user path [text that the answer must have | !text that it must not]...
ask() {
  question=$1 user=$2 path=$3
  shift 3
  printf '\n? %s\n  GET %s%s\n' "$question" "$base" "$path"
  curl -s -u "$user:$user" -H "Sync-Token: ${position:-0}" -H 'Prefer: wait=10' "$base$path" >"$folder/answer"
  printf '  %s\n' "$(cut -c 1-1500 "$folder/answer")"
  for expected in "$@"; do
    case $expected in
      !*) grep -qF -- "${expected#!}" "$folder/answer" && { printf '  WRONG: the answer has %s\n' "${expected#!}"; failures=$((failures + 1)); } ;;
      *) grep -qF -- "$expected" "$folder/answer" || { printf '  WRONG: the answer lacks %s\n' "$expected"; failures=$((failures + 1)); } ;;
    esac
  done
  return 0
}

# send user path body [expected HTTP status]
send() {
  printf '\n> POST %s%s as %s\n  %s\n' "$base" "$2" "$1" "$3"
  status=$(curl -s -o "$folder/answer" -w '%{http_code}' -u "$1:$1" -H 'Content-Type: application/json' -X POST "$base$2" -d "$3")
  printf '  %s %s\n' "$status" "$(cat "$folder/answer")"
  [ "$status" = "${4:-201}" ] || { printf '  WRONG: not %s\n' "${4:-201}"; failures=$((failures + 1)); }
  last=$(sed -n 's/^{"position":\([0-9]*\),.*/\1/p' "$folder/answer")
  [ -z "$last" ] || position=$last
}

hash() { printf '%s' "$1" | sha256sum | cut -d ' ' -f 1; }

printf '\n=== The papers ===\n'
P2011='asOf=2011-06-13&knownAt=2011-06-14'
ask 'What was the status of the change portfolio on 13 June 2011?' reader "/portfolios/PF-CHANGE-2011/status?$P2011" \
  '"rating":"GREEN","count":4' '"rating":"AMBER","count":1' 'PG-SCD'
ask 'And the day before the paper came, what did anybody know?' reader \
  '/portfolios/PF-CHANGE-2011/status?asOf=2011-06-13&knownAt=2011-06-12' 'not-known-then'
ask "Why were TP Development's risks amber, and who assessed them?" reader \
  "/initiatives/PG-TPDEV/rag-assessments?criterion=RISKS_AND_MITIGATION&$P2011" 'AMBER' 'HR lead times' 'RATING_WITHOUT_ASSESSOR'
ask 'Who approved CRIB in principle, and when?' assurance "/business-cases?initiative=PJ-038&$P2011" \
  'APPROVED_IN_PRINCIPLE' 'BD-MB' '2010-12-08' '"inferred":true'
for case in PJ-040 PJ-039 PJ-DUTIES; do
  ask "Was $case finally approved, by whom, how exactly is the date known?" assurance "/business-cases?initiative=$case&$P2011" \
    '"outcome":"APPROVED"' 'BD-GB' '2011-05-01' 'MONTH'
done
ask 'What depends on the Public Access review, and where does the path end?' reader "/initiatives/PJ-043/downstream?$P2011" 'PJ-005'
ask 'On what did the estate programme depend in 2018?' reader '/dependencies?asOf=2018-03-05&knownAt=2018-03-06&initiative=PG-ESTATE' 'Public Access consultation'

printf '\n=== Who was accountable, and whom did we believe to be? ===\n'
send office /registers "{\"id\": \"$register\", \"name\": \"Stories\"}"
send office /portfolios "{\"id\": \"PF-$id\", \"register\": \"$register\", \"name\": \"Housing\", \"effectiveOn\": \"2026-01-01\"}"
send office /portfolios "{\"id\": \"PF2-$id\", \"register\": \"$register\", \"name\": \"Estates\", \"effectiveOn\": \"2026-01-01\"}"
send office "/portfolios/PF-$id/rating-schemes" '{"scheme": "RAG", "criteria": ["OVERALL"], "effectiveOn": "2026-01-01", "ratings": [{"rating": "GREEN", "definition": "on target"}, {"rating": "AMBER", "definition": "slipping"}, {"rating": "RED", "definition": "off target"}]}'
send office /initiatives "{\"id\": \"PG-$id\", \"register\": \"$register\", \"level\": \"PROGRAMME\", \"name\": \"New homes\", \"placement\": {\"portfolio\": \"PF-$id\"}, \"effectiveOn\": \"2026-01-05\"}"
send office "/initiatives/PG-$id/appointments" '{"id": "SRO-1", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "p-sro1"}, "appointmentLetter": "HO/1", "expectedEnd": "2028-01-05", "timeCommitment": 50, "effectiveOn": "2026-01-05"}'
before=$position
send office "/initiatives/PG-$id/appointments" '{"id": "SRO-2", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "p-sro2"}, "appointmentLetter": "HO/2", "expectedEnd": "2028-06-01", "timeCommitment": 40, "effectiveOn": "2026-03-01"}' 409
send office "/initiatives/PG-$id/appointments" '{"id": "SRO-2", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "p-sro2"}, "appointmentLetter": "HO/2", "expectedEnd": "2028-06-01", "timeCommitment": 40, "replaces": "SRO-1", "effectiveOn": "2026-03-01"}'
ask 'Who held the role on the last day before the change?' reader "/initiatives/PG-$id/appointments?asOf=2026-02-28" 'p-sro1' '!p-sro2'
ask 'And on the day itself?' reader "/initiatives/PG-$id/appointments?asOf=2026-03-01" 'p-sro2'
ask 'Whom did we believe to hold it then, before the change was recorded?' assurance \
  "/initiatives/PG-$id/appointments?asOf=2026-03-01&knownAt=position:$before" 'p-sro1' '!p-sro2'
ask 'Which initiatives had no SRO, an acting one beyond the term, or three changes in two years?' reader \
  "/portfolios/PF-$id/accountability?concern=ANY&asOf=2026-03-01" '"items":[]' '"withoutHolder":0'
ask 'And where did the SRO change once in a year?' reader \
  "/portfolios/PF-$id/accountability?concern=ANY&months=12&changes=1&asOf=2026-03-01" 'FREQUENT_CHANGES'

printf '\n=== A rating, corrected, and the correction corrected ===\n'
send office "/initiatives/PG-$id/rag-assessments" '{"scheme": "RAG", "criterion": "OVERALL", "rating": "GREEN", "assessor": "PORTFOLIO_OFFICE", "rationale": "All milestones met", "effectiveOn": "2026-04-30"}'
rated=$position
send office /corrections "{\"fact\": $rated, \"reason\": \"Ground works were late\", \"replacement\": {\"rating\": \"RED\", \"rationale\": \"Ground works are three weeks late\"}}"
corrected=$position
send office /corrections "{\"fact\": $corrected, \"reason\": \"Three weeks is slipping, not off target\", \"replacement\": {\"rating\": \"AMBER\"}}"
for known in "$rated GREEN" "$corrected RED" "$position AMBER"; do
  ask "What was the rating of 30 April, as known at position ${known% *}?" reader \
    "/initiatives/PG-$id/rag-assessments/OVERALL:PORTFOLIO_OFFICE?asOf=2026-04-30&knownAt=position:${known% *}" "\"rating\":\"${known#* }\""
done
ask 'What corrected what, when, why?' assurance "/facts/$rated" 'Ground works were late'

printf '\n=== Renamed, moved, closed ===\n'
send office "/initiatives/PG-$id/renames" '{"name": "Affordable homes", "effectiveOn": "2026-05-01"}'
send office "/initiatives/PG-$id/moves" "{\"to\": {\"portfolio\": \"PF2-$id\"}, \"effectiveOn\": \"2026-06-01\"}"
send office "/initiatives/PG-$id/closures" '{"reason": "Delivered early", "effectiveOn": "2026-09-01"}'
ask 'Under which name, in which portfolio, on 30 April?' reader "/portfolios/PF-$id/status?asOf=2026-04-30" '"New homes"'
ask 'And on 1 June?' reader "/portfolios/PF2-$id/status?asOf=2026-06-01" '"Affordable homes"'
ask 'Is it still in the old portfolio then?' reader "/portfolios/PF-$id/status?asOf=2026-06-01" '!Affordable homes'
ask 'Does the closed programme still show on a day on which it was open?' reader "/portfolios/PF2-$id/status?asOf=2026-08-31" '"Affordable homes"'
ask 'And after its closure?' reader "/portfolios/PF2-$id/status?asOf=2026-09-01" '!Affordable homes'

printf '\n=== Who decided, on what grounds ===\n'
paper=$(hash "case $id")
send office /initiatives "{\"id\": \"PJ-$id\", \"register\": \"$register\", \"level\": \"PROJECT\", \"name\": \"Depot\", \"placement\": {\"portfolio\": \"PF-$id\"}, \"effectiveOn\": \"2026-01-05\"}"
send office "/initiatives/PJ-$id/appointments" '{"id": "SRO-1", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "p-sro1"}, "appointmentLetter": "HO/3", "expectedEnd": "2028-01-05", "timeCommitment": 50, "effectiveOn": "2026-01-05"}'
send secretary /boards "{\"id\": \"BD-$id\", \"register\": \"$register\", \"name\": \"Investment Board\", \"level\": \"INVESTMENT\", \"decisionTypes\": [\"SOC\"], \"limit\": {\"amount\": 5000000, \"currency\": \"GBP\", \"priceBasis\": \"NOMINAL\", \"confidence\": \"APPROVED\"}, \"quorum\": 3, \"effectiveOn\": \"2026-01-01\"}"
limit=$position
send sro1 /business-cases "{\"id\": \"BC-$id\", \"register\": \"$register\", \"initiative\": \"PJ-$id\", \"stage\": \"SOC\", \"title\": \"Depot\", \"route\": [\"BD-$id\"], \"owners\": [\"p-sro1\"], \"effectiveOn\": \"2026-02-01\"}"
send sro1 "/business-cases/BC-$id/versions" "{\"cost\": {\"amount\": 4999999.99, \"currency\": \"GBP\", \"priceBasis\": \"NOMINAL\", \"confidence\": \"VALIDATED\"}, \"paper\": {\"sha256\": \"$paper\", \"title\": \"SOC\"}, \"effectiveOn\": \"2026-02-02\"}"
send sro1 "/business-cases/BC-$id/submissions" '{"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2026-02-03"}'
ask 'Which cases wait for the board, since when, and what is missing?' reader "/boards/BD-$id/waiting?asOf=2026-02-10" "BC-$id" '"waitsSince":"2026-02-03"' '"days":7' '"missing":[{"what":"EQUALITY_ASSESSMENT"}]'
send secretary /meetings "{\"id\": \"M-$id\", \"register\": \"$register\", \"board\": \"BD-$id\", \"plannedFor\": \"2026-02-20\", \"effectiveOn\": \"2026-01-20\"}"
send secretary "/meetings/M-$id/agendas" "{\"items\": [{\"item\": \"1\", \"subject\": \"Depot\", \"businessCase\": \"BC-$id\"}], \"effectiveOn\": \"2026-02-10\"}"
ask 'What do the members of the board have before them on that day?' reader "/boards/BD-$id/pack?asOf=2026-02-20" "M-$id" "BC-$id" "PJ-$id"
decision="\"board\": \"BD-$id\", \"version\": 1, \"outcome\": \"APPROVED\", \"meeting\": \"M-$id\", \"papers\": [{\"sha256\": \"$paper\", \"title\": \"SOC\"}], \"effectiveOn\": \"2026-02-20\""
send secretary "/business-cases/BC-$id/decisions" "{$decision, \"attendance\": 4, \"decidedBy\": [\"p-sro1\"]}" 409
send secretary "/business-cases/BC-$id/decisions" "{$decision, \"attendance\": 2, \"decidedBy\": [\"p-secretary\"]}" 409
send secretary "/business-cases/BC-$id/decisions" "{$decision, \"attendance\": 4, \"decidedBy\": [\"p-secretary\"]}"
approved=$position
ask 'How many days did cases take from submission to final approval, by board?' reader \
  "/portfolios/PF-$id/lead-times?asOf=2026-02-28&approvedFrom=2026-02-01&approvedTo=2026-03-01" "BD-$id" '"meanDays":17.0' "BC-$id"
ask 'With what authority was it decided, by whom, on which papers?' assurance "/decisions/$approved" '"authority"' '"quorum":' "$paper" '"number":1'
ask 'On which facts did the approval rest?' assurance "/facts/$approved" '"basis"' "$limit"
send secretary /corrections "{\"fact\": $limit, \"reason\": \"The scheme of delegation says three million\", \"replacement\": {\"limit\": {\"amount\": 3000000, \"currency\": \"GBP\", \"priceBasis\": \"NOMINAL\", \"confidence\": \"APPROVED\"}}}"
ask 'The limit was corrected: does the approval hold, and does it show the correction?' assurance "/business-cases/BC-$id?asOf=2026-02-20" '"finalApproval":true' 'restsOnCorrected'
ask 'Was that known when the board sat?' assurance "/business-cases/BC-$id?asOf=2026-02-20&knownAt=position:$approved" '"finalApproval":true' '!restsOnCorrected'

printf '\n=== Who depends on whom, what changed, who did it ===\n'
send office /dependencies "{\"id\": \"DEP-$id\", \"register\": \"$register\", \"giver\": {\"initiative\": \"PJ-$id\"}, \"receiver\": {\"initiative\": \"PG-$id\"}, \"type\": \"INTER_PROGRAMME\", \"importance\": \"HIGH\", \"nature\": \"Depot before homes\", \"neededBy\": \"2026-07-01\", \"effectiveOn\": \"2026-02-01\"}"
send office "/dependencies/DEP-$id/status-updates" '{"status": "AGREED", "effectiveOn": "2026-02-10"}' 409
send sro1 "/dependencies/DEP-$id/promises" '{"promisedFor": "2026-07-02", "effectiveOn": "2026-02-15"}'
ask 'Which promises come later than they are needed?' reader "/dependencies/graph?portfolio=PF-$id&asOf=2026-03-01" 'conflict'
ask 'Who is hit if the depot slips?' reader "/initiatives/PJ-$id/downstream?asOf=2026-03-01" "PG-$id"
ask 'What changed between 1 March and 1 June?' reader "/changes?from=2026-03-01@position:$position&to=2026-06-01@position:$position&register=$register" 'Affordable homes'
ask 'Who did what?' assurance "/audit/facts?register=$register&actor=p-secretary" 'business-case-decided'

printf '\n%s\n' "$([ $failures = 0 ] && echo 'Every answer is as expected.' || echo "$failures answers are wrong.")"
[ $failures = 0 ]
