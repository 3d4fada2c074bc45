export const panel = {
  title: "What the panel holds",
  subtitle: "The table behind every analysis: one row for each account and month in which it was a customer.",
  crumb: "Drivers",
  asOf: "Changed",
  rows: "Account-months",
  peopleRows: "Person-months",
  notCounted: "Coverage is counted within a minute after the data change.",
  empty: "The panel holds nothing yet. Import accounts, their revenue or satisfaction, and who serves them.",
  rulesTitle: "Rules that hold for every column",
  rules: {
    precedes:
      "Exposure precedes outcome: what stands under “who served the account” was so before the month began, or on its first day. Later training, answers or pay never change an earlier month.",
    served:
      "Vacancy, the account manager and handovers are the assignment of the month itself: they say who served it, not how well.",
    average:
      "Where several people own or serve an account in a month, their values are averaged by days times share; who has no value is left out of the average. An assignment without a share counts as a whole one.",
    employed:
      "Days before hiring and from the day of leaving on count nothing, whatever the assignment says. Such rows stand on the data quality page.",
    late: "A late fact changes only the months it belongs to, in the same run for one edit and for a large import.",
    privacy: "Survey answers and pay enter the analyses only: no page and no file shows them for one person.",
  },
  table: {
    column: "Column",
    formula: "How it is worked out",
    unit: "Unit",
    timing: "When",
    source: "Ledger",
    coverage: "Filled, %",
    always: "always",
  },
  group: {
    outcome: "Outcomes: how the account fared",
    exposure: "Exposures: who served the account",
    handover: "Handovers",
  },
  unit: {
    yes_no: "yes / no",
    answers: "answers",
    points: "points",
    cases: "cases",
    money: "reporting currency",
    share: "share, 0–1",
    days: "days",
    months: "months",
    log_months: "ln(months)",
    hours: "hours",
    scale_1_5: "1–5",
    standard_deviations: "standard deviations",
    log_ratio: "ln(ratio)",
    scale_0_100: "0–100",
    handovers: "handovers",
    cause: "cause",
    person: "person",
  },
  timing: {
    in_month: "in the month",
    next_month: "in the month after",
    first_day: "on the first day of the month",
    twelve_months_before: "in the 12 calendar months before",
    last_before: "last answer before the month, at most 12 months old",
    as_recorded: "at hiring",
    up_to_month_end: "by the end of the month",
    twelve_months_up_to_month_end: "in this month and the 11 before",
  },
  source: {
    accounts: "accounts",
    satisfaction: "satisfaction",
    cases: "cases",
    revenue: "revenue",
    assignments: "assignments",
    employees: "employees",
    employment: "employment",
    training: "training",
    surveys: "surveys",
  },
  column: {
    customer_days: {
      name: "Days as a customer",
      formula: "Days of the month on which the account is a customer, a loss already recorded included.",
    },
    is_complete: {
      name: "Whole month",
      formula: "The month is over and the account was a customer on each of its days.",
    },
    churns_next_month: {
      name: "Lost in the next month",
      formula:
        "First day no longer a customer lies in the following calendar month. Lost on the 1st of May is lost in the month after April. Empty while that month is not over, and where the account was lost in this month already.",
    },
    csat_n: { name: "CSAT answers", formula: "Number of answers on the 1–5 scale." },
    csat_sum: { name: "CSAT sum", formula: "Sum of these answers; satisfaction is sum ÷ number." },
    nps_n: { name: "NPS answers", formula: "Number of answers on the 0–10 scale." },
    nps_promoters: { name: "Promoters", formula: "Of these, 9 or 10." },
    nps_detractors: { name: "Detractors", formula: "Of these, 0 to 6." },
    cases_opened: { name: "Cases", formula: "Service cases opened." },
    revenue_minor: {
      name: "Revenue",
      formula: "Booked revenue, credits deducted, each currency at the rate of the month.",
    },
    margin_minor: { name: "Margin", formula: "Revenue − cost of goods." },
    owner_id: {
      name: "Account manager",
      formula: "Owner for most of the month, by days × share. People are compared with themselves by it.",
    },
    vacancy_share: {
      name: "Vacancy",
      formula: "Days of the month without any employed owner ÷ days on which the account was a customer.",
    },
    owner_tenure_months: {
      name: "Tenure of the owner",
      formula: "Days since hiring ÷ 30.44; 0 in the month of hiring.",
    },
    owner_log_tenure: {
      name: "Tenure, logarithm",
      formula: "ln(1 + months of tenure), averaged after taking it.",
    },
    owner_training_hours_12m: { name: "Training of the owner", formula: "Hours of completed training." },
    team_training_hours_12m: {
      name: "Training of the team",
      formula: "Hours of completed training, averaged over everyone assigned in any role.",
    },
    owner_engagement: { name: "Engagement", formula: "Answer of the owner to the engagement survey." },
    owner_values_alignment: {
      name: "Values alignment",
      formula: "Answer of the owner on how far own and company values agree.",
    },
    owner_workload_z: {
      name: "Workload",
      formula:
        "(accounts owned ÷ FTE − mean) ÷ standard deviation of everyone with the same job title who owns an account that day, in hundredths. An account with several owners counts for each by share. Empty where fewer than two own any, or all the same.",
    },
    owner_pay_position: {
      name: "Pay against colleagues",
      formula:
        "ln(full-time pay ÷ median full-time pay of the same job title in the same currency). Empty under five people.",
    },
    owner_service_orientation: { name: "Service orientation", formula: "Score given at hiring." },
    months_since_handover: {
      name: "Months since the last handover",
      formula: "Whole calendar months, 0 in its own month; empty where there was none.",
    },
    last_handover_cause: {
      name: "Its cause",
      formula:
        "Cause recorded with the end of the assignment, else “departure” where the person had left by then.",
    },
    is_handover_to_new_hire: {
      name: "To a new hire",
      formula: "The successor had been hired in the three months before.",
    },
    months_since_departure_handover: {
      name: "Months since the last handover after a departure",
      formula: "The same of the last handover that a departure caused.",
    },
    is_departure_handover_to_new_hire: {
      name: "That one to a new hire",
      formula: "Its successor had been hired in the three months before.",
    },
    handovers_12m: {
      name: "Handovers in 12 months",
      formula: "Changes of owner. A new share of the same person is none, nor is a second owner.",
    },
  },
};
