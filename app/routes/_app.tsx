import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { navigationFor } from "~/modules/access/navigation";
import { requireUser } from "~/modules/access/require-scope.server";
import { ErrorPage } from "~/ui/shell/error-page";
import { Navigation } from "~/ui/shell/navigation";
import styles from "~/ui/shell/shell.module.css";
import { themeOf } from "~/ui/shell/theme.server";
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

export default function AppShell() {
  const { user, items, theme } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const isLoading = useNavigation().state !== "idle";
  useShortcuts();
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
        <Outlet />
      </main>
    </div>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
