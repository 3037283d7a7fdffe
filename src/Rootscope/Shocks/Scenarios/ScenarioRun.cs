using System.Globalization;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Tables;

namespace Rootscope.Shocks.Scenarios;

/// <summary>Runs scenarios through lenses.</summary>
/// <remarks>
/// Every lens gets the same changes. What a lens cannot represent is left out of its figures and named in its result, shock by shock.
/// </remarks>
public static class ScenarioRun
{
    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="table">The table that it names.</param>
    /// <param name="lenses">The lenses, in the order of the results.</param>
    /// <param name="progress">Told the word of each lens as it begins.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">Shares of carriers contradict each other, or the table cannot be such an economy.</exception>
    public static ScenarioResult Of(
        Scenario scenario,
        FlowTable table,
        IReadOnlyList<ILens> lenses,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(scenario, new ScenarioEconomy(table), lenses, progress, cancellation);
    }

    /// <summary>Runs a scenario in an economy that was made from the table that it names.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="economy">The economy.</param>
    /// <param name="lenses">The lenses, in the order of the results.</param>
    /// <param name="progress">Told the word of each lens as it begins.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">Shares of carriers contradict each other, or the table cannot be such an economy.</exception>
    public static ScenarioResult Of(
        Scenario scenario,
        ScenarioEconomy economy,
        IReadOnlyList<ILens> lenses,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(lenses);
        var split = ScenarioTable.Of(scenario, economy);
        IReadOnlyList<IChange>[] changes = ChangesIn(scenario, split);
        ElasticitySet elasticities = split.ElasticitiesOf(scenario.Elasticities);
        var results = new List<LensResult>();
        foreach (ILens lens in lenses)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(lens.Word);
            results.Add(Solve(lens, split, changes, elasticities, cancellation));
        }

        return new ScenarioResult
        {
            Scenario = scenario,
            Table = split,
            Lenses = results,
            Notes = [.. economy.Notes, .. NotesOn(scenario, [.. changes.SelectMany(c => c)], lenses)],
        };
    }

    /// <summary>The share that a change cuts; null where it cuts none.</summary>
    private static double? ShareOf(IChange change) =>
        change switch
        {
            DeliveryCut cut => cut.Share,
            OutputCut cut => cut.Share,
            _ => null,
        };

    /// <summary>What every shock changes, at its time.</summary>
    internal static IReadOnlyList<IChange>[] ChangesIn(Scenario scenario, ScenarioTable table) =>
        [.. scenario.Shocks.Select(IReadOnlyList<IChange> (s) => [.. s.ChangesIn(table).Select(c => c.At(s.Timing))])];

    internal static LensResult Solve(
        ILens lens,
        ScenarioTable table,
        IReadOnlyList<IChange>[] changes,
        ElasticitySet elasticities,
        CancellationToken cancellation
    )
    {
        ScenarioModel model = lens.ScenarioOn(table);
        var represented = new List<IChange>();
        var unrepresented = new List<UnrepresentedShock>();
        for (int shock = 0; shock < changes.Length; shock++)
        {
            foreach (IChange change in changes[shock].SelectMany(c => lens.KnowsTime ? [c] : c.AtRest(table)))
            {
                if (model.ReasonAgainst(change, table) is { } reason)
                {
                    unrepresented.Add(new UnrepresentedShock(shock, change.Subject, reason));
                }
                else
                {
                    represented.Add(change);
                }
            }

            if (changes[shock].Count == 0)
            {
                unrepresented.Add(new UnrepresentedShock(shock, "nothing", "It changes nothing in this table."));
            }
        }

        LensFigures figures =
            represented.Count == 0
                ? new LensFigures { Status = ScenarioStatus.NotRepresented }
                : Figures.Told(model.Solve(table, represented, elasticities, cancellation));
        return new LensResult(lens, figures, [.. unrepresented.Distinct()]);
    }

    private static IEnumerable<string> NotesOn(Scenario scenario, IReadOnlyList<IChange> changes, IReadOnlyList<ILens> lenses)
    {
        string[] atRest = [.. lenses.Where(l => !l.KnowsTime).Select(l => l.Word)];
        if (atRest.Length > 0 && (scenario.HorizonMonths is not null || scenario.Shocks.Any(s => s.Timing.IsStated)))
        {
            yield return $"Horizon, start, ramp, duration and recovery are read and kept, but {string.Join(", ", atRest)} "
                + "compare two states of rest and do not use them: every shock has its full size.";
        }

        if (atRest.Length > 0 && changes.OfType<InvestmentChange>().Any(c => c.Factor < 1))
        {
            double months = scenario.HorizonMonths ?? InvestmentChange.UsualHorizon;
            yield return $"For {string.Join(", ", atRest)} a fall of investment is the capital that is worn out after "
                + months.ToString(CultureInfo.InvariantCulture)
                + " months and not replaced; the orders that makers of capital goods lose meanwhile are counted by lenses that know time "
                + "alone.";
        }

        const double Most = 0.9;
        bool hasPrices = lenses.Any(l => l.Cuts.UsesElasticities);
        if (hasPrices && changes.Any(c => ShareOf(c) is > Most and < 1))
        {
            yield return "More than nine tenths of a flow or an output is cut: what still gets through is more than ten times as dear. "
                + "Elasticities were measured on changes of some hundredths to tenths, so under lenses with prices such figures grow "
                + "without bound as the share nears 1, and rest on little.";
        }
    }
}
