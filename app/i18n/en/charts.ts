export const charts = {
  total: "Total",
  month: "Month",
};
