using Rootscope.Answers.Economies;
using Rootscope.Catalogue;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>
/// What the products of an economy are called, and where their pages are: industries, and parts that stand for technologies.
/// </summary>
public sealed class StakeNames
{
    private readonly EconomyUnderStudy _economy;
    private readonly SiteAnswers _economies;

    /// <summary>The technologies of each part, by its code.</summary>
    private readonly ILookup<string, Technology> _technologies;

    /// <summary>The parts that were split off an industry.</summary>
    private readonly HashSet<string> _parts;

    internal StakeNames(EconomyUnderStudy economy, SiteAnswers economies)
    {
        (_economy, _economies) = (economy, economies);
        _technologies = (economy.Bridge?.Parts ?? [])
            .SelectMany(p =>
                p.Technologies.Select(t => (p.Split.Code, Technology: economies.Catalogue.Technologies.First(k => k.Id == t.Id)))
            )
            .ToLookup(p => p.Code, p => p.Technology, StringComparer.Ordinal);
        _parts = [.. (economy.Bridge?.SplitOff ?? []).Select(p => p.Code)];
    }

    /// <summary>A product's name, without the words that most begin with; a part's in Chinese is that of its technologies.</summary>
    public Phrase Of(string code, string name)
    {
        if (
            !_economy.Table.Sectors.TryFindIndustry(code, out _)
            && _economy.Table.FinalDemandCategories.FirstOrDefault(c => c.Code == code) is { } use
        )
        {
            return new Phrase(name, ChineseOf(use));
        }

        Phrase known = _economies.NameOf(_economy.Table.Metadata, code, name);
        bool isOnlyEnglish = string.Equals(known.Chinese, known.English, StringComparison.Ordinal);
        string chinese =
            isOnlyEnglish && _technologies[code].Any() ? string.Join("、", _technologies[code].Select(t => t.ChineseName)) : known.Chinese;
        return new Phrase(BriefName.Of(known.English), chinese);
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

    /// <summary>The page of a product; null for final uses, which have none.</summary>
    public string? AddressOf(string code, PageState state)
    {
        PageState plain = state with { Of = null };
        return _parts.Contains(code) && _technologies[code].FirstOrDefault() is { } technology
                ? plain.AddressOf($"/technology/{technology.Id}")
            : _economy.Whole.Sectors.TryFindIndustry(code, out _) ? plain.AddressOf($"/industry/{Uri.EscapeDataString(code)}")
            : null;
    }
}
