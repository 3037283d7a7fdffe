using Rootscope.Answers.Language;
using Rootscope.Catalogue;
using Rootscope.Tables;

namespace Rootscope.Answers.Economies;

/// <summary>What the products of an economy are called: industries, parts that stand for technologies, final uses.</summary>
internal sealed class StudiedNames
{
    private readonly EconomyUnderStudy _economy;

    /// <summary>The technologies of each part, by its code.</summary>
    private readonly ILookup<string, Technology> _technologies;

    /// <summary>Names for an economy.</summary>
    public StudiedNames(EconomyUnderStudy economy, TechnologyCatalogue catalogue)
    {
        _economy = economy;
        _technologies = (economy.Bridge?.Parts ?? [])
            .SelectMany(p => p.Technologies.Select(t => (p.Split.Code, Technology: catalogue.Technologies.First(k => k.Id == t.Id))))
            .ToLookup(p => p.Code, p => p.Technology, StringComparer.Ordinal);
    }

    /// <summary>The technologies that a part stands for; none for whole industries.</summary>
    public IEnumerable<Technology> TechnologiesOf(string code) => _technologies[code];

    /// <summary>A product's name; a part's in Chinese is that of its technologies.</summary>
    public Phrase Of(string code, string name)
    {
        if (
            !_economy.Table.Sectors.TryFindIndustry(code, out _)
            && _economy.Table.FinalDemandCategories.FirstOrDefault(c => c.Code == code) is { } use
        )
        {
            return new Phrase(name, ChineseOf(use));
        }

        Phrase known = ProductNames.Of(_economy.Table.Metadata, code, name);
        bool isOnlyEnglish = string.Equals(known.Chinese, known.English, StringComparison.Ordinal);
        string chinese =
            isOnlyEnglish && _technologies[code].Any() ? string.Join("、", _technologies[code].Select(t => t.ChineseName)) : known.Chinese;
        return new Phrase(known.English, chinese);
    }

    private static string ChineseOf(FinalDemandCategory use) =>
        use.Kind switch
        {
            FinalDemandKind.Households => "居民消费",
            FinalDemandKind.NonProfit => "非营利机构消费",
            FinalDemandKind.Government => "政府消费",
            FinalDemandKind.FixedCapital => "固定资本形成",
            FinalDemandKind.Inventories => "存货变动",
            FinalDemandKind.Exports => "出口",
            _ => use.Name,
        };
}
