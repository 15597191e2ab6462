"""The same procedures in memory on a simulated clock: worked cases, caseloads, forecasts."""
