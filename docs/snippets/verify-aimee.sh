#!/bin/sh
# Usage: WEBHOOK_SECRET=whsec_… sh verify-aimee.sh "<value of x-aimee-signature>" < body
# Ends with 0 when the request is genuine. For checks by hand: a shell does not compare in constant time.
set -eu

expected=$(openssl dgst -sha256 -hmac "$WEBHOOK_SECRET" | sed 's/^.* //')
[ "$1" = "$expected" ]
