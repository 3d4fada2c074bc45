/**
 * The framework makes a new Request for every loader of one page. Those that belong together are told by an object they
 * share, so that what is asked once a page is not asked once a loader.
 */
const groups = new WeakMap<Request, object>();

export function groupRequest(request: Request, group: object): void {
  groups.set(request, group);
}

/** The shared object; the request itself where none was named. */
export function groupOf(request: Request): object {
  return groups.get(request) ?? request;
}
