import { type ImportKind, isNotItsOwn, optional, required, text } from "./kind";

export const orgUnits: ImportKind = {
  name: "org-units",
  capability: "import.people",
  columns: [
    required("code", text(64), {
      also: [
        "unit code",
        "org unit code",
        "department code",
        "department id",
        "organization id",
        "reference id",
        "编号",
        "部门编号",
        "代码",
      ],
      like: ["SALES", "SALES-NORTH"],
    }),
    required("name", text(200), {
      also: [
        "unit name",
        "org unit name",
        "department name",
        "department",
        "organization name",
        "名称",
        "部门名称",
        "部门",
      ],
      like: ["Sales", "Sales North"],
    }),
    optional("parent_code", text(64), {
      also: [
        "parent",
        "parent unit",
        "parent department",
        "superior organization",
        "parent department code",
        "上级编号",
        "上级部门",
        "上级部门编号",
      ],
      like: ["", "SALES"],
    }),
  ],
  rules: [isNotItsOwn("parent_code", "code", "ownParent")],
};
