/** Gives the same small number for the same id, whichever column or query it comes from. */
export class IdCodes {
  readonly ids: string[] = [];
  readonly #codes = new Map<string, number>();

  /** `bytes` are the 16 of a UUID as latin1. */
  codeOfBytes(bytes: string): number {
    let code = this.#codes.get(bytes);
    if (code === undefined) {
      code = this.ids.length;
      this.#codes.set(bytes, code);
      this.ids.push(uuidOf(bytes));
    }
    return code;
  }
}

function uuidOf(bytes: string): string {
  const hex = Array.from(bytes, (one) => one.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
