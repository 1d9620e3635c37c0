"use client";

import { useEffect, useState } from "react";
import { canSign, signInBrowser } from "./signatures";

/** Signature headers of a body as if it were sent now; empty until computed, and where the browser cannot compute them. */
export function useSignatures(body: string, deliveryId: string, secret: string): Record<string, string> {
  const [signed, setSigned] = useState<Record<string, string>>({});
  useEffect(() => {
    let current = canSign();
    if (current) {
      void signInBrowser({ body, deliveryId, secret, now: new Date() }).then((headers) => {
        if (current) setSigned(headers);
      });
    }
    return () => {
      current = false;
    };
  }, [body, deliveryId, secret]);
  return signed;
}
