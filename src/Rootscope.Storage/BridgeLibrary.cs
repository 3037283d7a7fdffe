using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage;

/// <summary>
/// Bridges from a finer table to technologies: the embedded ones, one for each table they were made for, and files of the user's in the
/// same layout.
/// </summary>
/// <remarks>
/// Layout: CSV with the columns parent, part, name, technologies ("id:A other:B"), reference (codes of <see cref="Reference"/>),
/// outputShare, importShare, exportShare, grade, error, source. Shares and error may be empty.
/// </remarks>
public static class BridgeLibrary
{
    /// <summary>The finer table whose recipes and buyers stand for the parts.</summary>
    public const string Reference = "usa-2017";

    private const string Prefix = "data/bridges/";
    private const string Suffix = ".csv";

    /// <summary>The names of the embedded bridges, which are those of the tables that they split.</summary>
    public static IReadOnlyList<string> Names { get; } = EmbeddedNames.Of(Prefix, Suffix);

    /// <summary>Reads an embedded bridge by name, or a file by path.</summary>
    /// <exception cref="UnknownNameException">It is neither; the message has the nearest names.</exception>
    /// <exception cref="TableException">The file does not fit the layout.</exception>
    public static TechnologyBridge Read(string nameOrFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrFile);
        if (Names.Contains(nameOrFile, StringComparer.Ordinal))
        {
            Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + nameOrFile + Suffix)!;
            using CsvFile embedded = CsvFile.Open(new StreamReader(stream), $"embedded bridge {nameOrFile}");
            return BridgeReader.Read(embedded, nameOrFile);
        }

        if (!File.Exists(nameOrFile))
        {
            throw new UnknownNameException(
                "bridge",
                nameOrFile,
                NearestNames.Of(nameOrFile, Names),
                $"Embedded are {string.Join(", ", Names)}; otherwise give the path of a CSV file with the columns parent, part, name, "
                    + $"technologies, reference, outputShare, importShare, exportShare, grade, error, source."
            );
        }

        using CsvFile file = CsvFile.Open(nameOrFile);
        return BridgeReader.Read(file, Path.GetFileName(nameOrFile));
    }

    /// <summary>Splits a table of one region by a bridge, with <see cref="Reference"/> as the finer table.</summary>
    /// <exception cref="TableException">The bridge does not fit the table, or no concordance leads from the reference to the table's
    /// classification.</exception>
    public static FlowTable Split(FlowTable table, TechnologyBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(bridge);
        (FlowTable reference, Concordance concordance) = ReferenceFor(table);
        return TechnologySplit.Of(table, [.. bridge.Parts.Select(p => p.Split)], reference, concordance);
    }

    /// <summary>The same split with parts of other sizes, as often as asked.</summary>
    /// <exception cref="TableException">As for <see cref="Split"/>.</exception>
    public static SplitFamily Family(FlowTable table, TechnologyBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(bridge);
        (FlowTable reference, Concordance concordance) = ReferenceFor(table);
        return SplitFamily.Of(table, [.. bridge.Parts.Select(p => p.Split)], reference, concordance);
    }

    private static (FlowTable Reference, Concordance ToTable) ReferenceFor(FlowTable table)
    {
        FlowTable reference = EmbeddedTables.Read(Reference);
        string concordance = $"{reference.Metadata.Classification}-{table.Metadata.Classification}";
        if (ConcordanceLibrary.Embedded.All(c => c.Name != concordance))
        {
            throw new TableException(
                table.Metadata.Id,
                $"cannot be split: no concordance leads from {reference.Metadata.Classification}, the classes of {Reference}, to "
                    + $"'{table.Metadata.Classification}'. "
                    + "Tables in nbs2020 can be split; bring this one to it with 'rootscope data aggregate'."
            );
        }

        return (reference, ConcordanceLibrary.Read(concordance));
    }
}
