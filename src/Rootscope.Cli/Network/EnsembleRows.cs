using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;

namespace Rootscope.Cli.Network;

/// <summary>One figure of an ensemble with its band.</summary>
/// <param name="Part">What it is about, in a word.</param>
/// <param name="Name">The sector, region or firm; null for the network as a whole.</param>
/// <param name="Label">That in words.</param>
/// <param name="Figure">The figure.</param>
internal sealed record EnsembleLine(string Part, string? Name, string? Label, EnsembleFigure Figure);

/// <summary>The figures of an ensemble as rows: by part, those with the largest median first.</summary>
internal static class EnsembleRows
{
    /// <summary>The rows, with at most so many names in each list of sectors, regions and firms.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="top">Most names.</param>
    /// <param name="labelOf">A firm or a sector in words.</param>
    public static IEnumerable<EnsembleLine> Of(IReadOnlyList<EnsembleFigure> figures, int top, Func<EnsemblePart, string, string?> labelOf)
    {
        foreach (EnsemblePart part in Enum.GetValues<EnsemblePart>())
        {
            // The first figure of a name decides: the index, or the loss. Assumptions keep their order.
            IEnumerable<IGrouping<string, EnsembleFigure>> names = figures
                .Where(f => f.Part == part)
                .GroupBy(f => f.Name, StringComparer.Ordinal);
            IEnumerable<IGrouping<string, EnsembleFigure>> shown = part
                is EnsemblePart.Fact
                    or EnsemblePart.Network
                    or EnsemblePart.Listing
                    or EnsemblePart.Substitution
                ? names
                : names.OrderByDescending(n => n.First().Band.Median ?? -1).ThenBy(n => n.Key, StringComparer.Ordinal).Take(top);
            foreach (EnsembleFigure f in shown.SelectMany(n => n))
            {
                yield return new EnsembleLine(StatusWords.Of(part), f.Name.Length > 0 ? f.Name : null, labelOf(part, f.Name), f);
            }
        }
    }

    /// <summary>The unit of a figure.</summary>
    public static string UnitOf(string figure) =>
        figure switch
        {
            "links" => "links",
            "meanDegree" => "links a firm",
            "aboveTenth" or "aboveHundredth" or "plateau" or "core" => "firms",
            "customersTail" or "suppliersTail" or "salesExponent" or "purchasesExponent" or "assortativity" => "number",
            _ => "share",
        };
}

/// <summary>What an ensemble says, in sentences.</summary>
internal static class EnsembleWords
{
    public static IEnumerable<string> Of(NetworkEnsemble ensemble)
    {
        FigureBand? Band(EnsemblePart part, string figure) =>
            ensemble.Figures.FirstOrDefault(f => f.Part == part && f.Figure == figure)?.Band;
        string networks = string.Create(
            CultureInfo.InvariantCulture,
            $"{ensemble.Draws} network{(ensemble.Draws == 1 ? string.Empty : "s")}"
        );
        if (Band(EnsemblePart.Network, "highest") is { Median: not null } highest && Band(EnsemblePart.Network, "plateau") is { } plateau)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"In words: over {networks} the failure of the riskiest firm costs {Percent(highest.Median)} of all weight "
                    + $"({Percent(highest.Low)} to {Percent(highest.High)} in nine of ten); {plateau.Low:0.#} to {plateau.High:0.#} "
                    + $"firms are as risky within a tenth, {plateau.Median:0.#} in the middle."
            );
        }

        if (Band(EnsemblePart.Listing, "loss") is { Median: not null } loss && Band(EnsemblePart.Listing, "direct") is { } direct)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"In words: over {networks} the listing costs {Percent(loss.Median)} of all weight ({Percent(loss.Low)} to "
                    + $"{Percent(loss.High)} in nine of ten), of which the listed firms' own weight is {Percent(direct.Median)}."
            );
        }
    }

    private static string Percent(double? share) => ((share ?? 0) * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
