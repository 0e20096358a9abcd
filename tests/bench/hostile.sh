#!/bin/sh
# Writes files of at most 1 MiB that were made to hurt a reader of YAML.
#
#     sh tests/bench/hostile.sh FOLDER
set -eu
mkdir -p "$1" && cd "$1"

repeat() { awk -v text="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'; }
head='plan: p
title: t
'

{ printf '%snotes: ' "$head"; repeat '[' 262144; } >nested-flow.yaml
{ printf '%snotes: ' "$head"; repeat '{a: ' 200000; } >nested-maps.yaml
{ printf '%snotes:\n' "$head"; awk 'BEGIN { for (i = 0; i < 1000; i++) { printf "%*s- a:\n", i, "" } }'; } >nested-block.yaml
{ repeat '%TAG !a! tag:a,2000:
' 40000; printf '%s\n%s' '---' "$head"; } >tags.yaml
{ printf '%snotes: a' "$head"; repeat ' ' 500000; repeat 'b ' 250000; } >blanks.yaml
{ printf '%snotes: |\n  a' "$head"; repeat '
' 900000; echo '  b'; } >blank-lines.yaml
{ printf '%s' "$head"; awk 'BEGIN { for (i = 0; i < 80000; i++) printf "key%d: v\n", i }'; } >unknown-keys.yaml
{ printf '%smeetings:\n' "$head"; awk 'BEGIN { for (i = 0; i < 90000; i++) print "  a: {}" }'; } >same-id.yaml
{ printf '%smeetings:\n' "$head"; awk 'BEGIN { for (i = 0; i < 24000; i++) printf "  m%d: {title: t, after: m%d}\n", i, (i + 1) % 24000 }'; } >ring.yaml
{ printf '%smeetings:\n' "$head"; awk 'BEGIN { for (i = 0; i < 20000; i++) printf "  m%d: {title: t, after: x%d + 1w}\n", i, i }'; } >unknown-references.yaml
{ printf '%smeetings:\n  a: {title: t, after: [' "$head"; repeat 'b, ' 300000; echo 'b]}'; } >long-list.yaml
{ printf '%snotes: "' "$head"; repeat '\u0041' 170000; echo '"'; } >escapes.yaml
{ printf '%snotes: ' "$head"; repeat '"' 1000000; } >quotes.yaml
{ repeat '? ' 500000; } >question-marks.yaml
{ repeat '- ' 500000; } >dashes.yaml
{ repeat '#' 1000000; } >comment.yaml
{ printf '%smeetings:\n' "$head"
  awk 'BEGIN { for (i = 0; i < 12000; i++) printf "  m%d: {title: t, date: 1900-01-01..2199-12-31, after: m%d + 1wd}\n", i, i ? i - 1 : 11999 }'
} >creeping-ring.yaml
