export const errors = {
  notFound: {
    title: "This page does not exist",
    text: "It may have been moved, or you may not have access to it.",
    action: "Go to the home page",
  },
  unavailable: {
    title: "The database cannot be reached",
    text: "Nothing you entered is lost on this page. The application reconnects by itself; try again in a moment.",
  },
  unexpected: {
    title: "Something went wrong on our side",
    text: "The error has been logged. Try again, or go back to the page before.",
  },
  forbidden: {
    title: "This request was refused",
    text: "It did not come from this site. Open the page again and repeat the step.",
  },
  throttled: { title: "Too many attempts", text: "Wait a few minutes and try again." },
  field: {
    required: "Please fill this in.",
    invalid: "This value cannot be read.",
    tooLong: "At most {{max}} characters.",
    date: "Enter a day as YYYY-MM-DD, for example 2026-03-31.",
    email: "Enter an e-mail address, for example name@company.com.",
    number: "Enter a number.",
    money: "Enter an amount, for example 1234.50.",
    range: "Enter a number from {{min}} to {{max}}.",
    endBeforeStart: "The end must come after the start.",
    taken: "This is already in use.",
    unknownEmployee: "There is no employee {{number}}.",
    unknownAccount: "There is no account {{number}}.",
    unknownUnit: "There is no unit {{code}}.",
    overlap: "This overlaps a period that is already recorded.",
    currency: "Enter a currency code, for example EUR.",
  },
};
