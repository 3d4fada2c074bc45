const pattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether text from a URL or a form can be an id at all; the database refuses anything else with an error. */
export function isUuid(text: string): boolean {
  return pattern.test(text);
}
