import { type SatisfactionKind, satisfactionScales } from "~/modules/customers/satisfaction-response";
import { accountColumn, contactColumn, employeeNumber, externalIdColumn } from "./customer-headers";
import { choice, date, type ImportKind, integer, optional, reference, required, text } from "./kind";

export const satisfaction: ImportKind = {
  name: "satisfaction",
  capability: "import.customers",
  columns: [
    accountColumn(),
    required(
      "kind",
      choice<SatisfactionKind>({
        csat: ["satisfaction", "customer satisfaction", "满意度"],
        nps: ["net promoter score", "净推荐值", "推荐"],
        ces: ["customer effort score", "effort", "费力度"],
      }),
      { also: ["metric", "survey type", "question type", "指标", "类型"], like: ["csat", "nps"] },
    ),
    required("score", integer(0, 10), {
      also: ["satisfaction rating", "rating", "answer", "nps score", "csat score", "分数", "评分", "得分"],
      like: ["4", "9"],
    }),
    required("answered_on", date, {
      also: [
        "response date",
        "responded at",
        "created at",
        "survey response time",
        "date",
        "answered at",
        "回答日期",
        "评价日期",
        "日期",
      ],
      like: ["2026-09-14", "2026-09-20"],
    }),
    optional("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", ""] }),
    contactColumn,
    optional("comment", text(2_000), {
      also: ["comments", "feedback", "satisfaction comment", "评论", "意见"],
      like: ["Fast answer", ""],
    }),
    externalIdColumn("R-501"),
  ],
  rules: [
    (value) => {
      const scale = satisfactionScales[value("kind") as SatisfactionKind];
      const score = value("score");
      if (!scale || score === null) return null;
      return Number(score) < scale.min || Number(score) > scale.max
        ? { code: "range", column: "score", params: { ...scale, value: score } }
        : null;
    },
  ],
};
