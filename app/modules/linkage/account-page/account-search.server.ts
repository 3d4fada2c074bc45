import type { SqlFragment, SqlRunner } from "~/db/sql.server";

const han = /[㐀-鿿豈-﫿]/;
const hanPair = /^[㐀-鿿豈-﫿]{2}$/;

/**
 * Where-fragment over `account_summaries s`: every word of the query stands in the name or the number. Words of three
 * letters and more are found by their trigrams; one or two Latin letters are looked for at the beginning of words, where
 * the trigram index still helps. Two Chinese characters are the business of `searchedAccounts`, which must go with it.
 */
export function matchesSearch(sql: SqlRunner, query: string): SqlFragment {
  const others = wordsOf(query).filter((word) => !hanPair.test(word));
  return others.map((word) => matchesWord(sql, word)).reduce((all, one) => sql`${all} and ${one}`, sql`true`);
}

/**
 * What `s` is for that search. Chinese names lie together at one end of every order by name, and a pair is dear to compute:
 * the planner would walk an order and compute pairs for most of the company. So the pairs' index comes first, fenced.
 */
export function searchedAccounts(sql: SqlRunner, query: string | null): SqlFragment {
  const pairs = wordsOf(query ?? "").filter((word) => hanPair.test(word));
  if (pairs.length === 0) return sql`account_summaries s`;
  return sql`(
    select * from account_summaries s where han_bigrams(s.name) @> ${pairs}::text[] offset 0) s`;
}

const wordsOf = (query: string) => query.split(/\s+/).filter(Boolean).slice(0, 6);

function matchesWord(sql: SqlRunner, word: string): SqlFragment {
  const length = [...word].length;
  const escaped = word.replace(/[\\%_]/g, "\\$&");
  // Too short for trigrams; no index helps, but Chinese needs no folding of case and accents, which costs most.
  if (length < 3 && han.test(word)) return sql`s.name ilike ${`%${escaped}%`}`;
  const text = sql`search_text(s.name || ' ' || s.account_number)`;
  if (length >= 3) return sql`${text} like '%' || search_text(${escaped}) || '%'`;
  return sql`(${text} like search_text(${escaped}) || '%' or ${text} like '% ' || search_text(${escaped}) || '%')`;
}
