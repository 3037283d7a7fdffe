using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Shocks.Lenses;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Catalogue;

/// <summary>What is known about one technology, fact by fact.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="technology">The technology.</param>
internal sealed class CatalogueFacts(TechnologyCatalogue catalogue, Technology technology)
{
    private const string Split = "split";

    private static readonly Lazy<IReadOnlyDictionary<Classification, CodeList>> Lists = new(CatalogueLibrary.CodeLists);

    /// <summary>What it is.</summary>
    public IEnumerable<TechnologyFact> Names() =>
        [
            new("name", "id", technology.Id),
            new("name", "en", technology.Name),
            new("name", "zh", technology.ChineseName),
            new("area", technology.Area.Id, $"{technology.Area.Name} {technology.Area.ChineseName}"),
            new("tier", null, StatusWords.Of(technology.Tier)),
            new("definition", null, technology.Definition),
        ];

    /// <summary>The classes of a table that carry it by the catalogue, those that the table lacks among them.</summary>
    public IEnumerable<TechnologyFact> Carriers(FlowTable table) =>
        Classification.Find(table.Metadata.Classification) is { } classification
            ? catalogue.CarriersOf(technology, classification).Select(c => Carrier(c, table))
            : [];

    /// <summary>
    /// How a table is split for it: the part or class that stands for it, with whose buyers and where its size is from, or why its buyers
    /// are its carrier's.
    /// </summary>
    public IEnumerable<TechnologyFact> Splits(FlowTable table)
    {
        if (BridgeLibrary.For(table) is not { } bridge)
        {
            yield break;
        }

        if (bridge.Find(technology.Id) is ({ } part, { } grade))
        {
            yield return new TechnologyFact(Split, part.Split.Code, $"{part.Split.Name}; buyers: {part.BuyersInWords}")
            {
                Subject = table.Metadata.Id,
                Grade = grade.ToString(),
                Value = part.Split.OutputShare,
                Unit = part.Split.OutputShare is null ? null : "share of its carrier's output",
                Note = part.Source,
            };
        }
        else if (bridge.SliceOf(technology.Id) is { } slice)
        {
            yield return new TechnologyFact(Split, null, "its carrier as a whole, with its buyers")
            {
                Subject = table.Metadata.Id,
                Note = slice.Reason,
            };
        }
    }

    /// <summary>The industry or part of a table that its figures are seen through.</summary>
    public static TechnologyFact Carrier(IndustryCode carrier, FlowTable table) =>
        new(
            "carrier",
            carrier.Code,
            table.Sectors.TryFindIndustry(carrier.Code, out IndustryNumber industry)
                ? table.Sectors.Industries[industry].Name
                : "not in this table"
        )
        {
            Subject = table.Metadata.Id,
            Grade = carrier.Grade.ToString(),
            Note = CatalogueColumns.OrNull(carrier.Note),
        };

    /// <summary>What is measured of the industry that carries it, in the table's money.</summary>
    public static IEnumerable<TechnologyFact> Figures(TechnologyAnswer answer, ILens lens) =>
        new ProductParts(answer)
            .All(lens)
            .Select(p => new TechnologyFact(p.Part, p.Item, p.Name)
            {
                Figure = p,
                Unit = p.Value is null ? null : answer.Economy.Table.Metadata.Unit,
            });

    /// <summary>The classes that hold it, in every classification.</summary>
    public IEnumerable<TechnologyFact> Codes() =>
        catalogue
            .CodesOf(technology)
            .Select(c => new TechnologyFact(
                "code",
                c.Code,
                CatalogueColumns.OrNull(Lists.Value.GetValueOrDefault(c.Classification)?.NameOf(c.Code))
            )
            {
                Subject = c.Classification.Id,
                Grade = c.Grade.ToString(),
                Note = CatalogueColumns.OrNull(c.Note),
            });

    /// <summary>What it needs directly, and what needs it.</summary>
    public IEnumerable<TechnologyFact> Links() =>
        [.. Direct("needs", catalogue.UpstreamOf(technology)), .. Direct("neededBy", catalogue.DownstreamOf(technology))];

    /// <summary>What is claimed about it.</summary>
    public IEnumerable<TechnologyFact> Claims() =>
        catalogue
            .EvidenceOf(technology)
            .Select(e => new TechnologyFact("evidence", StatusWords.Of(e.Kind), e.Claim)
            {
                Value = e.Value,
                Unit = CatalogueColumns.OrNull(e.Unit),
                Year = e.Year,
                Source = CatalogueColumns.OrNull(e.Source),
                Status = e.Status,
                Note = CatalogueColumns.OrNull(
                    string.Join(
                        "; ",
                        new[] { e.IsComputed ? "computed from published figures" : null, e.Note, e.Licence }.Where(n =>
                            !string.IsNullOrEmpty(n)
                        )
                    )
                ),
            });

    private static IEnumerable<TechnologyFact> Direct(string fact, IReadOnlyList<TechnologyStep> steps) =>
        steps.Where(s => s.Steps == 1).Select(s => new TechnologyFact(fact, s.Technology.Id, s.Technology.Name));
}
