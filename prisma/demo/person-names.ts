import type { Generator } from "../../app/stats/random/generator";
import type { Culture } from "./company-plan";

const words = (text: string) => text.trim().split(/\s+/);

const european: Record<Exclude<Culture, "chinese">, { given: string[]; family: string[] }> = {
  german: {
    given:
      words(`Anna Lukas Marie Felix Lena Jonas Sophie Maximilian Laura Paul Katharina Tobias Johanna Florian Clara
      Sebastian Theresa Moritz Franziska Simon Helena Matthias Greta Philipp Nora Stefan Ida Andreas Miriam Jürgen`),
    family:
      words(`Müller Schneider Fischer Weber Wagner Becker Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder
      Neumann Schwarz Zimmermann Braun Krüger Hartmann Lange Werner Krause Lehmann Köhler Maier Huber Gruber Brunner Graf`),
  },
  french: {
    given:
      words(`Camille Louis Chloé Hugo Manon Jules Léa Antoine Élise Maxime Juliette Thomas Margaux Nicolas Inès
      Arthur Pauline Mathieu Zoé Baptiste Anouk Lucas Emma Bram Lotte Daan Sanne Pieter Noor Thijs`),
    family:
      words(`Martin Bernard Dubois Laurent Lefèvre Moreau Garnier Faure Rousseau Blanc Guérin Muller Chevalier
      François Mercier Dupont Lambert Bonnet Girard Janssens Peeters Maes Jacobs Willems Bakker Visser Smit Mulder Bos Dekker`),
  },
  southern: {
    given:
      words(`Giulia Marco Sofia Alessandro Martina Lorenzo Chiara Matteo Elena Davide Lucía Pablo Carmen Javier
      Marta Diego Inés Álvaro Paula Sergio Beatriz Tiago Mariana Rui Francesca Andrea Laura Hugo Alba Nuno`),
    family:
      words(`Rossi Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Conti García Martínez López Sánchez
      Pérez Gómez Díaz Moreno Muñoz Álvarez Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Bruno Galli Ortega`),
  },
  nordic: {
    given:
      words(`Astrid Erik Freja Lars Ingrid Magnus Elin Oskar Sigrid Anders Linnea Mikkel Saga Henrik Maja Nils
      Aino Eero Helmi Jussi Solveig Håkon Karin Gustav Ebba Axel Tuva Viggo Liv Åsa`),
    family:
      words(`Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Lindström Bergman Hansen Nielsen
      Jensen Pedersen Christensen Holm Dahl Berg Haugen Solberg Korhonen Virtanen Mäkinen Laine Nyström Sandberg Lund Öberg Strand Falk`),
  },
};

/** Family name with its spelling in Latin letters, for the e-mail address. */
const chineseFamily =
  words(`王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo
  何he 高gao 林lin 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 欧阳ouyang`);
const chineseGiven =
  words(`伟wei 芳fang 娜na 敏min 静jing 磊lei 洋yang 艳yan 勇yong 军jun 杰jie 涛tao 明ming 超chao 霞xia 平ping
  志强zhiqiang 建国jianguo 晓红xiaohong 雅琴yaqin 文博wenbo 子涵zihan 思远siyuan 雨桐yutong 欣怡xinyi 浩然haoran 嘉怡jiayi
  俊杰junjie 梦瑶mengyao 天宇tianyu 若溪ruoxi 家豪jiahao 婉婷wanting 泽宇zeyu 慧敏huimin 海燕haiyan 国栋guodong 丽华lihua`);

export interface PersonName {
  readonly name: string;
  /** Letters a–z, for an e-mail address. */
  readonly mailbox: string;
}

export function drawPersonName(random: Generator, culture: Culture): PersonName {
  if (culture === "chinese") {
    const family = split(chineseFamily[random.int(chineseFamily.length)]!);
    const given = split(chineseGiven[random.int(chineseGiven.length)]!);
    return { name: family.han + given.han, mailbox: `${given.latin}.${family.latin}` };
  }
  const { given, family } = european[culture];
  const first = given[random.int(given.length)]!;
  const last = family[random.int(family.length)]!;
  return { name: `${first} ${last}`, mailbox: `${latin(first)}.${latin(last)}` };
}

function split(pair: string): { han: string; latin: string } {
  const at = pair.search(/[a-z]/);
  return { han: pair.slice(0, at), latin: pair.slice(at) };
}

/** Lower-case letters without marks: "Jürgen" is "jurgen", "Bjørn" is "bjorn". */
export function latin(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[øØ]/g, "o")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();
}
