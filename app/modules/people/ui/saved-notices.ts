/** What `?saved=` may say after a form was sent. */
export const savedNotices = ["created", "updated", "changed", "cost", "training", "reinstated"] as const;
