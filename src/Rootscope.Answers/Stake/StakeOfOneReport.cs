using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Catalogue;
using Rootscope.Roots.Stake;
using Rootscope.Storage;
using Rootscope.Storage.References;
using Rootscope.Tables;

namespace Rootscope.Answers.Stake;

/// <summary>What is at stake with one product as a report: figures, path, buyers, chains and traits, each a table for people.</summary>
internal static class StakeOfOneReport
{
    /// <summary>The kind of the report in data formats.</summary>
    public const string Kind = "stake-of-one";

    /// <summary>Industries that data tell: an answer for programs and assistants is not to be mostly of those that hardly lose.</summary>
    private const int MostIndustries = 25;

    /// <summary>The report of an answer.</summary>
    public static Report Of(StakeOfOneAnswer answer, TechnologyCatalogue catalogue, string? command)
    {
        FlowTable table = answer.Economy.Table;
        return new Report<StakePart>(
            Kind,
            StakeOfOneColumns.All,
            Parts(answer, catalogue),
            new Provenance
            {
                Command = command,
                Table = table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Options = [new("name", answer.Code), .. OptionsOf(answer)],
                Notes = answer.Notes,
            }
        )
        {
            ForPeople = [.. StakeOfOneSections.Of(answer)],
            Remarks = [.. StakeOfOneWords.Of(answer)],
            IsFolded = true,
        };
    }

    private static IEnumerable<StakePart> Parts(StakeOfOneAnswer answer, TechnologyCatalogue catalogue)
    {
        foreach (StakeAnswer ranking in answer.Rankings)
        {
            StakeAnswer whole = ranking with { Question = ranking.Question with { Top = 0 } };
            yield return new StakePart("figures", "at stake")
            {
                Supply = ranking.Ranking.Options.Supply,
                Line = StakeLine.Of(whole, catalogue).First(l => l.Row.Product == answer.Product) with { Row = answer.Under(ranking) },
                Ranked = answer.Question.Alone ? null : ranking.Ranking.Rows.Count,
                Years = answer.Years,
            };
        }

        foreach (StakeOfOnePath path in answer.Paths)
        {
            foreach (StakeMoment moment in path.Moments)
            {
                yield return new StakePart("path", path.Marks.Contains(moment) ? "told" : "drawn")
                {
                    Supply = path.Supply,
                    Moment = moment,
                };
            }
        }

        foreach ((StakeBuyer buyer, int i) in answer.Buyers.Select((b, i) => (b, i)))
        {
            yield return new StakePart("buyer", Numbered(i)) { Buyer = buyer };
        }

        for (int supply = 0; supply < answer.Rankings.Count; supply++)
        {
            foreach ((StakeLoser industry, int i) in answer.Losers.Take(MostIndustries).Select((l, i) => (l, i)))
            {
                yield return new StakePart("industry", Numbered(i))
                {
                    Supply = answer.Rankings[supply].Ranking.Options.Supply,
                    Loser = (industry, supply),
                };
            }
        }

        foreach ((StakeEnd end, int i) in answer.Chains.Concat(answer.ChainsThroughOutstanding).Select((c, i) => (c, i)))
        {
            for (int step = 0; step < end.Chain.Links.Count; step++)
            {
                StakeChainLink link = end.Chain.Links[step];
                Industry industry = answer.Economy.Table.Sectors.IndustryOf(new(link.Buyer));
                yield return new StakePart("chain", Numbered(i))
                {
                    Link = (link, step + 1, industry.Code, industry.Name),
                    Words = step + 1 == end.Chain.Links.Count ? StakeOfOneWords.EndOf(end) : null,
                };
            }
        }

        foreach (TraitOfOne trait in answer.Traits)
        {
            yield return new StakePart("trait", IrreplaceabilityData.NameOf(trait.Trait)) { Trait = trait };
        }

        (string pattern, string source) = StakeOfOneWords.CapitalPattern(answer);
        yield return new StakePart("source", "capital pattern") { Words = pattern, Source = source };
    }

    private static string Numbered(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<KeyValuePair<string, string>> OptionsOf(StakeOfOneAnswer answer)
    {
        StakeOptions options = answer.Rankings[0].Ranking.Options;
        string Number(double x) => x.ToString("R", CultureInfo.InvariantCulture);
        yield return new("region", answer.Economy.Table.Sectors.Regions[0].Code);
        yield return new("cut", Number(options.Cut));
        yield return new("supply", string.Join('+', answer.Rankings.Select(r => QuestionWords.Supplies.WordOf(r.Ranking.Options.Supply))));
        yield return new("atMostYears", Number(options.AtMostYears));
        yield return new("discount", Number(options.Discount));
        yield return new("capital", QuestionWords.CapitalReadings.WordOf(options.Capital));
        yield return new("exports", Number(options.ExportsElasticity));
        yield return new("elasticities", answer.Question.Asked.Elasticities);
        yield return new("ratings", options.Elasticities.HalfYear.RatedBy ?? "off");
        yield return new("draws", Number(answer.Question.Asked.Draws));
        yield return new("seed", answer.Question.Asked.Seed.ToString(CultureInfo.InvariantCulture));
        yield return new("bands", answer.Rankings[0].Bands.IsExact ? "exact" : "approximate");
    }
}
