import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/baseline.css";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import { createTheme, MantineProvider } from "@mantine/core";
import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { localeOf } from "./i18n/i18n.server";
import { fallbackLocale, languageTags } from "./i18n/locales";
import { ErrorPage } from "./ui/shell/error-page";
import { useNonce } from "./ui/shell/nonce";
import { themeOf } from "./ui/shell/theme.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const [locale, theme] = await Promise.all([localeOf(request), themeOf(request)]);
  return { locale, theme };
}

/** An error page keeps what its failure says to the browser: when to come back. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers();

/** Language and theme change only through the preferences action, which reloads the page. */
export const shouldRevalidate = () => false;

const mantineTheme = createTheme({ fontFamily: "var(--font)", defaultRadius: 6, cursorType: "pointer" });

export function Layout({ children }: { children: ReactNode }) {
  const preferences = useRouteLoaderData<typeof loader>("root");
  const locale = preferences?.locale ?? fallbackLocale;
  const theme = preferences?.theme ?? undefined;
  const nonce = useNonce();
  return (
    <html
      lang={languageTags[locale]}
      data-theme={theme}
      data-mantine-color-scheme={theme ?? "light"}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider
          theme={mantineTheme}
          defaultColorScheme={theme ?? "auto"}
          withCssVariables={false}
          withGlobalClasses={false}
          getStyleNonce={() => nonce ?? ""}
        >
          {children}
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
