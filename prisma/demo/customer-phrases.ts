import type { Culture } from "./company-plan";

interface Phrases {
  readonly contactTitles: readonly string[];
  readonly products: readonly string[];
  readonly setUpProduct: string;
  readonly subjects: readonly string[];
  readonly cases: readonly string[];
  readonly complaints: readonly string[];
  readonly praise: readonly string[];
}

const english: Phrases = {
  contactTitles: [
    "Head of purchasing",
    "Plant manager",
    "Quality manager",
    "Managing director",
    "Maintenance lead",
  ],
  products: ["Metering platform", "Calibration service", "Sensor line", "Monitoring contract"],
  setUpProduct: "Installation",
  subjects: [
    "Quarterly review",
    "Quote for spare parts",
    "Delivery date",
    "Renewal talk",
    "Follow-up on last visit",
    "Training for operators",
    "Invoice question",
    "New line planned",
  ],
  cases: [
    "Sensor drifts after restart",
    "Invoice does not match the order",
    "Delivery incomplete",
    "Access to the portal blocked",
    "Calibration certificate missing",
    "Spare part out of stock",
  ],
  complaints: [
    "The third contact person in two years. We explain everything from the start each time.",
    "Nobody called back after our manager left.",
    "The new contact does not know our plant yet.",
    "Answers take far too long.",
    "Promises made in the meeting were not kept.",
  ],
  praise: [
    "Knows our plant better than we do.",
    "Quick and honest, as always.",
    "The on-site training helped a lot.",
  ],
};

const chinese: Phrases = {
  contactTitles: ["采购经理", "厂长", "质量经理", "总经理", "设备主管"],
  products: ["计量平台", "校准服务", "传感器系列", "监测服务合同"],
  setUpProduct: "安装调试",
  subjects: [
    "季度回顾",
    "备件报价",
    "交货日期",
    "续约沟通",
    "上次拜访跟进",
    "操作人员培训",
    "发票问题",
    "新产线规划",
  ],
  cases: ["重启后传感器漂移", "发票与订单不符", "到货不全", "门户无法登录", "缺少校准证书", "备件缺货"],
  complaints: [
    "两年换了三个对接人，每次都要从头讲一遍。",
    "客户经理离职后一直没人跟进。",
    "新来的对接人还不了解我们工厂。",
    "回复太慢了。",
    "会上答应的事没有落实。",
  ],
  praise: ["比我们自己还了解我们的工厂。", "响应快，讲实话。", "现场培训很有帮助。"],
};

export function phrasesOf(culture: Culture): Phrases {
  return culture === "chinese" ? chinese : english;
}
