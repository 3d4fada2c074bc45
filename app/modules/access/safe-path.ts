/** Only a path on this site may follow a form: `//evil.example` and `/\evil.example` would leave it. */
export function safePath(path: unknown): string {
  return typeof path === "string" && /^\/(?![/\\])[^\s]*$/.test(path) ? path : "/";
}
