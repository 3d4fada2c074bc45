import type { HeadersFunction, LoaderFunctionArgs, MetaFunction, SerializeFrom } from "@remix-run/node";
import { Outlet, useLoaderData, useNavigation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { navigationFor } from "~/modules/access/navigation";
import { requireUser } from "~/modules/access/require-scope.server";
import { CommandPalette } from "~/ui/shell/command-palette";
import { ErrorMessage, ErrorPage } from "~/ui/shell/error-page";
import { Navigation } from "~/ui/shell/navigation";
import styles from "~/ui/shell/shell.module.css";
import { ShortcutList } from "~/ui/shell/shortcut-list";
import { themeOf } from "~/ui/shell/theme.server";
import { useDocumentTitle } from "~/ui/shell/use-document-title";
import { useShortcuts } from "~/ui/shell/use-shortcuts";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const user = await requireUser(request);
  return {
    user: { name: user.name, roles: user.roles, orgUnitName: user.orgUnitName },
    items: navigationFor(user.roles),
    theme: await themeOf(request),
  };
});

/** An error page keeps what its failure says to the browser: when to come back. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers();

export const meta: MetaFunction = () => [{ title: "Relata" }];

/** Who is signed in does not change while they walk about; a refused loader sends them to the login page anyway. */
export const shouldRevalidate = () => false;

export default function App() {
  return (
    <Shell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  );
}

/** What goes wrong on a page leaves the way to all others standing. */
export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>("routes/_app");
  if (!shell) return <ErrorPage />;
  return (
    <Shell {...shell}>
      <ErrorMessage />
    </Shell>
  );
}

type Props = SerializeFrom<typeof loader> & { children: ReactNode };

function Shell({ user, items, theme, children }: Props) {
  const { t } = useTranslation();
  const isLoading = useNavigation().state !== "idle";
  useShortcuts();
  useDocumentTitle();
  const userLine = [user.roles.map((role) => t(`common.role.${role}`)).join(", "), user.orgUnitName]
    .filter(Boolean)
    .join(", ");
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t("common.skipToContent")}
      </a>
      {isLoading && <div className={styles.progress} aria-hidden="true" />}
      <Navigation items={items} userName={user.name} userLine={userLine} theme={theme} />
      <main className={styles.content} id="content" aria-busy={isLoading}>
        {children}
      </main>
      <CommandPalette items={items} />
      <ShortcutList />
    </div>
  );
}
