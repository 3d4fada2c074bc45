import type { errors as source } from "../en/errors";
import type { Translated } from "../translated";

export const errors: Translated<typeof source> = {
  notFound: { title: "页面不存在", text: "它可能已被移动，或者您没有查看权限。", action: "回到首页" },
  unavailable: {
    title: "暂时连接不上数据库",
    text: "您在本页填写的内容不会丢失。系统会自动重新连接，请稍后重试。",
  },
  unexpected: { title: "系统出错了", text: "错误已记录。请重试，或返回上一页。" },
  forbidden: { title: "请求被拒绝", text: "这个请求不是从本站发出的。请重新打开页面再操作一次。" },
  throttled: { title: "尝试次数过多", text: "请过几分钟再试。" },
  field: {
    required: "请填写此项。",
    invalid: "无法识别这个值。",
    tooLong: "最多 {{max}} 个字符。",
    date: "请按 年-月-日 填写日期，例如 2026-03-31。",
    email: "请填写电子邮箱，例如 name@company.com。",
    number: "请填写数字。",
    money: "请填写金额，例如 1234.50。",
    range: "请填写 {{min}} 到 {{max}} 之间的数字。",
    endBeforeStart: "结束日期必须晚于开始日期。",
    taken: "已被使用。",
    unknownEmployee: "没有工号为 {{number}} 的员工。",
    unknownAccount: "没有编号为 {{number}} 的客户。",
    unknownUnit: "没有编码为 {{code}} 的部门。",
    overlap: "与已登记的期间重叠。",
    currency: "请填写货币代码，例如 CNY。",
  },
};
