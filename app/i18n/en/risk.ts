export const risk = {
  title: "At risk",
  subtitle:
    "Which accounts would cost most to lose, how likely is it, and what about the people behind them speaks for it?",
};
