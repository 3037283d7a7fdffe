using System.Globalization;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Shocks.Scenarios;

/// <summary>The shares of industries that a scenario declares technologies to be, and the slices that they cut out of a table.</summary>
internal static class CarrierShares
{
    /// <summary>The technologies that a scenario names, each once.</summary>
    /// <exception cref="ModelException">One is declared in two ways, or the shares of a carrier exceed it.</exception>
    public static IReadOnlyList<ScenarioProduct> Of(Scenario scenario)
    {
        ScenarioProduct[] carried = [.. scenario.Shocks.SelectMany(s => s.Products).Where(p => p.Technology is not null).Distinct()];
        foreach (
            IGrouping<string, ScenarioProduct> twice in carried
                .GroupBy(p => p.Technology!, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
        )
        {
            throw new ModelException(
                $"{twice.Key} is declared in two ways: {string.Join(" and ", twice.Select(Declared))}. Declare it alike in every shock."
            );
        }

        foreach (
            IGrouping<string, ScenarioProduct> carrier in carried.Where(p => p.IsPartOfCarrier).GroupBy(p => p.Code, StringComparer.Ordinal)
        )
        {
            RequireRest(carrier.Key, carrier.Sum(p => p.ShareOfCarrier ?? 0), carrier);
        }

        return carried;
    }

    /// <summary>Output of an industry over all regions. Unit: the table's money.</summary>
    public static double OutputOf(FlowTable table, string code)
    {
        int industry = table.Sectors.TryFindIndustry(code, out IndustryNumber number) ? number : table.Sectors.FindIndustry(code);
        double sum = 0;
        for (int r = 0; r < table.Sectors.Regions.Count; r++)
        {
            sum += table.Output[(r * table.Sectors.Industries.Count) + industry];
        }

        return sum;
    }

    /// <summary>The economy's table with every technology that has no part cut out of its carrier, in every flow alike.</summary>
    public static FlowTable Sliced(ScenarioEconomy economy, IReadOnlyList<ScenarioProduct> slices)
    {
        if (slices.Count == 0)
        {
            return economy.Table;
        }

        FlowTable table = economy.Table;
        string[] missing = [.. slices.Select(p => p.Code).Where(c => !table.Sectors.TryFindIndustry(c, out _))];
        if (missing.Length > 0)
        {
            throw new UnknownNameException(
                "industry",
                missing[0],
                NearestNames.Of(missing[0], table.Sectors.Industries.Select(i => i.Code)),
                $"It is declared as a carrier; {table.Metadata.Id} does not have it."
            );
        }

        var links = new List<ConcordanceLink>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Industry industry in table.Sectors.Industries)
        {
            (ScenarioProduct Slice, double Share)[] own =
            [
                .. slices.Where(p => p.Code == industry.Code).Select(p => (p, ShareOfRest(economy, p))),
            ];
            double sum = own.Sum(p => p.Share);
            RequireRest(industry.Code, sum, own.Select(p => p.Slice));
            links.Add(new ConcordanceLink(industry.Code, industry.Code, 1 - sum));
            names[industry.Code] = own.Length == 0 ? industry.Name : $"{industry.Name}, the rest";
            foreach ((ScenarioProduct slice, double share) in own)
            {
                links.Add(new ConcordanceLink(industry.Code, slice.WorkingCode, share));
                names[slice.WorkingCode] = slice.TechnologyName ?? slice.WorkingCode;
            }
        }

        return TableAggregation.Aggregate(table, industries: Concordance.Of("the scenario's carriers", links, names));
    }

    /// <summary>The declared share of the industry as a share of what parts have left of it. Unit: share.</summary>
    private static double ShareOfRest(ScenarioEconomy economy, ScenarioProduct slice)
    {
        double share =
            slice.ShareOfCarrier
            ?? throw new ModelException(
                $"{slice.Technology} is only part of {slice.Code}, and no bridge splits it off. Declare 'carrier' and 'share_of_carrier'."
            );
        return ReferenceEquals(economy.Table, economy.Source) || economy.Bridge is null
            ? share
            : share * OutputOf(economy.Source, slice.Code) / OutputOf(economy.Table, slice.Code);
    }

    private static void RequireRest(string carrier, double sum, IEnumerable<ScenarioProduct> parts)
    {
        if (sum >= 1)
        {
            throw new ModelException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The shares declared of {carrier} sum to {sum:0.####}: "
                        + $"{string.Join(", ", parts.Select(p => p.Technology))}. They have to leave something over; lower them."
                )
            );
        }
    }

    private static string Declared(ScenarioProduct product) =>
        product.ShareOfCarrier is { } share
            ? FormattableString.Invariant($"{share} of {product.Code}")
            : $"part of {product.Code} without a share";
}
