// Question: who may sign in, with which roles, bound to which unit and person, and when were they last here?
import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { isUuid } from "~/kernel/uuid";
import type { Role } from "./roles";
import type { Scope } from "./scope";

export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly employeeNumber: string | null;
  readonly employeeName: string | null;
  readonly isDisabled: boolean;
  readonly lastSeenAt: Date | null;
  readonly openSessions: number;
}

export async function listUsers(_scope: Scope<"users.manage">, id: string | null = null): Promise<UserRow[]> {
  return sql()<UserRow[]>`
    select u.id, u.name, u.email, array(select role::text from user_roles where user_id = u.id order by role) as roles,
           o.code as unit_code, o.name as unit_name, e.employee_number, e.name as employee_name,
           u.disabled_at is not null as is_disabled,
           (select max(last_seen_at) from sessions where user_id = u.id) as last_seen_at,
           (select count(*)::int from sessions where user_id = u.id and revoked_at is null and expires_at > now()) as open_sessions
    from users u left join org_units o on o.id = u.org_unit_id left join employees e on e.id = u.employee_id
    where ${id}::uuid is null or u.id = ${id}
    order by u.disabled_at is not null, u.name, u.id`;
}

export async function getUser(scope: Scope<"users.manage">, id: string): Promise<UserRow> {
  const [user] = isUuid(id) ? await listUsers(scope, id) : [];
  if (!user) throw new AppError("not_found", "No such user");
  return user;
}
