import type { risk as source } from "../en/risk";
import type { Translated } from "../translated";

export const risk: Translated<typeof source> = {
  title: "风险客户",
  subtitle: "失去哪些客户代价最大，可能性多大，背后的服务团队又有哪些迹象？",
};
