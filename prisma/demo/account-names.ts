import type { Generator } from "../../app/stats/random/generator";
import type { Culture } from "./company-plan";
import { drawPersonName } from "./person-names";

interface Industry {
  readonly name: string;
  readonly trade: Readonly<Record<Culture, readonly string[]>>;
}

const industries: readonly Industry[] = [
  {
    name: "Machinery",
    trade: {
      german: ["Maschinenbau", "Werkzeugbau", "Antriebstechnik"],
      french: ["Mécanique", "Usinage", "Machines-outils"],
      southern: ["Macchine", "Meccanica", "Maquinaria"],
      nordic: ["Maskin", "Verktyg", "Mekanik"],
      chinese: ["机械", "精密机床", "传动设备"],
    },
  },
  {
    name: "Food processing",
    trade: {
      german: ["Lebensmittel", "Molkerei", "Backwaren"],
      french: ["Agroalimentaire", "Laiterie", "Conserves"],
      southern: ["Alimentari", "Conservas", "Oli"],
      nordic: ["Livsmedel", "Mejeri", "Fisk"],
      chinese: ["食品", "乳业", "粮油"],
    },
  },
  {
    name: "Chemicals",
    trade: {
      german: ["Chemie", "Kunststoffe", "Lacke"],
      french: ["Chimie", "Plastiques", "Peintures"],
      southern: ["Chimica", "Química", "Plasticos"],
      nordic: ["Kemi", "Plast", "Polymer"],
      chinese: ["化工", "新材料", "涂料"],
    },
  },
  {
    name: "Medical devices",
    trade: {
      german: ["Medizintechnik", "Labortechnik", "Optik"],
      french: ["Médical", "Santé", "Optique"],
      southern: ["Medicale", "Clínica", "Ottica"],
      nordic: ["Medicinteknik", "Lab", "Optik"],
      chinese: ["医疗器械", "生物科技", "光学仪器"],
    },
  },
  {
    name: "Logistics",
    trade: {
      german: ["Logistik", "Spedition", "Lagertechnik"],
      french: ["Logistique", "Transports", "Entrepôts"],
      southern: ["Logistica", "Trasporti", "Logística"],
      nordic: ["Logistik", "Transport", "Frakt"],
      chinese: ["物流", "供应链", "仓储"],
    },
  },
  {
    name: "Energy",
    trade: {
      german: ["Energietechnik", "Solar", "Netze"],
      french: ["Énergie", "Solaire", "Réseaux"],
      southern: ["Energia", "Energía", "Eólica"],
      nordic: ["Energi", "Vindkraft", "Kraft"],
      chinese: ["能源", "光伏", "电力科技"],
    },
  },
  {
    name: "Electronics",
    trade: {
      german: ["Elektronik", "Sensorik", "Messtechnik"],
      french: ["Électronique", "Capteurs", "Mesures"],
      southern: ["Elettronica", "Sensores", "Automazione"],
      nordic: ["Elektronik", "Sensor", "Automation"],
      chinese: ["电子", "半导体", "智能装备"],
    },
  },
  {
    name: "Construction",
    trade: {
      german: ["Bau", "Baustoffe", "Stahlbau"],
      french: ["Bâtiment", "Construction", "Charpentes"],
      southern: ["Costruzioni", "Construcciones", "Ceramica"],
      nordic: ["Bygg", "Betong", "Stål"],
      chinese: ["建设", "建材", "钢结构"],
    },
  },
];

const legalForms: Readonly<Record<Exclude<Culture, "chinese">, readonly string[]>> = {
  german: ["GmbH", "AG", "GmbH & Co. KG", "SE"],
  french: ["SA", "SAS", "SARL", "NV"],
  southern: ["SpA", "Srl", "SL", "Lda"],
  nordic: ["AB", "A/S", "AS", "Oy"],
};

const places: Readonly<Record<Culture, readonly string[]>> = {
  german: ["Nord", "Süd", "Rhein", "Elbe", "Donau", "Alpen", "Hansa", "Main", "Neckar", "Spree"],
  french: [
    "Atlantique",
    "du Rhône",
    "du Nord",
    "Loire",
    "Alsace",
    "Brabant",
    "Ardennes",
    "Provence",
    "Zélande",
    "Jura",
  ],
  southern: [
    "Lombarda",
    "del Norte",
    "Adriatica",
    "Ibérica",
    "Veneta",
    "do Minho",
    "Levante",
    "Toscana",
    "Ligure",
    "Andaluza",
  ],
  nordic: ["Norr", "Väst", "Fjord", "Skåne", "Öst", "Bergen", "Jylland", "Lapland", "Mälar", "Vest"],
  chinese: [
    "上海",
    "深圳",
    "北京",
    "成都",
    "苏州",
    "武汉",
    "杭州",
    "南京",
    "宁波",
    "青岛",
    "东莞",
    "西安",
    "无锡",
    "佛山",
    "重庆",
    "合肥",
  ],
};

const luckyFirst = "恒华鑫宏盛瑞泰天中金远德永联东新兴博信嘉安海国丰长江凯思立科达".split("");
const luckySecond = "泰达源通腾润隆宇邦创辉能诚和升威信丰景航凯基诺特力康美欣捷锐".split("");

export interface AccountName {
  readonly name: string;
  readonly industry: string;
}

export function drawAccountName(random: Generator, culture: Culture): AccountName {
  const industry = industries[random.int(industries.length)]!;
  const trade = pick(random, industry.trade[culture]);
  const place = pick(random, places[culture]);
  if (culture === "chinese") {
    const mark = pick(random, luckyFirst) + pick(random, luckySecond);
    const form = random.uniform() < 0.2 ? "股份有限公司" : "有限公司";
    return { name: `${place}${mark}${trade}${form}`, industry: industry.name };
  }
  const family = drawPersonName(random, culture).name.split(" ").at(-1)!;
  const form = pick(random, legalForms[culture]);
  const stem =
    random.uniform() < 0.5
      ? `${family} ${trade}`
      : random.uniform() < 0.5
        ? `${trade} ${place}`
        : `${family} ${trade} ${place}`;
  return { name: `${stem} ${form}`, industry: industry.name };
}

function pick<Item>(random: Generator, items: readonly Item[]): Item {
  return items[random.int(items.length)]!;
}
