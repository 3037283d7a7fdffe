using System.Globalization;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Storage;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>Why a product is hard to replace, in the languages of the site; English is that of the answer.</summary>
internal static class TraitTexts
{
    private const double Most = 0.995;
    private const double Hard = 0.6;
    private const double Easy = 0.4;

    private static readonly Dictionary<ProductTrait, (string Name, string Hard, string Easy)> Chinese = new()
    {
        [ProductTrait.Complexity] = ("复杂度", "只有少数经济体掌握其制造诀窍", "许多经济体都会制造"),
        [ProductTrait.FewExporters] = ("出口者少", "只有少数经济体有出口优势", "许多经济体有出口优势"),
        [ProductTrait.Exports] = ("出口", "外国前来购买：大部分出口", "很少出口"),
        [ProductTrait.ValueAdded] = ("增加值", "制造者自己创造大部分价值", "大部分价值由外购而来"),
        [ProductTrait.Research] = ("研发", "研发投入多", "研发投入少"),
        [ProductTrait.CapitalGoods] = ("资本品", "作为机器供他人使用", "很少用于投资"),
        [ProductTrait.Imports] = ("进口", "所用大多来自国外", "所用很少来自国外"),
        [ProductTrait.Differentiation] = ("差异化", "没有交易所为其定价：各家产品不同", "按牌价或交易所价格交易"),
        [ProductTrait.Essential] = ("必需性", "购买者称缺它无法生产", "购买者可以暂时不用"),
    };

    /// <summary>What a trait is called.</summary>
    public static Phrase NameOf(ProductTrait trait) =>
        new(English(trait), Chinese.TryGetValue(trait, out (string Name, string Hard, string Easy) known) ? known.Name : English(trait));

    private static string English(ProductTrait trait) => IrreplaceabilityData.NameOf(trait).Replace('-', ' ');

    /// <summary>What it means.</summary>
    public static Phrase InWords(TraitOfOne trait)
    {
        if (!Chinese.TryGetValue(trait.Trait, out (string Name, string Hard, string Easy) known))
        {
            return new Phrase(trait.Words, trait.Words);
        }

        string Share(double share) => share.ToString("0%", CultureInfo.InvariantCulture);
        return new Phrase(
            trait.Words,
            trait.Rank switch
            {
                null => "未知，按中位数计",
                > Most => $"{known.Hard}（比所有其他产品更难）",
                < 1 - Most => $"{known.Easy}（比所有其他产品更易）",
                > Hard and var rank => $"{known.Hard}（难于 {Share(rank)} 的产品）",
                < Easy and var rank => $"{known.Easy}（易于 {Share(1 - rank)} 的产品）",
                _ => "与多数产品相当",
            }
        );
    }
}
