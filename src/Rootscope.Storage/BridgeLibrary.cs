using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Storage.References;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage;

/// <summary>
/// Bridges from a finer table to technologies: the embedded ones, one for each table they were made for, and files of the user's in the
/// same layout.
/// </summary>
/// <remarks>
/// Layout: CSV with the columns parent, part, name, technologies ("id:A other:B"), reference (codes of <see cref="Reference"/>),
/// outputShare, importShare, exportShare, grade, error, source. Shares and error may be empty. Three more may be left out: basis ("class",
/// which is meant where it is empty, "lent" or "carrier", see <see cref="PartBasis"/>), buyers ("334413" or "3361+3363:2 334:1") and use
/// ("inputs" or "capital", see <see cref="PartUse"/>).
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
            return BridgeReader.Read(embedded, nameOrFile, SizeOrigin.Published);
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
        return BridgeReader.Read(file, Path.GetFileName(nameOrFile), SizeOrigin.Given);
    }

    /// <summary>
    /// The bridge of a table: the embedded one where it has one of its own, otherwise one derived from <see cref="Reference"/> through the
    /// concordances; null where none leads to the table's classes.
    /// </summary>
    /// <param name="table">A table of one or many regions, not split yet.</param>
    /// <param name="shares">
    /// Shares of output of the user's, by technology of the catalogue or by part (such as semiconductor-machinery): they go before
    /// published figures, and these before the reference's own share. Unit: share of the carrier's output, above 0 and below 1. Null for
    /// none.
    /// </param>
    /// <remarks>
    /// Where a class of the table is the technology the part is that class and nothing is split off (<see cref="BridgePart.IsWhole"/>).
    /// Technologies that no class of the reference stands for are in <see cref="TechnologyBridge.Slices"/> with the reason. In a table of
    /// many regions <see cref="Split"/> gives each region its published shares. docs/methods/technology-split.md.
    /// </remarks>
    public static TechnologyBridge? For(FlowTable table, IReadOnlyDictionary<string, double>? shares = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Names.Contains(table.Metadata.Id, StringComparer.Ordinal))
        {
            TechnologyBridge own = Read(table.Metadata.Id);
            if (own.Parts.All(p => table.Sectors.TryFindIndustry(p.Split.Parent, out _)))
            {
                return ReferenceBridge.Completed(own, shares);
            }
        }

        FlowTable reference = EmbeddedTables.Read(Reference);
        return ToTable(table, reference) is { } way ? ReferenceBridge.Of(table, reference, way, shares) : null;
    }

    /// <summary>
    /// Splits a table by a bridge, with <see cref="Reference"/> as the finer table; one of many regions region by region, with shares that
    /// are published for them where the bridge gives none.
    /// </summary>
    /// <exception cref="TableException">The bridge does not fit the table, or no concordance leads from the reference to the table's
    /// classification.</exception>
    public static FlowTable Split(FlowTable table, TechnologyBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(bridge);
        IReadOnlyList<SplitPart> parts = bridge.SplitOff;
        if (parts.Count == 0)
        {
            return table;
        }

        (FlowTable reference, Concordance concordance) = ReferenceFor(table);
        return table.Sectors.Regions.Count > 1
            ? RegionalSplit.Of(table, parts, reference, concordance, PublishedShares.For(table, GivenIn(bridge)))
            : TechnologySplit.Of(table, parts, reference, concordance);
    }

    /// <summary>
    /// What a part is of its industry over all regions of a table by published shares, and by the reference's own where none is published;
    /// null where the part has no classes of <see cref="Reference"/> to be sized by. Unit: share of the industry's output.
    /// </summary>
    /// <param name="table">The table, not split yet.</param>
    /// <param name="part">A part of a bridge of that table.</param>
    public static double? ShareOf(FlowTable table, BridgePart part)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(part);
        int industry = table.Sectors.FindIndustry(part.Split.Parent);
        Func<RegionNumber, SplitPart, SplitPart> published =
            table.Sectors.Regions.Count > 1 ? PublishedShares.For(table, new HashSet<string>()) : (_, p) => p;
        var american = new Lazy<double?>(() => AmericanShareOf(table, part));
        (double own, double all) = (0, 0);
        for (int r = 0; r < table.Sectors.Regions.Count; r++)
        {
            double output = table.Output[(r * table.Sectors.Industries.Count) + industry];
            if ((published(new(r), part.Split).OutputShare ?? american.Value) is not { } share)
            {
                return null;
            }

            own += share * output;
            all += output;
        }

        return part.IsWhole ? 1
            : all > 0 ? own / all
            : null;
    }

    private static double? AmericanShareOf(FlowTable table, BridgePart part)
    {
        FlowTable reference = EmbeddedTables.Read(Reference);
        if (ToTable(table, reference) is not { } way)
        {
            return null;
        }

        double all = way.Links.Where(l => l.To == part.Split.Parent).Sum(l => reference.Output[reference.Sectors.FindIndustry(l.From)]);
        return all > 0 ? part.Split.References.Sum(c => reference.Output[reference.Sectors.FindIndustry(c)]) / all : null;
    }

    /// <summary>The same split with parts of other sizes, as often as asked; of a table of one region.</summary>
    /// <exception cref="TableException">As for <see cref="Split"/>.</exception>
    public static SplitFamily Family(FlowTable table, TechnologyBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(bridge);
        (FlowTable reference, Concordance concordance) = ReferenceFor(table);
        return SplitFamily.Of(table, bridge.SplitOff, reference, concordance);
    }

    private static HashSet<string> GivenIn(TechnologyBridge bridge) =>
        [.. bridge.Parts.Where(p => p.SizeFrom == SizeOrigin.Given).Select(p => p.Split.Code)];

    private static Concordance? ToTable(FlowTable table, FlowTable reference) =>
        ReferenceRoutes.Find(reference.Metadata.Classification, table, [.. reference.Sectors.Industries.Select(i => i.Code)]);

    private static (FlowTable Reference, Concordance ToTable) ReferenceFor(FlowTable table)
    {
        FlowTable reference = EmbeddedTables.Read(Reference);
        return ToTable(table, reference) is { } way
            ? (reference, way)
            : throw new TableException(
                table.Metadata.Id,
                $"cannot be split: no concordance leads from {reference.Metadata.Classification}, the classes of {Reference}, to "
                    + $"'{table.Metadata.Classification}' as this table has it. Tables in "
                    + $"{string.Join(", ", ReferenceRoutes.TargetsOf(reference.Metadata.Classification))} can be split; bring this one to "
                    + $"one of them with {Repair.Step(RepairStep.AggregateTable)}."
            );
    }
}
