import type { access as source } from "../en/access";
import type { Translated } from "../translated";

export const access: Translated<typeof source> = {
  signIn: {
    title: "登录",
    email: "电子邮箱",
    password: "密码",
    submit: "登录",
    failed: "邮箱或密码不正确。",
  },
};
