#!/bin/sh
# Usage: WEBHOOK_SECRET=whsec_… sh verify-standard.sh "<webhook-id>" "<webhook-timestamp>" "<webhook-signature>" < body
# Ends with 0 when the request is genuine. For checks by hand: a shell does not compare in constant time.
set -eu

id=$1 timestamp=$2 signature=$3
case $timestamp in "" | *[!0-9]*) exit 1 ;; esac

age=$(($(date +%s) - timestamp))
if [ "${age#-}" -gt 300 ]; then exit 1; fi

# Here the key is what the part behind "whsec_" stands for, not its letters.
key=$(printf '%s' "${WEBHOOK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
expected=$({ printf '%s.%s.' "$id" "$timestamp" && cat; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
# Several values are parted by spaces; one that fits is enough.
printf '%s' "$signature" | tr ' ' '\n' | grep -qxF "v1,$expected"
