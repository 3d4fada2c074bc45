import { prisma } from "~/db/client.server";
import { writeTransaction } from "~/db/transaction.server";
import { hashPassword, verifyPassword } from "./password.server";
import type { CurrentUser } from "./session.server";

/** False where the present password is wrong. Every other session of the user ends; the caller opens a new one. */
export async function changeOwnPassword(
  user: CurrentUser,
  current: string,
  password: string,
): Promise<boolean> {
  const { passwordHash } = await prisma().user.findUniqueOrThrow({
    where: { id: user.id },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(passwordHash, current))) return false;
  const newHash = await hashPassword(password);
  await writeTransaction({ userId: user.id, name: user.name }, async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash: newHash }, select: { id: true } });
    await tx.session.updateMany({
      where: { userId: user.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    return {
      result: null,
      audit: {
        action: "user.change_password",
        subjectType: "user",
        subjectId: user.id,
        subjectName: user.name,
      },
    };
  });
  return true;
}
