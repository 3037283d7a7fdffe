using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Storage.References;

/// <summary>The ways from the classifications that much is known of, bea2017 and nbs2020, to those of tables: chains of embedded
/// concordances, listed in data/references/routes.csv.</summary>
internal static class ReferenceRoutes
{
    private const string Resource = "data/references/routes.csv";

    private static readonly (string From, string To, string[] Steps)[] All = Read();

    /// <summary>The classifications that a classification leads to, itself included.</summary>
    public static IReadOnlyList<string> TargetsOf(string from) =>
        [.. All.Where(r => r.From == from).Select(r => r.To).Distinct(StringComparer.Ordinal)];

    /// <summary>The way from a classification to the classes of a table; null where there is none that fits the table's codes.</summary>
    /// <param name="from">The classification that is left.</param>
    /// <param name="table">The table; its classification and its codes both count.</param>
    /// <param name="sources">The codes that are carried over.</param>
    /// <remarks>Every code goes to one class. A way fits where the table has all classes that it leads to.</remarks>
    public static Concordance? Find(string from, FlowTable table, IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(sources);
        return All.Where(r => r.From == from && r.To == table.Metadata.Classification)
            .Select(r => Chain(r.Steps, sources))
            .FirstOrDefault(c => c.Targets.All(t => table.Sectors.TryFindIndustry(t, out _)));
    }

    /// <summary>The steps of <see cref="Find"/> in words, for provenance.</summary>
    /// <param name="from">The classification that is left.</param>
    /// <param name="to">The classification of the table.</param>
    public static string NameOf(string from, string to) =>
        All.First(r => r.From == from && r.To == to) is { Steps: { Length: > 0 } steps } ? string.Join(", ", steps) : "its own classes";

    private static Concordance Chain(string[] steps, IReadOnlyList<string> sources) =>
        steps.Aggregate(Concordance.Identity(sources), (way, step) => way.Then(ConcordanceLibrary.Read(step)));

    private static (string From, string To, string[] Steps)[] Read()
    {
        using CsvFile csv = CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!),
            "embedded routes"
        );
        var routes = new List<(string, string, string[])>();
        while (csv.Read())
        {
            routes.Add((csv.Text(0), csv.Text(1), csv.Text(2).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        return [.. routes];
    }
}
