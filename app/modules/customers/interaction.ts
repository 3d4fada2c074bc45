import { z } from "zod";
import { optionalLine, requiredDate, requiredLine } from "./account";

export const interactionChannels = ["phone", "email", "meeting", "visit", "chat", "portal", "other"] as const;
export type InteractionChannel = (typeof interactionChannels)[number];

export const interactionDirections = ["inbound", "outbound"] as const;
export type InteractionDirection = (typeof interactionDirections)[number];

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Minutes since midnight as typed by the browser's time field; empty is noon, for those who know only the day. */
export const optionalTime = z
  .string()
  .trim()
  .refine((text) => text === "" || clock.test(text), "time")
  .nullish()
  .transform((text) => text || "12:00");

export const interactionForm = z.object({
  channel: z.enum(interactionChannels, "required"),
  direction: z
    .enum(["", ...interactionDirections], "invalid")
    .nullish()
    .transform((text) => text || null),
  occurredOn: requiredDate,
  occurredTime: optionalTime,
  minutes: optionalLine(6)
    .refine(
      (text) => text === null || (/^\d+$/.test(text) && Number(text) <= 10_080),
      'range:{"min":0,"max":10080}',
    )
    .transform((text) => (text === null ? null : Number(text))),
  employeeNumber: optionalLine(60),
  contactId: optionalLine(36),
  subject: requiredLine(500),
});
export type InteractionInput = z.output<typeof interactionForm>;
