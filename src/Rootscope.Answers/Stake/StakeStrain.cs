using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;

namespace Rootscope.Answers.Stake;

/// <summary>What is said where a cut is so deep that elasticities do not carry, or that there is no figure.</summary>
internal static class StakeStrain
{
    /// <summary>The sentence about rows; null where all figures hold.</summary>
    public static string? InWords(IReadOnlyList<StakeRow> rows)
    {
        int extrapolated = rows.Count(r => r.Status == CutStatus.Extrapolated);
        int without = rows.Count(r => r.AtStakeShare is null);
        if (extrapolated == 0 && without == 0)
        {
            return null;
        }

        string of = rows.Count.ToString(CultureInfo.InvariantCulture);
        string far = (StakeRanking.FarthestStrain * 100).ToString("0", CultureInfo.InvariantCulture);
        string carried =
            extrapolated == 0
                ? string.Empty
                : $"Extrapolated: {extrapolated.ToString(CultureInfo.InvariantCulture)} of {of} figures. At that scarcity more than {far}% of final "
                    + "spending is lost or paid for what is left, and elasticities do not carry so far: read \"very much\", not the figure.";
        string none =
            without == 0 ? string.Empty : $"No figure: {without.ToString(CultureInfo.InvariantCulture)} of {of}; the status says why.";
        return string.Join(' ', new[] { carried, none }.Where(s => s.Length > 0));
    }

    /// <summary>The status as a column for people, where some row has one to tell.</summary>
    public static Column<TRow>? Column<TRow>(IEnumerable<StakeRow> rows, Func<TRow, StakeRow> row) =>
        rows.All(IsPlain)
            ? null
            : new(
                "status",
                string.Empty,
                "Whether the figures hold.",
                ColumnStyle.Text,
                "status",
                r => IsPlain(row(r)) ? null : StatusWords.Of(row(r).Status)
            );

    private static bool IsPlain(StakeRow row) => row.Status is CutStatus.Ok or CutStatus.NoUse;
}
