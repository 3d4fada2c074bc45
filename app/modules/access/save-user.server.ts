import { v7 as uuidv7 } from "uuid";
import { Prisma, type PrismaTransaction, prisma } from "~/db/client.server";
import { writeTransaction } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { hashPassword } from "./password.server";
import type { Scope } from "./scope";
import type { UserDetails } from "./user";

/** Names the field that was wrong, and why, as a key of `errors.field`. */
export type UserProblem = {
  readonly field: keyof UserDetails;
  readonly key: string;
  readonly params?: Record<string, string>;
};

type Outcome = { readonly userId: string } | { readonly problem: UserProblem };

export async function createUser(
  scope: Scope<"users.manage">,
  details: UserDetails,
  password: string,
): Promise<Outcome> {
  const bound = await findBindings(details);
  if ("problem" in bound) return bound;
  const userId = uuidv7();
  const passwordHash = await hashPassword(password);
  return unlessTaken(() =>
    writeTransaction(scope.actor, async (tx) => {
      await tx.user.create({
        data: { id: userId, email: details.email, name: details.name, passwordHash, ...bound.bindings },
        select: { id: true },
      });
      await tx.userRole.createMany({ data: details.roles.map((role) => ({ userId, role })) });
      return {
        result: { userId },
        audit: {
          action: "user.create",
          subjectType: "user",
          subjectId: userId,
          subjectName: details.name,
          detail: describe(details),
        },
      };
    }),
  );
}

/** Throws `conflict` where the change would leave nobody who can manage users. Changed roles end the user's sessions. */
export async function updateUser(
  scope: Scope<"users.manage">,
  userId: string,
  details: UserDetails,
): Promise<Outcome> {
  const bound = await findBindings(details);
  if ("problem" in bound) return bound;
  return unlessTaken(() =>
    writeTransaction(scope.actor, async (tx) => {
      const before = await tx.userRole.findMany({ where: { userId }, select: { role: true } });
      await tx.user.update({
        where: { id: userId },
        data: { email: details.email, name: details.name, ...bound.bindings },
        select: { id: true },
      });
      await tx.userRole.deleteMany({ where: { userId } });
      await tx.userRole.createMany({ data: details.roles.map((role) => ({ userId, role })) });
      await requireAnAdministrator(tx);
      return {
        result: { userId },
        audit: {
          action: "user.update",
          subjectType: "user",
          subjectId: userId,
          subjectName: details.name,
          detail: { ...describe(details), rolesBefore: before.map(({ role }) => role) },
        },
      };
    }),
  );
}

/** A disabled user is signed out at once; nothing of theirs is deleted. */
export async function setUserDisabled(
  scope: Scope<"users.manage">,
  userId: string,
  isDisabled: boolean,
): Promise<void> {
  await writeTransaction(scope.actor, async (tx) => {
    const user = await tx.user.update({
      where: { id: userId },
      data: { disabledAt: isDisabled ? new Date() : null },
      select: { name: true },
    });
    if (isDisabled) {
      await requireAnAdministrator(tx);
      await endSessions(tx, userId);
    }
    return {
      result: null,
      audit: {
        action: isDisabled ? "user.disable" : "user.enable",
        subjectType: "user",
        subjectId: userId,
        subjectName: user.name,
      },
    };
  });
}

export async function resetPassword(
  scope: Scope<"users.manage">,
  userId: string,
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await writeTransaction(scope.actor, async (tx) => {
    const user = await tx.user.update({
      where: { id: userId },
      data: { passwordHash },
      select: { name: true },
    });
    await endSessions(tx, userId);
    return {
      result: null,
      audit: {
        action: "user.reset_password",
        subjectType: "user",
        subjectId: userId,
        subjectName: user.name,
      },
    };
  });
}

export async function signOutEverywhere(scope: Scope<"users.manage">, userId: string): Promise<void> {
  await writeTransaction(scope.actor, async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
    await endSessions(tx, userId);
    return {
      result: null,
      audit: { action: "user.sign_out", subjectType: "user", subjectId: userId, subjectName: user.name },
    };
  });
}

function endSessions(tx: PrismaTransaction, userId: string) {
  return tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
}

async function requireAnAdministrator(tx: PrismaTransaction): Promise<void> {
  // Two administrators removing each other at once would otherwise both succeed.
  await tx.$executeRawUnsafe("lock table user_roles in share row exclusive mode");
  const administrators = await tx.userRole.count({ where: { role: "admin", user: { disabledAt: null } } });
  if (administrators === 0)
    throw new AppError("conflict", "At least one administrator must remain", { reason: "lastAdministrator" });
}

interface Bindings {
  readonly bindings: { readonly orgUnitId: string | null; readonly employeeId: string | null };
}

async function findBindings(details: UserDetails): Promise<Bindings | { readonly problem: UserProblem }> {
  const unit = details.unitCode
    ? await prisma().orgUnit.findUnique({ where: { code: details.unitCode }, select: { id: true } })
    : null;
  if (details.unitCode && !unit)
    return {
      problem: { field: "unitCode", key: "unknownUnit", params: { code: details.unitCode } },
    };
  const number = details.employeeNumber;
  const employee = number
    ? await prisma().employee.findUnique({ where: { employeeNumber: number }, select: { id: true } })
    : null;
  if (number && !employee)
    return { problem: { field: "employeeNumber", key: "unknownEmployee", params: { number } } };
  return { bindings: { orgUnitId: unit?.id ?? null, employeeId: employee?.id ?? null } };
}

async function unlessTaken(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return { problem: { field: "email", key: "taken" } };
    throw error;
  }
}

function describe({ email, roles, unitCode, employeeNumber }: UserDetails) {
  return { email, roles, unitCode, employeeNumber };
}
