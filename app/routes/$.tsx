import { answering } from "~/http/answering.server";
import { AppError } from "~/kernel/app-error";

/** Every address that no other route has. It has a loader so that the page knows language and appearance. */
export const loader = answering(() => Promise.reject(new AppError("not_found", "No such page")));
export const action = loader;

export default function Nowhere() {
  return null;
}
