using System.Text.Json.Nodes;
using Rootscope.Answers.Language;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Sections;

namespace Rootscope.Hosts.Tests.HowTo;

/// <summary>The section "largest": its line in the navigation and its figure.</summary>
internal sealed class LargestSection : ISiteSection
{
    public NavigationEntry Navigation { get; } = new(new Phrase("Largest", "最大行业"), "/largest");

    public IReadOnlyList<IFigureSource> Figures { get; } = [new LargestFigure()];
}

/// <summary>The largest industries of an economy.</summary>
internal sealed class LargestFigure : IFigureSource
{
    private const int Shown = 10;

    public string Id => "largest";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        FlowTable economy = economies.Economy(state);
        double all = TableTotals.GrossDomesticProduct(economy);
        double[] valueAdded = TableTotals.ValueAdded(economy);
        int[] rows = [.. Enumerable.Range(0, economy.Size).OrderByDescending(i => valueAdded[i]).ThenBy(i => i).Take(Shown)];
        string NameOf(int industry) => ProductNames.Of(economy, economy.Sectors.IndustryOf(new(industry)))[state.Tongue];
        return new Figure
        {
            Id = Id,
            Report = new Report<int>(
                Id,
                [
                    new(
                        "code",
                        string.Empty,
                        "Code of the industry.",
                        ColumnStyle.Text,
                        null,
                        i => economy.Sectors.IndustryOf(new(i)).Code
                    ),
                    new("name", string.Empty, "The industry.", ColumnStyle.Text, Phrases.Industry[state.Tongue], NameOf),
                    new(
                        "valueAdded",
                        Column.Money,
                        "What it adds.",
                        ColumnStyle.Money,
                        new Phrase("Value added", "增加值")[state.Tongue],
                        i => valueAdded[i]
                    ),
                    new(
                        "share",
                        "share",
                        "Its share in the gross domestic product.",
                        ColumnStyle.Share,
                        new Phrase("Share", "份额")[state.Tongue],
                        i => valueAdded[i] / all
                    ),
                ],
                rows,
                new Provenance
                {
                    Title = new Phrase("The largest industries", "最大的行业")[state.Tongue],
                    Sentence = new Phrase($"Largest is {NameOf(rows[0])}.", $"最大的是{NameOf(rows[0])}。")[state.Tongue],
                    Table = economy,
                }
            ),
            Option = new JsonObject
            {
                ["xAxis"] = FigureAxes.Value(new Phrase("share, %", "份额，%")[state.Tongue]),
                ["yAxis"] = FigureAxes.Names(rows.Reverse().Select(NameOf)),
                ["series"] = new JsonArray(
                    FigureAxes.Bars("share", "energy", rows.Reverse().Select(i => (double?)(valueAdded[i] / all * 100)))
                ),
            },
        };
    }
}
