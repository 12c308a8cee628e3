"""Articles 1 and 2 of No. 61 in Rego and in Cedar, beside pycontrol: same cases, same answers, and an unstated fact."""
