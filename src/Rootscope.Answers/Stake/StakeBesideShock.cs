using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Shocks;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Answers.Stake;

/// <summary>
/// What is at stake with the cut that a scenario makes, beside what a lens says of it: two answers to two questions, and why they differ.
/// </summary>
internal sealed record StakeBesideShock
{
    /// <summary>Shares that what is at stake can be asked for.</summary>
    private static readonly (double Least, double Most) Cuts = (0.001, 0.999);

    private StakeBesideShock(StakeOfOneQuestion question, bool isSame) => (Question, IsSame) = (question, isSame);

    /// <summary>The question about the same product, supply and share, as near as what is at stake can be asked for.</summary>
    public StakeOfOneQuestion Question { get; }

    /// <summary>Whether what is at stake can be asked for exactly this cut.</summary>
    public bool IsSame { get; }

    /// <summary>The question beside a result; null where the scenario is not one cut of one product's supply to one region.</summary>
    public static StakeBesideShock? Of(ScenarioResult result)
    {
        if (
            result.Scenario.Shocks is not [{ Products: [var product], Cut: { } cut }]
            || product.IsPartOfCarrier && product.Technology is null
        )
        {
            return null;
        }

        string name = product.Technology ?? product.Code;
        bool isWhole = product.ShareOfCarrier is null || !product.IsPartOfCarrier;
        bool one = result.Table.IsOneRegion;
        var asked = new StakeQuestion(new EconomyQuestion(result.Scenario.Table) { Region = one ? null : cut.Region })
        {
            Cut = Math.Clamp(cut.Share, Cuts.Least, Cuts.Most),
        };
        return new StakeBesideShock(
            new StakeOfOneQuestion(name, asked) { Alone = true, Supply = cut.Supply },
            isWhole && cut.IsWhole && cut.Share.Equals(asked.Cut)
        );
    }

    /// <summary>The answer, if the cut is the same and has a figure; null otherwise.</summary>
    /// <param name="ask">Who answers.</param>
    public StakeOfOneAnswer? Answered(Func<StakeOfOneQuestion, StakeOfOneAnswer> ask)
    {
        if (!IsSame)
        {
            return null;
        }

        try
        {
            StakeOfOneAnswer answer = ask(Question);
            return answer.Under(answer.Rankings[0]).AtStakeShare is null ? null : answer;
        }
        catch (RootscopeException)
        {
            return null;
        }
    }

    /// <summary>The years until the product is replaced, what is lost in them of a year's final spending, and at first; as people read it.
    /// </summary>
    public static (string Years, string Lost, string? First) Figures(StakeOfOneAnswer answer) =>
        (
            answer.Years.Years.ToString("0.0", CultureInfo.InvariantCulture),
            Percent(answer.Under(answer.Rankings[0]).AtStakeShare ?? 0),
            answer.Paths[0].Marks is [{ Loss: { } loss }, ..] ? Percent(loss) : null
        );

    /// <summary>What is at stake with the same cut, without the command.</summary>
    public static string InWords(StakeOfOneAnswer answer)
    {
        (string years, string lost, string? first) = Figures(answer);
        return $"Another question, the same cut: until it is replaced, in {years} years, {lost} of a year's final spending is lost in all"
            + (first is null ? string.Empty : $", {first} a year at first");
    }

    /// <summary>Why the two differ.</summary>
    /// <param name="lens">The lens that it stands beside.</param>
    /// <param name="elasticities">The scenario's elasticities, by name.</param>
    public static string WhyTheyDiffer(string lens, string elasticities) =>
        "Why they differ: there a quantity is missing, its output losses are summed over the years, capital goods not "
        + "delivered are missed as old ones wear out, and elasticities grow with the years and are rated by how hard a product is to "
        + $"replace. The {lens} lens compares two states of rest, told for a year: a dearer product at "
        + $"{elasticities} elasticities, wear of capital bought as a flow, buyers adjusted.";

    private static string Percent(double share) => CellText.ForPeople(share, ColumnStyle.Share);
}
