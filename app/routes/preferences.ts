import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { localeCookie } from "~/i18n/i18n.server";
import { isLocale } from "~/i18n/locales";
import { safePath } from "~/modules/access/safe-path";
import { themeCookie } from "~/ui/shell/theme.server";

/** Language and appearance; a plain form post, so that the whole page comes back in the new language. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  const locale = form.get("locale");
  if (isLocale(locale)) headers.append("Set-Cookie", await localeCookie.serialize(locale));
  const theme = form.get("theme");
  if (theme === "light" || theme === "dark") headers.append("Set-Cookie", await themeCookie.serialize(theme));
  if (theme === "system") headers.append("Set-Cookie", await themeCookie.serialize("", { maxAge: 0 }));
  return redirect(safePath(form.get("back")), { headers });
}

export const loader = () => redirect("/");
