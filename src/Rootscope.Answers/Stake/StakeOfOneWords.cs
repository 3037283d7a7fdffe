using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Language;
using Rootscope.Answers.Reports;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Storage.References;
using Rootscope.Tables;

namespace Rootscope.Answers.Stake;

/// <summary>What is said of one product in sentences.</summary>
internal static class StakeOfOneWords
{
    /// <summary>The mark of a purchase that stands out in the source table.</summary>
    public const string StandsOut = "stands out in the source table; see data check";

    /// <summary>What a reader must not conclude.</summary>
    public const string Caution =
        "Do not conclude that what its buyers lose adds up to what is at stake: output counts the output that went into it again. Nor that "
        + "it can be spared where little is at stake.";

    /// <summary>What the figures mean, how sure they are, and what a reader must not conclude.</summary>
    public static IEnumerable<string> Of(StakeOfOneAnswer answer)
    {
        if (Strain(answer) is { } strain)
        {
            yield return strain;
        }

        yield return Figures(answer, answer.Rankings[0]);
        if (ProductName.SliceOf(answer.Economy.Table, answer.Question.Name, answer.Economy.Bridge) is { } slice)
        {
            yield return slice.Sentence;
        }

        yield return Years(answer);
        yield return Caution;
        yield return StakeReport.BandsInWords(answer.Rankings[0].Bands);
        if (answer.Rankings[0].Ranking.Options.Capital != StakeCapital.Off && answer.Buyers.Any(b => b.Capital > 0))
        {
            yield return Capital(answer);
        }

        if (answer.Buyers.Any(b => b.StandsOut) || answer.ChainsThroughOutstanding.Count > 0)
        {
            yield return $"'!' marks a purchase that {StandsOut} {answer.Economy.Given.Metadata.Id}. Other chains go around such cells.";
        }

        if (answer.Question.Alone)
        {
            yield return "It alone was cut, so that its place and how it compares with the typical product are not told.";
        }

        if (answer.Economy.EvidenceInWords is { } evidence)
        {
            yield return evidence;
        }
    }

    /// <summary>Whether elasticities carry as far as the cut goes, and every supply has a figure; null where both is so.</summary>
    public static string? Strain(StakeOfOneAnswer answer) => StakeStrain.InWords([.. answer.Rankings.Select(answer.Under)]);

    /// <summary>Who wears out which capital goods, as the economy was made, and where that is from.</summary>
    public static (string Pattern, string Source) CapitalPattern(StakeOfOneAnswer answer)
    {
        EconomyStep step = answer.Economy.Steps.First(s => s.Name == CapitalStep.Name);
        return (step.Done, step.Source);
    }

    /// <summary>The supply that goes missing, as a row is called: "all supply".</summary>
    public static string SupplyInWords(SupplyScope supply) =>
        supply switch
        {
            SupplyScope.Domestic => "home supply",
            SupplyScope.Imported => "imports",
            _ => "all supply",
        };

    /// <summary>The 90% band of what is at stake as people read it: "0.31–0.72%"; null where it has none.</summary>
    public static string? BandOf(StakeOfOneAnswer answer, StakeAnswer ranking) =>
        answer.BandUnder(ranking)?.AtStake is { Low: { } low, High: { } high }
            ? $"{CellText.ForPeople(low, ColumnStyle.Share).TrimEnd('%')}–{CellText.ForPeople(high, ColumnStyle.Share)}"
            : null;

    /// <summary>What the industry at the end of a chain is, by the division of ISIC and whether commerce is in it.</summary>
    public static string? EndOf(StakeEnd end) =>
        end.Division is not { } division ? null
        : end.HoldsCommerce ? $"{IsicDivisions.NameOf(division)}; electronic commerce is in it"
        : IsicDivisions.NameOf(division);

    /// <summary>What the figures of one supply mean.</summary>
    public static string Figures(StakeOfOneAnswer answer, StakeAnswer ranking)
    {
        StakeRow row = answer.Under(ranking);
        string product = BriefName.InSentence(row.Name);
        if (row is not { AtStake: { } value, AtStakeShare: { } share })
        {
            return $"In words: {product} has no figure under these options; its status is {StatusWords.Of(row.Status)}.";
        }

        var money = MoneyScale.Of(answer.Economy.Table);
        string worn = row.TailShare is > 0
            ? string.Create(CultureInfo.InvariantCulture, $" Worn-out equipment costs another {row.TailShare * 100:0.00}% after that.")
            : string.Empty;
        StakeOptions options = ranking.Ranking.Options;
        double until = Math.Min(row.YearsToReplace, options.AtMostYears);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"In words: with {options.Cut * 100:0.##}% of {SupplyInWords(options.Supply)} of {product} missing for {until:0.0} years, "
            )
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{SpokenName.Of(answer.Economy.Table.Sectors.Regions[0].Name)} loses {money.Text(value)} {money.Unit}, "
                    + $"{share * 100:0.00}% of a year's final spending."
            )
            + worn;
    }

    /// <summary>How long it takes to replace, and how sure that is.</summary>
    public static string Years(StakeOfOneAnswer answer) => $"{ByRating(answer)} {WhyRating(answer).English}";

    /// <summary>Why they are those of ratings and not of the upgrading loop.</summary>
    public static Phrase WhyRating(StakeOfOneAnswer answer) => YearsOfLoop.Of(answer.Economy.Table.Sectors.Regions[0].Code);

    private static string ByRating(StakeOfOneAnswer answer)
    {
        ReplacementYears years = answer.Years;
        if (years is not { Rating: { } rating, Low: { } low, High: { } high })
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Years to replace: {years.Years:0.0}, the middle of the scale; products are not rated here."
            );
        }

        string of = years.RatedAs == answer.Code ? string.Empty : $" of its class {years.RatedAs}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Years to replace: {years.Years:0.0}, from irreplaceability {rating:0.0}{of} (0.5 years × 20^r); with one kind of evidence "
                + $"left out {low:0.0} to {high:0.0}. The order of magnitude is claimed, not the year."
        );
    }

    private static string Capital(StakeOfOneAnswer answer)
    {
        double all = answer.Buyers.Sum(b => b.Flow + b.Capital);
        double share = answer.Buyers.Sum(b => b.Capital) / all;
        (string pattern, string source) = CapitalPattern(answer);
        string wears = string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}% of its use is as a capital good");
        string rate = string.Create(
            CultureInfo.InvariantCulture,
            $", and of such goods {answer.Depreciation * 100:0.#}% wear out in a year"
        );
        return $"Capital: {wears}{rate}. Who uses it: {pattern}. {source}";
    }
}
