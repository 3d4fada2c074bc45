/** A person's requests without a browser: keeps cookies, follows nothing by itself. */

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** The path with every redirect followed. */
  open(path: string): Promise<Response>;
  readonly cookies: ReadonlyMap<string, string>;
}

export function createVisitor(origin: string): Visitor {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(new URL(path, origin), {
      ...init,
      redirect: "manual",
      headers: { ...init.headers, Cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  const get: Visitor["get"] = (path, headers = {}) => send(path, { headers });
  return {
    cookies,
    get,
    post: (path, fields, headers = {}) =>
      send(path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: present({ Origin: origin, ...headers }),
      }),
    open: async (path) => {
      let response = await get(path);
      for (let hops = 0; hops < 10; hops++) {
        const next = response.headers.get("Location");
        if (!next) return response;
        response = await get(next);
      }
      throw new Error(`${path} redirects without end`);
    },
  };
}

/** A header given as empty is not sent. */
function present(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
}

/** A visitor who is signed in; throws where the login is refused. */
export async function signIn(origin: string, email: string, password: string): Promise<Visitor> {
  const visitor = createVisitor(origin);
  const answer = await visitor.post("/login", { email, password });
  if (answer.status !== 302 || !visitor.cookies.has("relata-session"))
    throw new Error(`${email} was not signed in: ${answer.status}`);
  return visitor;
}
