"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

/** Around whatever keeps its state in the address. Where nothing does, its code is not loaded. */
export const UrlState = ({ children }: { children: ReactNode }) => <NuqsAdapter>{children}</NuqsAdapter>;
