import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { answering } from "~/http/answering.server";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/modules/access/require-scope.server";
import { savedViewForm, savedViewLists } from "~/modules/access/saved-view";
import { removeView, saveView } from "~/modules/access/saved-views.server";

/** Named filter sets of a list: saved and removed by a plain form, then back to where it was. */
export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const user = await requireUser(request);
  const values = await readForm(request);
  const list = savedViewLists.find((each) => each === values["list"]);
  if (!list) return redirect("/");
  const back = (query: string) => redirect(`/${list}${query && `?${query}`}`);
  if (values["intent"] === "remove") {
    await removeView(user.id, values["id"] ?? "");
    return back(new URLSearchParams(values["query"] ?? "").toString());
  }
  const view = savedViewForm.safeParse(values);
  if (!view.success) return back("");
  await saveView(user.id, view.data);
  return back(view.data.query);
});

export const loader = () => redirect("/");
