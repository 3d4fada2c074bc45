import type { SqlFragment, SqlRunner } from "~/db/sql.server";

const han = /[㐀-鿿豈-﫿]/;
const hanRun = /[㐀-鿿豈-﫿]{2,}/g;

/**
 * Where-fragment over `account_summaries s`: every word of the query stands in the name or the number. Words of three
 * letters and more are found by their trigrams, two Chinese characters by the index of pairs; one or two Latin letters
 * are looked for at the beginning of words, where the trigram index still helps.
 */
export function matchesSearch(sql: SqlRunner, query: string): SqlFragment {
  const words = query.split(/\s+/).filter(Boolean).slice(0, 6);
  return words.map((word) => matchesWord(sql, word)).reduce((all, one) => sql`${all} and ${one}`);
}

function matchesWord(sql: SqlRunner, word: string): SqlFragment {
  const escaped = word.replace(/[\\%_]/g, "\\$&");
  const text = sql`search_text(s.name || ' ' || s.account_number)`;
  const contains = sql`${text} like '%' || search_text(${escaped}) || '%'`;
  const pairs = pairsOf(word);
  if (pairs.length > 0) {
    const hasPairs = sql`han_bigrams(s.name) @> ${pairs}::text[]`;
    return word.length === 2 ? hasPairs : sql`(${hasPairs} and ${contains})`;
  }
  if (word.length >= 3 || han.test(word)) return contains;
  return sql`(${text} like search_text(${escaped}) || '%' or ${text} like '% ' || search_text(${escaped}) || '%')`;
}

/** Neighbouring Chinese characters of the word, as the index holds them. */
export function pairsOf(word: string): string[] {
  const pairs = new Set<string>();
  for (const [run] of word.matchAll(hanRun)) {
    for (let index = 0; index + 1 < run.length; index++) pairs.add(run.slice(index, index + 2));
  }
  return [...pairs];
}
