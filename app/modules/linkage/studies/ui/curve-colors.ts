/** Up to five curves of one hue: told apart by shade and by dashes, so that print and colour blindness lose nothing. */
const looks = [
  { shade: "", dash: undefined },
  { shade: "-2", dash: undefined },
  { shade: "", dash: "6 3" },
  { shade: "-2", dash: "6 3" },
  { shade: "", dash: "2 3" },
] as const;

export function curveLook(hue: "cus" | "emp", index: number): { color: string; dash?: string } {
  const { shade, dash } = looks[index % looks.length]!;
  return { color: `var(--${hue}${shade})`, ...(dash && { dash }) };
}
