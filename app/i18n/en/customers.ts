export const customers = {
  title: "customers",
};
