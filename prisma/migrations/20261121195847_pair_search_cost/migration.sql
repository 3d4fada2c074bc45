-- Chinese names lie together at one end of every order by name, so a walk there meets none of them for long. A cost above the
-- real one keeps the planner on the index of pairs unless nearly every name holds the pair.
ALTER FUNCTION han_bigrams(text) COST 50000;
