using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Catalogue;

/// <summary>Everything about one technology, one fact a row.</summary>
internal static class TechnologyReport
{
    /// <summary>What the catalogue says, with the classes that carry it in every embedded table.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="technology">The technology.</param>
    /// <param name="command">The command that asked.</param>
    public static Report<TechnologyFact> Of(TechnologyCatalogue catalogue, Technology technology, string command)
    {
        var facts = new CatalogueFacts(catalogue, technology);
        TechnologyFact[] splits = [.. EmbeddedTables.Names.SelectMany(name => facts.Splits(EmbeddedTables.Read(name)))];
        return new Report<TechnologyFact>(
            "catalogue-technology",
            TechnologyFact.Columns,
            [
                .. facts.Names(),
                .. EmbeddedTables.Names.SelectMany(name => facts.Carriers(EmbeddedTables.Read(name))),
                .. splits,
                .. facts.Codes(),
                .. facts.Links(),
                .. facts.Claims(),
            ],
            new Provenance { Command = command }
        )
        {
            IsGrouped = true,
            IsWhole = true,
            Remarks =
            [
                .. InWords(catalogue, technology),
                .. splits.Where(s => s.Item is null).Select(s => $"In {s.Subject} its buyers are its carrier's: {s.Note}."),
            ],
        };
    }

    /// <summary>The same in one economy, with the figures of the industry that carries it there.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="technology">The technology.</param>
    /// <param name="economy">The economy's table.</param>
    /// <param name="answer">What is known of the industry that carries it; null where none does.</param>
    /// <param name="lens">The lens whose figures are told.</param>
    public static Report<TechnologyFact> In(
        TechnologyCatalogue catalogue,
        Technology technology,
        FlowTable economy,
        TechnologyAnswer? answer,
        ILens lens
    )
    {
        var facts = new CatalogueFacts(catalogue, technology);
        IEnumerable<TechnologyFact> carried = answer is null
            ? []
            :
            [
                CatalogueFacts.Carrier(
                    TechnologyRanking.CarrierOf(technology, answer.Economy.Table, catalogue, answer.Economy.Bridge)!,
                    answer.Economy.Table
                ),
                .. CatalogueFacts.Figures(answer, lens),
            ];
        return new Report<TechnologyFact>(
            "technology",
            TechnologyFact.Columns,
            [.. facts.Names(), .. carried, .. facts.Codes(), .. facts.Links(), .. facts.Claims()],
            new Provenance
            {
                Table = answer?.Economy.Table ?? economy,
                Question = answer?.Question,
                Steps = answer?.Economy.Steps ?? [],
                Notes = answer?.Notes ?? [$"No industry of {economy.Metadata.Id} carries this technology well enough to say a figure."],
            }
        );
    }

    private static IEnumerable<string> InWords(TechnologyCatalogue catalogue, Technology technology)
    {
        yield return $"{technology.Name}: {technology.Definition}";
        IReadOnlyList<Evidence> evidence = catalogue.EvidenceOf(technology);
        foreach (Evidence claim in evidence)
        {
            yield return Sentence(claim);
        }

        if (evidence.Count == 0)
        {
            yield return "No evidence is recorded about it.";
        }

        int needs = catalogue.UpstreamOf(technology).Count;
        int neededBy = catalogue.DownstreamOf(technology).Count;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Through others it needs {needs} technologies in all, and {neededBy} need it."
        );
        yield return "Links and grades are the catalogue's judgement.";
    }

    private static string Sentence(Evidence e)
    {
        string value = e.Value switch
        {
            null => string.Empty,
            { } share when e.Unit == "share" => ": " + share.ToString("0.#%", CultureInfo.InvariantCulture),
            { } other => string.Create(CultureInfo.InvariantCulture, $": {other:R} {e.Unit}"),
        };
        string source =
            e.Kind == EvidenceKind.Judgement
                ? StatusWords.Of(e.Kind)
                : string.Create(CultureInfo.InvariantCulture, $"{e.Source}, {e.Year}, {StatusWords.Of(e.Status)}");
        return $"{e.Claim}{value} ({source}).";
    }
}
