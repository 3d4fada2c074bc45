export const drivers = {
  title: "Drivers",
  subtitle: "Which people factors move satisfaction, revenue and churn, and how sure are we?",
  tab: {
    label: "Parts of the analysis",
    drivers: "Drivers",
    handovers: "Handovers",
    retention: "Retention",
    importance: "What matters most",
    teams: "Teams",
    leaving: "Leaving",
  },

  outcome: {
    satisfaction: "Satisfaction",
    revenue: "Revenue",
    churn: "Churn",
    leaving: "Staff turnover",
  },
  axis: {
    satisfaction: "points on the 1–5 scale",
    revenue: "% of the account’s monthly revenue",
    churn: "accounts lost per 100 and year, against the present rate",
    leaving: "people leaving per 100 and year, against the present rate",
  },
  /** The unit alone, behind a figure. */
  unitOf: {
    satisfaction: "points",
    revenue: "%",
    churn: "per 100 accounts a year",
    leaving: "per 100 people a year",
  },
  /** A figure with its unit, inside a sentence. */
  amount: {
    satisfaction: "{{value}} points",
    revenue: "{{value}} %",
    churn: "{{value}} per 100 accounts a year",
    leaving: "{{value}} per 100 people a year",
  },
  exposureUnit: {
    hours: "hours",
    points: "points",
    standard_deviations: "standard deviations",
    doublings: "doublings",
    handover: "handover",
    vacancy: "vacancy",
    share: "share",
    log_points: "log points",
  },

  exposure: {
    training: "Training",
    tenure: "Tenure",
    workload: "Workload",
    engagement: "Engagement",
    values_alignment: "Values alignment",
    pay_position: "Pay against colleagues",
    service_orientation: "Service orientation at hiring",
    vacancy: "Vacancy",
    satisfaction: "Satisfaction of the account",
    departure_handover_0_2: "Handover after a departure",
    departure_handover_3_5: "Handover after a departure",
    departure_handover_6_11: "Handover after a departure",
    departure_handover_3_11: "Handover after a departure",
    departure_handover_12_17: "Handover after a departure",
    other_handover_0_2: "Handover without a departure",
    other_handover_3_5: "Handover without a departure",
    other_handover_6_11: "Handover without a departure",
    new_hire_handover: "Handover to a new hire",
    handover_0_5: "Handover of any cause",
    account_size: "Size of the account",
    tenure_3_to_18_months: "Months 3 to 18 in the company",
  },
  /** The change that the estimate is for. */
  step: {
    training: "+{{per}} h in 12 months",
    tenure: "doubled",
    workload: "+{{per}} SD",
    engagement: "+{{per}} SD",
    values_alignment: "+{{per}} SD",
    pay_position: "+{{percent}} %",
    service_orientation: "+{{per}} points",
    vacancy: "a month without an account manager",
    satisfaction: "+{{per}} point",
    departure_handover_0_2: "months 0–2",
    departure_handover_3_5: "months 3–5",
    departure_handover_6_11: "months 6–11",
    departure_handover_3_11: "months 3–11",
    departure_handover_12_17: "months 12–17",
    other_handover_0_2: "months 0–2",
    other_handover_3_5: "months 3–5",
    other_handover_6_11: "months 6–11",
    new_hire_handover: "on top of any handover, months 0–11",
    handover_0_5: "months 0–5",
    account_size: "+{{per}} SD",
    tenure_3_to_18_months: "against the months before and after",
  },
  /**
   * How a sentence begins, by strength of evidence: `cause` is the subject of a causal verb, `condition` says when,
   * `association` is what goes along with the outcome.
   */
  phrase: {
    training: {
      cause: "Every {{per}} extra hours of training a year",
      condition: "After {{per}} more hours of training",
      association: "More training",
    },
    tenure: {
      cause: "Doubling an account manager’s time in the company",
      condition: "As an account manager’s time in the company doubles",
      association: "A longer-serving account manager",
    },
    workload: {
      cause: "A heavier workload",
      condition: "In months with a heavier workload",
      association: "A heavier workload",
    },
    engagement: {
      cause: "Higher engagement",
      condition: "Where engagement rose",
      association: "Higher engagement",
    },
    values_alignment: {
      cause: "Closer alignment with the company’s values",
      condition: "Where alignment with the company’s values rose",
      association: "Closer alignment with the company’s values",
    },
    pay_position: {
      cause: "Pay {{percent}} % higher against colleagues in the same job",
      condition: "Where pay rose {{percent}} % against colleagues in the same job",
      association: "Higher pay against colleagues in the same job",
    },
    service_orientation: {
      cause: "A service-orientation score {{per}} points higher at hiring",
      condition: "With a service-orientation score {{per}} points higher at hiring",
      association: "A higher service-orientation score at hiring",
    },
    vacancy: {
      cause: "A month without an account manager",
      condition: "In months without an account manager",
      association: "A month without an account manager",
    },
    satisfaction: {
      cause: "One more point of satisfaction",
      condition: "When an account is one point more satisfied",
      association: "A more satisfied account",
    },
    departure_handover_0_2: {
      cause: "In the first three months, a handover after a departure",
      condition: "In the first three months after a departure handover",
      association: "A departure handover less than three months ago",
    },
    departure_handover_3_5: {
      cause: "In months three to five, a handover after a departure",
      condition: "Three to five months after a departure handover",
      association: "A departure handover three to five months ago",
    },
    departure_handover_6_11: {
      cause: "In months six to eleven, a handover after a departure",
      condition: "Six to eleven months after a departure handover",
      association: "A departure handover six to eleven months ago",
    },
    departure_handover_3_11: {
      cause: "In months three to eleven, a handover after a departure",
      condition: "Three to eleven months after a departure handover",
      association: "A departure handover three to eleven months ago",
    },
    departure_handover_12_17: {
      cause: "In months twelve to seventeen, a handover after a departure",
      condition: "Twelve to seventeen months after a departure handover",
      association: "A departure handover twelve to seventeen months ago",
    },
    other_handover_0_2: {
      cause: "In the first three months, a handover without a departure",
      condition: "In the first three months after a handover without a departure",
      association: "A handover without a departure less than three months ago",
    },
    other_handover_3_5: {
      cause: "In months three to five, a handover without a departure",
      condition: "Three to five months after a handover without a departure",
      association: "A handover without a departure three to five months ago",
    },
    other_handover_6_11: {
      cause: "In months six to eleven, a handover without a departure",
      condition: "Six to eleven months after a handover without a departure",
      association: "A handover without a departure six to eleven months ago",
    },
    new_hire_handover: {
      cause: "Handing over to somebody newly hired",
      condition: "In the year after a handover to somebody newly hired, beyond the handover itself",
      association: "A handover to somebody newly hired, beyond the handover itself,",
    },
    handover_0_5: {
      cause: "In the first six months, a handover",
      condition: "In the six months after a handover",
      association: "A handover less than six months ago",
    },
    account_size: {
      cause: "A larger account",
      condition: "In months when an account is larger",
      association: "A larger account",
    },
    tenure_3_to_18_months: {
      cause: "Being in the third to eighteenth month in the company",
      condition: "Between the third and the eighteenth month in the company",
      association: "The third to eighteenth month in the company",
    },
    unknown: {
      cause: "The factor “{{name}}”",
      condition: "Where the factor “{{name}}” is higher",
      association: "The factor “{{name}}”",
    },
  },
  /** One sentence a result. Only `moves` claims a cause. */
  sentence: {
    moves: {
      satisfaction: {
        lower: "{{cause}} <b>lowers</b> satisfaction by {{value}} points.",
        higher: "{{cause}} <b>raises</b> satisfaction by {{value}} points.",
      },
      revenue: {
        lower: "{{cause}} <b>lowers</b> revenue by {{value}} %.",
        higher: "{{cause}} <b>raises</b> revenue by {{value}} %.",
      },
      churn: {
        lower: "{{cause}} <b>lowers</b> churn by {{value}} per 100 accounts a year.",
        higher: "{{cause}} <b>raises</b> churn by {{value}} per 100 accounts a year.",
      },
      leaving: {
        lower: "{{cause}} <b>lowers</b> staff turnover by {{value}} per 100 people a year.",
        higher: "{{cause}} <b>raises</b> staff turnover by {{value}} per 100 people a year.",
      },
    },
    differs: {
      satisfaction: {
        lower: "{{condition}}, satisfaction <b>is</b> {{value}} points <b>lower</b>.",
        higher: "{{condition}}, satisfaction <b>is</b> {{value}} points <b>higher</b>.",
      },
      revenue: {
        lower: "{{condition}}, revenue <b>is</b> {{value}} % <b>lower</b>.",
        higher: "{{condition}}, revenue <b>is</b> {{value}} % <b>higher</b>.",
      },
      churn: {
        lower: "{{condition}}, churn <b>is</b> {{value}} per 100 accounts a year <b>lower</b>.",
        higher: "{{condition}}, churn <b>is</b> {{value}} per 100 accounts a year <b>higher</b>.",
      },
      leaving: {
        lower: "{{condition}}, staff turnover <b>is</b> {{value}} per 100 people a year <b>lower</b>.",
        higher: "{{condition}}, staff turnover <b>is</b> {{value}} per 100 people a year <b>higher</b>.",
      },
    },
    goes_with: {
      satisfaction: {
        lower: "{{association}} <b>goes with</b> satisfaction lower by {{value}} points.",
        higher: "{{association}} <b>goes with</b> satisfaction higher by {{value}} points.",
      },
      revenue: {
        lower: "{{association}} <b>goes with</b> revenue lower by {{value}} %.",
        higher: "{{association}} <b>goes with</b> revenue higher by {{value}} %.",
      },
      churn: {
        lower: "{{association}} <b>goes with</b> churn lower by {{value}} per 100 accounts a year.",
        higher: "{{association}} <b>goes with</b> churn higher by {{value}} per 100 accounts a year.",
      },
      leaving: {
        lower: "{{association}} <b>goes with</b> staff turnover lower by {{value}} per 100 people a year.",
        higher: "{{association}} <b>goes with</b> staff turnover higher by {{value}} per 100 people a year.",
      },
    },
    assumed: {
      satisfaction: {
        lower:
          "<b>Assumed, not measured:</b> {{condition}}, satisfaction would be lower by {{value}} points.",
        higher:
          "<b>Assumed, not measured:</b> {{condition}}, satisfaction would be higher by {{value}} points.",
      },
      revenue: {
        lower: "<b>Assumed, not measured:</b> {{condition}}, revenue would be lower by {{value}} %.",
        higher: "<b>Assumed, not measured:</b> {{condition}}, revenue would be higher by {{value}} %.",
      },
      churn: {
        lower:
          "<b>Assumed, not measured:</b> {{condition}}, churn would be lower by {{value}} per 100 accounts a year.",
        higher:
          "<b>Assumed, not measured:</b> {{condition}}, churn would be higher by {{value}} per 100 accounts a year.",
      },
      leaving: {
        lower:
          "<b>Assumed, not measured:</b> {{condition}}, staff turnover would be lower by {{value}} per 100 people a year.",
        higher:
          "<b>Assumed, not measured:</b> {{condition}}, staff turnover would be higher by {{value}} per 100 people a year.",
      },
    },
    none: {
      detectable: "<b>No link found.</b> This study could have seen {{amount}} or more.",
      unknown: "<b>No link found.</b> What this study could have seen is not known.",
    },
    side_by_side: {
      satisfaction: {
        lower:
          "<b>Too few to judge.</b> Side by side, satisfaction was lower by {{value}} points; that may well be chance.",
        higher:
          "<b>Too few to judge.</b> Side by side, satisfaction was higher by {{value}} points; that may well be chance.",
      },
      revenue: {
        lower:
          "<b>Too few to judge.</b> Side by side, revenue was lower by {{value}} %; that may well be chance.",
        higher:
          "<b>Too few to judge.</b> Side by side, revenue was higher by {{value}} %; that may well be chance.",
      },
      churn: {
        lower:
          "<b>Too few to judge.</b> Side by side, churn was lower by {{value}} per 100 accounts a year; that may well be chance.",
        higher:
          "<b>Too few to judge.</b> Side by side, churn was higher by {{value}} per 100 accounts a year; that may well be chance.",
      },
      leaving: {
        lower:
          "<b>Too few to judge.</b> Side by side, staff turnover was lower by {{value}} per 100 people a year; that may well be chance.",
        higher:
          "<b>Too few to judge.</b> Side by side, staff turnover was higher by {{value}} per 100 people a year; that may well be chance.",
      },
    },
    refused: "<b>Not answered.</b> {{reason}}",
  },

  grade: {
    A: "cause, tested",
    B: "within account and person",
    C: "association",
    D: "assumed",
  },
  /** What a grade stands on, in full. */
  gradeLong: {
    A: "The event did not come from the account, and the months before it are flat: a word of cause is earned.",
    B: "The same account under the same person at different times. What changes at the same time as the factor is not ruled out.",
    C: "Accounts or people that differ in this also differ in other things. It says what goes together, not why.",
    D: "Nobody measured this; it was assumed.",
  },
  gradeLabel: "Evidence {{grade}}: {{words}}",
  verdict: {
    moves: "cause, tested",
    differs: "differs",
    goes_with: "goes together",
    none: "no link found",
    side_by_side: "too few to judge",
    refused: "not answered",
  },

  check: {
    lead: "Next year’s value as if it were today’s",
    placebo_date: "Handover moved a year early",
    pre_trend: "Months before the handover",
    sun_abraham: "Sun–Abraham estimator",
    complementary_log_log: "Complementary log-log",
    account_and_month: "Without employee effects",
    pooled: "Plain regression of all rows",
    uncorrected: "Answers taken as they are",
    few_clusters: "Wild cluster bootstrap",
    permutation: "Shuffled within region and month",
    answer_rate: "Share of customers who answer",
  },
  checkWhy: {
    lead: "What comes later cannot have moved what came before; a link here would mean that something else moves both.",
    placebo_date: "Before the real date there should be nothing.",
    pre_trend: "Accounts about to be handed over should move like the others until then.",
    sun_abraham: "Another way to weigh the same handovers; it should agree.",
    complementary_log_log: "The same question month by month instead of by days; it should agree.",
    account_and_month: "Good people get good accounts; without employee effects that counts as an effect.",
    pooled: "What a report that compares all accounts in one go would have said.",
    uncorrected: "A single noisy answer hides part of a link.",
    few_clusters: "An interval that holds with few accounts or people.",
    permutation: "Shuffled exposures should show nothing; p says how rarely chance does as well.",
    answer_rate: "If fewer answer afterwards, those who stay silent may be the unhappy ones.",
  },
  weakened: {
    few_units: "Weak: only 10 to 29 cases stand behind it.",
    too_few_units: "Fewer than 10 cases: shown side by side only, without a verdict.",
    few_clusters: "Few accounts or people: the interval comes from a bootstrap and is rough.",
    lead_not_flat: "Next year’s value goes along with this year’s outcome: something else may move both.",
    pre_trend_not_flat: "The months before the handover were not flat.",
    pre_trend_could_not_be_seen: "The months before could have hidden a drift as large as the effect.",
    placebo_not_flat: "The handover moved a year early shows a difference where there should be none.",
    checks_disagree: "Another estimator says something clearly different.",
    noisy_predictor: "The factor is measured with much noise; the true link may be larger.",
    answer_rate_changed: "The share of customers who answer changed at the same time.",
    wide_interval: "The interval is too wide to act upon.",
  },
  weakenedShort: {
    few_units: "weak: 10–29 cases",
    too_few_units: "under 10 cases",
    few_clusters: "few clusters",
    lead_not_flat: "lead not flat",
    pre_trend_not_flat: "months before not flat",
    pre_trend_could_not_be_seen: "drift could hide",
    placebo_not_flat: "placebo not flat",
    checks_disagree: "checks disagree",
    noisy_predictor: "noisy measure",
    answer_rate_changed: "answer rate changed",
    wide_interval: "wide interval",
  },
  refused: {
    no_answers: "No customer has answered a satisfaction question yet.",
    no_revenue: "No revenue is recorded yet.",
    no_accounts: "No accounts are recorded yet.",
    no_assignments: "Nobody is recorded as serving an account yet.",
    no_training: "No training hours are recorded yet.",
    no_survey: "No employee survey has enough answers yet.",
    no_pay: "No salaries are recorded yet.",
    no_scores: "No service-orientation scores from hiring are recorded yet.",
    no_handover: "No account has changed hands yet.",
    no_departures: "Nobody who served an account has left yet.",
    one_month: "There is only one whole month of data; a change needs at least two.",
    one_employee: "Everything was served by one person, so there is nobody to compare with.",
    same_owner: "Every account has always had the same account manager.",
    outcome_never_varies: "The outcome is the same in every month, so nothing can have moved it.",
    exposure_never_varies:
      "This is the same for everybody in every month, so it cannot explain a difference.",
    no_losses: "No account was lost in the period.",
    too_few_units: "Fewer than 10 cases: too few to estimate anything.",
    not_identified: "It always changes together with something else, so the two cannot be told apart.",
    failed: "The calculation did not come to an end.",
  },
  /** What to import, as a link; or what else helps. */
  remedy: {
    no_answers: "Import satisfaction answers",
    no_revenue: "Import revenue",
    no_accounts: "Import accounts",
    no_assignments: "Import assignments",
    no_training: "Import training records",
    no_survey: "Import survey answers",
    no_pay: "Import salaries",
    no_scores: "Import hires with their scores",
    no_handover: "Import the history of assignments",
    no_departures: "Import departures",
    one_month: "Import earlier months",
    one_employee: "Import employees and assignments",
    same_owner: "Import the history of assignments",
    ask: "Ask {{who}} to import it.",
    askPeople: "HR",
    askCustomers: "an administrator",
  },
};
