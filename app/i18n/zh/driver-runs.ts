import type { driverRuns as source } from "../en/driver-runs";
import type { Translated } from "../translated";

export const driverRuns: Translated<typeof source> = {
  fitted: "计算于",
  accountMonths_other: "{{n}} 个客户月",
  never: "尚未计算",
  behind: "此后数据有变动",
  waiting: "数据稳定二十秒后自动开始下一次计算，最迟十分钟内开始",
  requested: "即将开始计算",
  running: "正在计算",
  progress: "已完成 {{percent}}%",
  stuck:
    "已请求计算，但一直没有开始：计算进程已关闭，或无法使用该数据库。管理员可在服务器输出中查看原因，或运行 npm run drivers。",
  failed: "上一次计算失败。",
  error: {
    out_of_memory: "所需内存超过上限。页面仍显示之前的结果；管理员可在更大的机器上运行 npm run drivers。",
    fell_silent: "计算进程中途结束，系统会自动重试。",
    other: "错误信息：{{message}}。系统会再自动重试两次，之后需要管理员处理。",
  },
  run: "立即计算",
  refresh: "刷新",
};
