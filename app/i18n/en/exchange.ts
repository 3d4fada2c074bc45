export const exchange = {
  title: "exchange",
};
