import type { DateOrder } from "./conventions";
import { readDate } from "./read-date";

const time =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

export interface LocalInstant {
  /** ISO day. */
  readonly date: string;
  /** "HH:MM:SS", with thousandths where given. */
  readonly time: string;
  /** "Z" or "+08:00"; empty where the file leaves the zone to the company. */
  readonly zone: string;
}

/** A day with a time, or a day alone, which stands for its first moment. */
export function readInstant(text: string, order: DateOrder): LocalInstant | null {
  const cut = cutAt(text);
  const date = readDate(cut < 0 ? text : text.slice(0, cut).replace(/,$/, ""), order);
  if (!date) return null;
  if (cut < 0) return { date, time: "00:00:00", zone: "" };
  const parts = time.exec(text.slice(cut + 1).trim());
  if (!parts) return null;
  const [, hourText = "", minute = "", second = "00", fraction = "", half, zone = ""] = parts;
  const hour = hourOf(Number(hourText), half?.[0]?.toLowerCase());
  if (hour === null || Number(minute) > 59 || Number(second) > 59) return null;
  const thousandths = fraction ? `.${fraction.slice(0, 3).padEnd(3, "0")}` : "";
  return {
    date,
    time: `${String(hour).padStart(2, "0")}:${minute}:${second}${thousandths}`,
    zone: zoneOf(zone),
  };
}

/** Where the time begins: after a T, or at the blank before the first colon. */
function cutAt(text: string): number {
  const colon = text.indexOf(":");
  if (colon < 0) return -1;
  const upTo = text.slice(0, colon);
  return Math.max(upTo.lastIndexOf("T"), upTo.lastIndexOf(" "));
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (!half) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

function zoneOf(zone: string): string {
  if (!zone) return "";
  if (/^[a-z]/i.test(zone)) return "Z";
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
