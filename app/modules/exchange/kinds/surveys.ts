import { date, decimal, type ImportKind, integer, optional, reference, required, text } from "./kind";
import { employeeNumber } from "./people-headers";

export const surveys: ImportKind = {
  name: "surveys",
  capability: "import.people",
  columns: [
    required("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", "E-1002"] }),
    required("survey", text(200), {
      also: ["survey name", "wave", "pulse", "campaign", "问卷", "调查", "调查名称"],
      like: ["Pulse 2026-09", "Pulse 2026-09"],
    }),
    required("answered_on", date, {
      also: [
        "response date",
        "submitted",
        "submitted on",
        "completed at",
        "date",
        "答题日期",
        "提交日期",
        "作答日期",
      ],
      like: ["2026-09-14", "2026-09-15"],
    }),
    optional("engagement", decimal(1, 5, 2), {
      also: ["engagement score", "敬业度", "投入度"],
      like: ["4.2", "3.6"],
    }),
    optional("enps", integer(0, 10), {
      also: ["enps score", "likelihood to recommend", "recommend", "员工净推荐值", "推荐分"],
      like: ["9", "7"],
    }),
    optional("values_alignment", decimal(1, 5, 2), {
      also: ["values", "values score", "价值观统一", "价值观", "价值观匹配"],
      like: ["4", "4.5"],
    }),
    optional("comment", text(2_000), {
      also: ["comments", "feedback", "意见", "评论", "留言"],
      like: ["", ""],
    }),
  ],
  rules: [
    (value) =>
      value("engagement") === null && value("enps") === null && value("values_alignment") === null
        ? { code: "noAnswer", column: "engagement" }
        : null,
  ],
};
