export const access = {
  signIn: {
    title: "Sign in",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    failed: "E-mail or password is wrong.",
  },
};
