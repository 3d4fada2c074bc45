import { writeTransaction } from "~/db/transaction.server";
import type { Scope } from "~/modules/access/scope";
import type { AnnouncementInput } from "./announcement";
import { resolveUnit } from "./programme-people.server";

/** What is published stays as it was read: a correction is another announcement. */
export async function publishAnnouncement(
  scope: Scope<"programme.write">,
  input: AnnouncementInput,
): Promise<string> {
  return writeTransaction(scope.actor, async (tx) => {
    const { id } = await tx.announcement.create({
      data: {
        title: input.title,
        body: input.body,
        orgUnitId: await resolveUnit(tx, input.unitCode),
        asksToConfirm: input.asksToConfirm,
        publishedByName: scope.actor.name,
      },
      select: { id: true },
    });
    return {
      result: id,
      audit: {
        action: "announcement.publish",
        subjectType: "programme_announcement",
        subjectId: id,
        subjectName: input.title,
        detail: { unit: input.unitCode, asksToConfirm: input.asksToConfirm },
      },
    };
  });
}
