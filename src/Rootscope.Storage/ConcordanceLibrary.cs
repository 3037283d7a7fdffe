using System.Reflection;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Storage;

/// <summary>What is known of an embedded concordance.</summary>
/// <param name="Name">The name it is called by.</param>
/// <param name="From">The classification of the codes.</param>
/// <param name="To">The classification of the targets.</param>
/// <param name="HasWeights">False where codes have several targets and the source gives no weights: sizes of the targets are needed
/// then.</param>
/// <param name="Source">Where the links are from.</param>
/// <param name="Licence">The licence or terms, as far as known.</param>
public sealed record ConcordanceSummary(string Name, string From, string To, bool HasWeights, string Source, string Licence);

/// <summary>The concordances that ship inside this library, and those in files of the user's.</summary>
public static class ConcordanceLibrary
{
    private const string Prefix = "data/concordances/";

    /// <summary>The embedded concordances, in the order of their list.</summary>
    public static IReadOnlyList<ConcordanceSummary> Embedded { get; } = ReadIndex();

    /// <summary>Reads an embedded concordance by name, or a file by path (<see cref="ConcordanceReader"/>).</summary>
    /// <param name="nameOrFile">The name or the path.</param>
    /// <param name="sizes">Sizes of target codes, any unit; needed where codes have several targets and no weights are given.</param>
    /// <exception cref="UnknownNameException">It is neither; the message has the nearest names.</exception>
    /// <exception cref="TableException">The file does not fit the layout, or weights or sizes are missing.</exception>
    public static Concordance Read(string nameOrFile, IReadOnlyDictionary<string, double>? sizes = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrFile);
        if (Embedded.FirstOrDefault(c => string.Equals(c.Name, nameOrFile, StringComparison.Ordinal)) is { } known)
        {
            if (!known.HasWeights && sizes is null)
            {
                throw new TableException(
                    $"concordance '{known.Name}'",
                    $"sends codes to several targets, and its source gives no weights. "
                        + $"Give sizes of the targets ({Repair.Option("sizes", "FILE")}, CSV with the columns code and size), and codes "
                        + $"are split in proportion to them."
                );
            }

            using CsvFile embedded = Open(known.Name);
            return ConcordanceReader.Read(embedded, known.Name, sizes);
        }

        return File.Exists(nameOrFile)
            ? ConcordanceReader.Read(nameOrFile, sizes)
            : throw new UnknownNameException(
                "concordance",
                nameOrFile,
                NearestNames.Of(nameOrFile, Embedded.Select(c => c.Name)),
                $"Embedded are {string.Join(", ", Embedded.Select(c => c.Name))}; otherwise give the path of a CSV file with the "
                    + $"columns from, to and, where a code is split, weight."
            );
    }

    /// <summary>Which codes an embedded concordance links, whatever the proportions.</summary>
    internal static IReadOnlyList<(string From, string To)> LinksOf(string name)
    {
        using CsvFile csv = Open(name);
        var links = new List<(string From, string To)>();
        while (csv.Read())
        {
            links.Add((csv.Text(0), csv.Text(1)));
        }

        return links;
    }

    private static ConcordanceSummary[] ReadIndex()
    {
        using CsvFile csv = Open("index");
        var found = new List<ConcordanceSummary>();
        while (csv.Read())
        {
            found.Add(new ConcordanceSummary(csv.Text(0), csv.Text(1), csv.Text(2), csv.Text(3) is "whole", csv.Text(4), csv.Text(5)));
        }

        return [.. found];
    }

    private static CsvFile Open(string name)
    {
        string resource = $"{Prefix}{name}.csv";
        return CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!),
            $"embedded concordance {name}"
        );
    }
}
