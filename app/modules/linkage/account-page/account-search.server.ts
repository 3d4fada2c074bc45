import type { SqlFragment, SqlRunner } from "~/db/sql.server";

const han = /[㐀-鿿豈-﫿]/;
const hanPair = /^[㐀-鿿豈-﫿]{2}$/;

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
  const length = [...word].length;
  if (hanPair.test(word)) return sql`han_bigrams(s.name) @> ${[word]}::text[]`;
  const escaped = word.replace(/[\\%_]/g, "\\$&");
  // Too short for trigrams; no index helps, but Chinese needs no folding of case and accents, which costs most.
  if (length < 3 && han.test(word)) return sql`s.name ilike ${`%${escaped}%`}`;
  const text = sql`search_text(s.name || ' ' || s.account_number)`;
  if (length >= 3) return sql`${text} like '%' || search_text(${escaped}) || '%'`;
  return sql`(${text} like search_text(${escaped}) || '%' or ${text} like '% ' || search_text(${escaped}) || '%')`;
}
