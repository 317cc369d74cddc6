#!/usr/bin/env bash
# Ingests pictures, follows them through a broken stream, then asks once more and waits; see README.md.
set -euo pipefail

if [ "$#" -lt 2 ]; then
  echo "Usage: ingest-and-watch.sh HOST:PORT PICTURE…" >&2
  exit 2
fi
server=$1
shift
depict=${DEPICT:-$(dirname "${BASH_SOURCE[0]}")/../../depict}
run="run-$(date +%s)-$$" # a label, by which the tasks of this run are told from others

call() { "$depict" "$@" --server "$server" --output json; }
ends() { call watch --label "$run" --status completed,failed,cancelled "$@" 2>/dev/null; }
value() { sed -nE "s/.*\"$1\":\"(([^\"\\\\]|\\\\.)*)\".*/\1/p"; }

# Taken first: nothing is missed from here on.
token=$(call watch --limit 0 2>/dev/null | value resumeToken)

call ingest --async --yes --label "$run" "$@" | while read -r line; do
  echo "ingested $(grep -o 'tasks/[0-9a-f-]*' <<<"$line" | head -1) $(value file <<<"$line")"
done

# One line for each change; the stream is broken off after the first, and goes on with its token.
left=$#
limit=1
while [ "$left" -gt 0 ]; do
  while read -r line; do
    echo "event $(grep -o 'tasks/[0-9a-f-]*' <<<"$line" | head -1) $(value type <<<"$line") $(value altText <<<"$line")"
    token=$(value resumeToken <<<"$line")
    left=$((left - 1))
  done < <(ends --since-token "$token" --limit "$limit")
  [ "$left" -eq 0 ] || echo "break $token"
  limit=$left
done

echo "answer $(call ingest --yes --prompt 'What is it for?' "$1" | value altText)"
