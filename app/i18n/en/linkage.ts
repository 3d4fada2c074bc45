export const linkage = {
  title: "linkage",
};
