/** What is said about the computation of the analyses. */
export const driverRuns = {
  fitted: "Fitted",
  accountMonths_one: "{{count}} account-month",
  accountMonths_other: "{{n}} account-months",
  never: "Not computed yet",
  behind: "The data has changed since",
  waiting: "The next computation begins within ten minutes, once the data is quiet for twenty seconds",
  requested: "The computation begins in a moment",
  running: "Computing",
  progress: "{{percent}} % done",
  stuck:
    "A computation was asked for, and nothing has begun it: the worker is off or cannot use this database. An administrator finds the reason in the server’s output, or runs npm run drivers.",
  failed: "The last computation failed.",
  error: {
    out_of_memory:
      "It needed more memory than it may use. Pages show the results of the one before; an administrator can run npm run drivers on a larger machine.",
    fell_silent: "Its process ended in the middle. It is tried again by itself.",
    other:
      "It said: {{message}}. It is tried again twice by itself; after that an administrator has to look.",
  },
  run: "Compute now",
  refresh: "Look again",
};
