#!/bin/sh
# Usage: WEBHOOK_SECRET=whsec_… sh verify-aamu.sh "<value of x-aamu-signature>" < body
# Ends with 0 when the request is genuine. For checks by hand: a shell does not compare in constant time.
set -eu

parts=$(printf '%s' "$1" | tr ',' '\n')
time=$(printf '%s\n' "$parts" | sed -n 's/^t=//p')
case $time in "" | *[!0-9]*) exit 1 ;; esac

age=$(($(date +%s) - ${time%???}))
if [ "${age#-}" -gt 300 ]; then exit 1; fi

expected=$({ printf '%s.' "$time" && cat; } | openssl dgst -sha256 -hmac "$WEBHOOK_SECRET" | sed 's/^.* //')
# While a secret is being replaced there are two v1 entries; one that fits is enough.
printf '%s\n' "$parts" | grep -qx "v1=$expected"
