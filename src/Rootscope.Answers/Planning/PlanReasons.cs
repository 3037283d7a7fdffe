using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Planning;

namespace Rootscope.Answers.Planning;

/// <summary>Why each measure is in a plan or out of it, in a sentence with its numbers.</summary>
internal static class PlanReasons
{
    public static IReadOnlyList<PlanLine> Of(
        Plan plan,
        IReadOnlyList<Plan> frontier,
        double[] funded,
        IReadOnlyList<PlanSubject> subjects,
        MoneyScale money
    )
    {
        PlanProblem problem = plan.Problem;
        PlanProblem means = PlanLosses.OfMeans(problem);
        double now = MeanOf(plan.Choices);
        return
        [
            .. problem
                .Items.Select((item, i) => LineOf(item, i))
                .OrderByDescending(l => l.Choice.Money > 0)
                .ThenByDescending(l => l.Saves)
                .ThenByDescending(l => l.FirstRatio)
                .ThenBy(l => l.Subject.Id, StringComparer.Ordinal)
                .ThenBy(l => l.Item.Measure),
        ];

        double MeanOf(IReadOnlyList<PlanChoice> choices) => PlanLosses.Of(means, choices)[0];

        PlanLine LineOf(PlanItem item, int i)
        {
            PlanChoice choice = plan.Choices[i];
            PlanChoice[] without = [.. plan.Choices.Select((c, j) => j == i ? default : c)];
            double saves = choice.Money > 0 ? MeanOf(without) - now : 0;
            double first = RatioOf(item, i);
            double? from = frontier
                .Where(p => p.Choices.Count > i && p.Choices[i].Money > 0)
                .Select(p => (double?)p.Problem.Budget)
                .FirstOrDefault();
            double? below = frontier.Select(p => (double?)p.Problem.Budget).LastOrDefault(b => from is null || b < from);
            var line = new PlanLine
            {
                Subject = subjects.First(s => s.Id == item.Technology),
                Item = item,
                Choice = choice,
                TakenOff = item.BenefitOf(choice.Money),
                Saves = saves,
                FirstRatio = first,
                FundedFrom = from,
                NotFundedAt = below,
                FundedShare = funded.Length > 0 ? funded[i] : null,
                Why = string.Empty,
            };
            return line with { Why = choice.Money > 0 ? In(line) : Out(line) };
        }

        double RatioOf(PlanItem item, int i)
        {
            double more = Math.Max(item.Minimum, item.Benefit[0].Money);
            PlanChoice[] with = [.. plan.Choices.Select((c, j) => j == i ? new PlanChoice(c.Money + more, c.Year) : c)];
            return (now - MeanOf(with)) / more;
        }

        string In(PlanLine line)
        {
            double ratio = line.Saves / line.Choice.Money;
            string surely = line.FundedShare is { } share
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $" It is funded in {share * 100:0}% of the draws of what measures cost and do."
                )
                : string.Empty;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"In: {money.Text(line.Choice.Money)} {money.Unit} take {line.TakenOff * 100:0.#}% off what is at stake, from year "
                    + $"{line.Choice.Year + line.Item.Lead} on, and save {money.Text(line.Saves)} {money.Unit} of the mean loss, "
                    + $"{ratio:0.##} a unit{(ratio < 1 ? ", less than it costs" : string.Empty)}.{surely}"
            );
        }

        string Out(PlanLine line)
        {
            string least = money.Text(line.Item.Minimum);
            string when = (line.FundedFrom, line.NotFundedAt) switch
            {
                ({ } budget, { } less) => $"a budget of {money.Text(budget)} {money.Unit} funds it, {money.Text(less)} does not",
                ({ } budget, null) => $"a budget of {money.Text(budget)} {money.Unit} funds it",
                (null, { } most) => $"no budget up to {money.Text(most)} {money.Unit} funds it",
                _ => "no other budget was planned for",
            };
            if (line.Item.Minimum > problem.Budget)
            {
                return $"Out: its least, {least} {money.Unit}, is more than the budget; {when}.";
            }

            string last = plan.ShadowPrice is { } price
                ? string.Create(CultureInfo.InvariantCulture, $"where the last unit of the budget saves {price:0.##}")
                : "which others beat";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Out: beside what is funded its first money saves {line.FirstRatio:0.##} a unit of the mean loss, {last}; "
                    + $"least {least} {money.Unit}; {when}."
            );
        }
    }
}
