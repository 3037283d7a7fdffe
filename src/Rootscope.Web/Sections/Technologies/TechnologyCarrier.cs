using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Technologies;

/// <summary>What a technology's figures are those of: a part that was split off for it, or the whole industry that carries it.</summary>
internal static class TechnologyCarrier
{
    private static readonly Phrase Whole = new("the whole industry that carries it", "承载它的整个行业");
    private static readonly Phrase Part = new("the part split off for it, an estimate", "为它拆分出的部分（估计）");
    private static readonly Phrase WholeInFull = new(
        "The figures are those of the industry that carries it: {0} ({1}, grade {2}).",
        "以下数值属于承载它的行业：{0}（{1}，等级 {2}）。"
    );
    private static readonly Phrase PartInFull = new(
        "The figures are those of a part split off from industry {3}, an estimate: {0} ({1}, grade {2}).",
        "以下数值属于从行业 {3} 中拆分出的部分（估计）：{0}（{1}，等级 {2}）。"
    );

    private static readonly Phrase Sliced = new("Its buyers are its carrier's: {0}.", "其买家取自承载它的行业：{0}。");

    /// <summary>Why its buyers are its carrier's; null where they are its own, or nothing is told.</summary>
    public static Phrase? Buyers(Technology technology, EconomyUnderStudy economy)
    {
        if (economy.Bridge?.SliceOf(technology.Id) is not { } slice)
        {
            return null;
        }

        string With(string text, string reason) => string.Format(CultureInfo.InvariantCulture, text, reason);
        Phrase why = ChineseTexts.Of(slice.Reason);
        return new Phrase(With(Sliced.English, why.English), With(Sliced.Chinese, why.Chinese));
    }

    /// <summary>A few words.</summary>
    public static Phrase Called(TechnologyRow? row) => row?.Part is null ? Whole : Part;

    /// <summary>A sentence with the carrier's name, code and grade.</summary>
    public static Phrase InFull(TechnologyRow row) =>
        InFull(ChineseTexts.Of(row.Root!.Name), row.Root.Code, row.Carrier!.Grade, row.Part?.Split.Parent);

    /// <summary>The same of the carrier in an economy under study, which there has to be.</summary>
    public static Phrase InFull(Technology technology, EconomyUnderStudy economy, TechnologyCatalogue catalogue)
    {
        IndustryCode carrier = TechnologyRanking.CarrierOf(technology, economy.Table, catalogue, economy.Bridge)!;
        _ = economy.Table.Sectors.TryFindIndustry(carrier.Code, out IndustryNumber number);
        string? parent = (economy.Bridge?.SplitOff ?? []).FirstOrDefault(p => p.Code == carrier.Code)?.Parent;
        string name = economy.Table.Sectors.Industries[number].Name;
        string chinese =
            Classification.Find(economy.Table.Metadata.Classification) is { } known
            && CatalogueLibrary.ChineseNamesOf(known).TryGetValue(carrier.Code, out string? own)
                ? own
                : ChineseTexts.Of(name).Chinese;
        return InFull(new Phrase(BriefName.Of(name), chinese), carrier.Code, carrier.Grade, parent);
    }

    private static Phrase InFull(Phrase name, string code, PurityGrade grade, string? parent)
    {
        Phrase form = parent is null ? WholeInFull : PartInFull;
        string With(string text, string called) =>
            string.Format(CultureInfo.InvariantCulture, text, called, code, grade, parent ?? string.Empty);
        return new Phrase(With(form.English, name.English), With(form.Chinese, name.Chinese));
    }
}
