using Rootscope.Roots.Measures;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Web.Language;

/// <summary>Texts that several sections share.</summary>
internal static class Phrases
{
    public static readonly Phrase Site = new("Rootscope", "根镜");
    public static readonly Phrase Motto = new("Which small technologies an economy stands on", "一个经济体立足于哪些小技术");
    public static readonly Phrase Search = new("Search", "搜索");
    public static readonly Phrase SearchHint = new("Search ( / )", "搜索（ / ）");
    public static readonly Phrase SearchOver = new(
        "Technologies, industries and regions, in English or Chinese",
        "技术、行业与地区，中文或英文"
    );
    public static readonly Phrase SkipToContent = new("Skip to the content", "跳到正文");
    public static readonly Phrase OtherLanguage = new("中文", "English");
    public static readonly Phrase About = new("About", "关于");
    public static readonly Phrase Data = new("Data", "数据");
    public static readonly Phrase Source = new("Source", "来源");
    public static readonly Phrase Licence = new("Licence", "许可");
    public static readonly Phrase Table = new("Table", "投入产出表");
    public static readonly Phrase Region = new("Region", "地区");
    public static readonly Phrase With = new("Compared with", "对照");
    public static readonly Phrase Rule = new("Rule of dependence", "依赖判定规则");
    public static readonly Phrase Lens = new("Model", "模型");
    public static readonly Phrase Measure = new("Measure", "指标");
    public static readonly Phrase Rows = new("Rows", "行");
    public static readonly Phrase Technology = new("Technology", "技术");
    public static readonly Phrase Industry = new("Industry", "行业");
    public static readonly Phrase Seed = new("Seed of the draws", "抽样种子");
    public static readonly Phrase Show = new("Show", "显示");
    public static readonly Phrase Name = new("Name", "名称");
    public static readonly Phrase Area = new("Area", "领域");
    public static readonly Phrase NoSuchPage = new("There is no such page", "没有这个页面");
    public static readonly Phrase NoSuchPageRepair = new(
        "Check the address, or search above: pages are named by identifier, such as /technology/logic_chips.",
        "请检查地址，或在上方搜索；页面按标识命名，例如 /technology/logic_chips。"
    );
    public static readonly Phrase Computing = new(
        "This is being computed, which takes some seconds. The page looks again by itself; or wait for the data:",
        "正在计算，约需数秒。本页会自动刷新，或等待数据："
    );
    public static readonly Phrase Older = new("The older measures: two states of rest", "较早的指标：两种静止状态");
    public static readonly Phrase OlderInWords = new(
        "They compare the economy before a cut with the one after everything has settled, and leave out the years between.",
        "比较削减之前与一切重新稳定之后的经济，不计其间的年份。"
    );
    public static readonly Phrase Supply = new("Supply that is cut", "被削减的供给");
    public static readonly Phrase Cut = new("Share of supply cut", "供给削减比例");

    /// <summary>The supplies that can be cut, by their word in addresses.</summary>
    public static Phrase SupplyCalled(string word) =>
        word switch
        {
            "all" => new("All", "全部"),
            "domestic" => new("Domestic", "本国"),
            "imported" => new("Imported", "进口"),
            _ => new(word, word),
        };

    /// <summary>What a kind of shock is called; what it means where it has no phrase of its own.</summary>
    public static Phrase ShockCalled(IShockKind kind) =>
        kind.Word switch
        {
            "supply_cut" => new("part of a supply is gone", "部分供给消失"),
            "ban" => new("deliveries are banned", "禁止交付"),
            "tariff" => new("a tariff comes on top", "加征关税"),
            "uplift" => new("productivity rises", "生产率提升"),
            "capital" => new("investment changes", "投资变化"),
            _ => new(kind.Meaning, kind.Meaning),
        };

    /// <summary>What a model is called.</summary>
    public static Phrase LensCalled(ILens lens) => new(lens.Description.Title, lens.Description.ChineseTitle);

    /// <summary>What a model is called, by its word.</summary>
    public static Phrase LensCalled(string word) => LensRegistry.Default.Find(word) is { } lens ? LensCalled(lens) : new(word, word);

    /// <summary>What a model does.</summary>
    public static Phrase LensInWords(ILens lens) => new(lens.Description.Text, lens.Description.ChineseText);

    /// <summary>The measures by their word in addresses.</summary>
    public static Phrase MeasureCalled(string word) => Called(RootMeasures.Find(word));

    /// <summary>What a measure is called.</summary>
    public static Phrase Called(RootMeasure measure) => new(measure.Name, measure.ChineseName);

    /// <summary>The unit that a measure is read in; null for a share, which is read in per cent.</summary>
    public static Phrase? UnitOf(RootMeasure measure) => measure.ReadIn is { } unit ? new(unit.English, unit.Chinese) : null;
}
