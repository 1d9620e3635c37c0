import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeSync } from "@/components/layout/theme-sync";
import { Toasts } from "@/components/layout/toasts";
import { parseTheme, THEME_COOKIE, THEME_SCRIPT } from "@/components/layout/theme";
import { cn } from "@/components/ui/cn";
import { NONCE_HEADER } from "@/lib/auth/content-security-policy";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Carillon", template: "%s · Carillon" },
  description: "A workspace's notifications and integrations hub.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0b0c10" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  // Reading it makes every page dynamic, without which Next could not put the nonce on its scripts.
  const nonce = (await headers()).get(NONCE_HEADER) ?? undefined;
  return (
    <html
      lang="en"
      data-theme={theme}
      className={cn(GeistSans.variable, GeistMono.variable, theme === "dark" && "dark")}
      suppressHydrationWarning
    >
      <head>
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        {children}
        <ThemeSync />
        <Toasts />
      </body>
    </html>
  );
}
