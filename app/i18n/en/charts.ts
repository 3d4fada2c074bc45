export const charts = {
  title: "charts",
};
