import { env } from "@/lib/env";

/** Where this installation is reached, for commands that readers paste. */
export const origin = (): string => env().APP_URL || "https://carillon.example.com";
