using System.Globalization;
using System.Reflection;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Upgrading;

namespace Rootscope.Storage;

/// <summary>The embedded figures of upgrading: what the loop rests on, and published series of cost and production.</summary>
public static class UpgradingData
{
    private const string Prefix = "data/upgrading/";
    private const string Assumption = "assumption";
    private const string Published = "published";

    /// <summary>What the loop rests on, each figure with its range and its source or the mark of an assumption.</summary>
    public static UpgradingParameters Parameters()
    {
        return new UpgradingParameters(Read("parameters"));
    }

    /// <summary>What measures cost and do, and which foreign cuts scenarios draw; each with its range and source or mark.</summary>
    public static IReadOnlyList<UpgradingParameter> Measures() => Read("measures");

    private static List<UpgradingParameter> Read(string name)
    {
        using CsvFile file = Open(name);
        int basis = file.Column("basis");
        var found = new List<UpgradingParameter>();
        while (file.Read())
        {
            found.Add(
                new UpgradingParameter(
                    file.Text(file.Column("name")),
                    file.Number(file.Column("low")),
                    file.Number(file.Column("central")),
                    file.Number(file.Column("high")),
                    file.Text(file.Column("unit")),
                    file.Text(file.Column("meaning")),
                    file.Text(file.Column("source")),
                    file.Text(basis) switch
                    {
                        Assumption => true,
                        Published => false,
                        string other => throw file.Fault(basis, $"'{other}' is neither {Published} nor {Assumption}."),
                    }
                )
            );
        }

        return found;
    }

    /// <summary>The same for an economy: with its own share of the world market where that is at hand.</summary>
    /// <param name="economy">Its three-letter code.</param>
    public static UpgradingParameters ParametersOf(string economy)
    {
        UpgradingParameters general = Parameters();
        using CsvFile file = Open("world-shares");
        while (file.Read())
        {
            if (string.Equals(file.Text(file.Column("economy")), economy, StringComparison.OrdinalIgnoreCase))
            {
                return new UpgradingParameters([
                    .. general.All.Select(p =>
                        p.Name == UpgradingParameters.WorldShare
                            ? p with
                            {
                                Low = file.Number(file.Column("low")),
                                Central = file.Number(file.Column("central")),
                                High = file.Number(file.Column("high")),
                                Source = file.Text(file.Column("source")),
                            }
                            : p
                    ),
                ]);
            }
        }

        return general;
    }

    /// <summary>What dated tables of economies told of how fast gaps close, as <c>bench -- upgrade-history</c> fitted it.</summary>
    public static IReadOnlyList<UpgradingHistory> Histories()
    {
        using CsvFile file = Open("histories");
        var found = new List<UpgradingHistory>();
        while (file.Read())
        {
            double Number(string column) => file.Number(file.Column(column));
            int[] years = [.. file.Text(file.Column("years")).Split(';').Select(y => int.Parse(y, CultureInfo.InvariantCulture))];
            found.Add(
                new UpgradingHistory
                {
                    Economy = file.Text(file.Column("economy")),
                    Tables = file.Text(file.Column("tables")),
                    Years = years,
                    Products = (int)Number("products"),
                    Telling = (int)Number("telling"),
                    Rate = file.Text(file.Column("rate")).Length == 0 ? null : (Number("low"), Number("rate"), Number("high")),
                    HoldOut = new HistoryHoldOut
                    {
                        YearKnown = years[^2],
                        YearHeldOut = years[^1],
                        Fitted = Number("fitted"),
                        Usual = Number("usual"),
                        NoChange = Number("noChange"),
                        Trend = Number("trend"),
                        Inside = (int)Number("inside"),
                    },
                }
            );
        }

        return found;
    }

    /// <summary>Published series of cost and cumulative production.</summary>
    public static IReadOnlyList<ExperienceSeries> Series()
    {
        Dictionary<string, (List<int> Years, List<double> Costs, List<double> Made)> figures = ReadFigures();
        using CsvFile file = Open("sources");
        var found = new List<ExperienceSeries>();
        while (file.Read())
        {
            string id = file.Text(file.Column("series"));
            (List<int> years, List<double> costs, List<double> made) = figures[id];
            int low = file.Column("publishedLow");
            found.Add(
                new ExperienceSeries(id, years, costs, made)
                {
                    Name = file.Text(file.Column("name")),
                    Technologies = file.Text(file.Column("technologies")).Split(';'),
                    CostUnit = file.Text(file.Column("costUnit")),
                    ProductionUnit = file.Text(file.Column("productionUnit")),
                    Published = file.Text(file.Column("published")),
                    PublishedRange = file.Text(low).Length == 0 ? null : (file.Number(low), file.Number(file.Column("publishedHigh"))),
                    Source = file.Text(file.Column("source")),
                }
            );
        }

        return found;
    }

    /// <summary>Years with a cost; a year without one adds to what had been made.</summary>
    private static Dictionary<string, (List<int> Years, List<double> Costs, List<double> Made)> ReadFigures()
    {
        using CsvFile file = Open("series");
        (int series, int year, int cost) = (file.Column("series"), file.Column("year"), file.Column("cost"));
        (int cumulative, int production) = (file.Column("cumulative"), file.Column("production"));
        var figures = new Dictionary<string, (List<int> Years, List<double> Costs, List<double> Made)>(StringComparer.Ordinal);
        var made = new Dictionary<string, double>(StringComparer.Ordinal);
        while (file.Read())
        {
            string id = file.Text(series);
            made[id] = file.Text(cumulative).Length > 0 ? file.Number(cumulative) : made.GetValueOrDefault(id) + file.Number(production);
            if (file.Text(cost).Length == 0)
            {
                continue;
            }

            if (!figures.TryGetValue(id, out (List<int> Years, List<double> Costs, List<double> Made) lists))
            {
                lists = ([], [], []);
                figures.Add(id, lists);
            }

            lists.Years.Add(int.Parse(file.Text(year), CultureInfo.InvariantCulture));
            lists.Costs.Add(file.Number(cost));
            lists.Made.Add(made[id]);
        }

        return figures;
    }

    private static CsvFile Open(string name)
    {
        string resource = $"{Prefix}{name}.csv";
        return CsvFile.Open(
            new StreamReader(
                Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
                    ?? throw new TableException(resource, "is missing from this build. Reinstall Rootscope.")
            ),
            resource
        );
    }
}
