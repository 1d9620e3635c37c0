"use client";

import { ErrorMessage, type ErrorPageProps } from "@/components/layout/error-message";

export default function RootError(props: ErrorPageProps) {
  return <ErrorMessage {...props} />;
}
