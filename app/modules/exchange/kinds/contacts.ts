import { accountColumn } from "./customer-headers";
import { email, type ImportKind, optional, required, text } from "./kind";

export const contacts: ImportKind = {
  name: "contacts",
  capability: "import.customers",
  columns: [
    accountColumn(),
    required("name", text(200), {
      also: ["contact name", "full name", "first and last name", "姓名", "联系人", "联系人姓名"],
      like: ["Petra Lindqvist", "王 敏"],
    }),
    optional("email", email, {
      also: ["email address", "e mail", "work email", "contact email", "邮箱", "电子邮件"],
      like: ["petra.lindqvist@example.com", "wang.min@example.com"],
    }),
    optional("phone", text(60), {
      also: ["phone number", "mobile", "mobile phone", "business phone", "telephone", "电话", "手机"],
      like: ["+49 40 5550100", ""],
    }),
    optional("job_title", text(120), {
      also: ["title", "position", "职位", "职务"],
      like: ["Head of purchasing", "采购经理"],
    }),
  ],
  rules: [],
};
