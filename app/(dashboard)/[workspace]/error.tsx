"use client";

import { ErrorMessage, type ErrorPageProps } from "@/components/layout/error-message";

export default function WorkspaceError(props: ErrorPageProps) {
  return <ErrorMessage {...props} place="inside" />;
}
