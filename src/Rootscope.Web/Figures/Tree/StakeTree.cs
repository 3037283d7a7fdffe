using Rootscope.Answers.Pictures;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Stake;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;

namespace Rootscope.Web.Figures.Tree;

/// <summary>An economy as a tree: the products most is at stake with as roots, and those who buy them as branches.</summary>
/// <param name="Roots">The roots, most at stake first.</param>
/// <param name="Branches">Who buys them, the largest first; the smaller ones together are one of them.</param>
internal sealed record StakeTree(IReadOnlyList<TreeRoot> Roots, IReadOnlyList<TreeBranch> Branches)
{
    private const int MostRoots = 8;

    private const int MostBranches = 10;

    private const int MostBuyers = 3;

    /// <summary>The tree of an answer: of technologies where it has some, otherwise of whole industries.</summary>
    public static StakeTree Of(StakeFigureParts parts, PageState state, SiteAnswers economies)
    {
        StakeInputs inputs = parts.Answer.Ranking.Inputs;
        FlowTable support = inputs.Support;
        var names = new StakeNames(parts.Answer.Economy, economies);
        bool areTechnologies = parts.Marks.Any(m => m.Host is not null);
        StakeMark[] marks = [.. parts.Marks.Where(m => m.AtStakeShare > 0 && (m.IsStrong || !areTechnologies)).Take(MostRoots)];
        Dictionary<string, StakeRow> rows = parts.Answer.Ranking.Rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        double[][] uses = [.. marks.Select(m => UsesOf(support, rows[m.Code].Product))];
        TreeBranch[] all = [.. Branches(uses).OrderByDescending(b => b.Share).ThenBy(b => b.Code, StringComparer.Ordinal)];
        return new StakeTree(
            [
                .. marks.Select(
                    (m, i) =>
                        new TreeRoot(
                            m,
                            parts.NameOf(m),
                            [
                                .. Branches([uses[i]])
                                    .OrderByDescending(b => b.Share)
                                    .ThenBy(b => b.Code, StringComparer.Ordinal)
                                    .Take(MostBuyers),
                            ]
                        )
                ),
            ],
            [.. Drawn(all).OrderByDescending(b => b.Share).ThenBy(b => b.Code, StringComparer.Ordinal)]
        );

        IEnumerable<TreeBranch> Branches(double[][] bought)
        {
            double sum = bought.Sum(b => b.Sum());
            for (int j = 0; j < support.Size + support.FinalDemandCategories.Count; j++)
            {
                double share = bought.Sum(b => b[j]) / sum;
                if (share > 0)
                {
                    (string code, string name) =
                        j < support.Size
                            ? (support.Sectors.IndustryOf(new(j)).Code, support.Sectors.IndustryOf(new(j)).Name)
                            : (support.FinalDemandCategories[j - support.Size].Code, support.FinalDemandCategories[j - support.Size].Name);
                    yield return new TreeBranch(code, names.Of(code, name), share, names.AddressOf(code, state));
                }
            }
        }
    }

    /// <summary>The largest buyers, and all others as one.</summary>
    private static IEnumerable<TreeBranch> Drawn(TreeBranch[] all) =>
        all.Length <= MostBranches
            ? all
            :
            [
                .. all.Take(MostBranches - 1),
                new TreeBranch(
                    string.Empty,
                    TreeTexts.Others(all.Length - MostBranches + 1),
                    all.Skip(MostBranches - 1).Sum(b => b.Share),
                    null
                ),
            ];

    /// <summary>What each industry and final use takes of a product in a year, capital goods among it; its own use is left out.</summary>
    private static double[] UsesOf(FlowTable support, int product)
    {
        double[] uses = [.. support.SalesOf(new(product)), .. support.FinalDemandFor(new(product))];
        uses[product] = 0;
        return [.. uses.Select(u => Math.Max(0, u))];
    }
}

/// <summary>A product that the economy stands on.</summary>
/// <param name="Mark">Its figures: those of <c>rootscope roots</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Buyers">Who buys most of it.</param>
internal sealed record TreeRoot(StakeMark Mark, Phrase Name, IReadOnlyList<TreeBranch> Buyers);

/// <summary>Who buys.</summary>
/// <param name="Code">Code of the industry or final use; empty for several.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Share">What it takes of all use, for production and as capital goods. Unit: share.</param>
/// <param name="Address">Its page; null for none.</param>
internal sealed record TreeBranch(string Code, Phrase Name, double Share, string? Address);
