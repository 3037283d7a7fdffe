using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Splitting;

namespace Rootscope.Tests.Tables.Splitting;

/// <summary>One table split into parts of many sizes.</summary>
public class SplitFamilyTests
{
    /// <summary>Drawn splits are balanced to 1e-11 of the largest sum.</summary>
    private const double Tolerance = 1e-9;

    private static readonly FlowTable China = EmbeddedTables.Read("china-2020");
    private static readonly SplitFamily Family = BridgeLibrary.Family(China, BridgeLibrary.Read("china-2020"));

    [Fact]
    public void No_shift_is_the_split_itself()
    {
        FlowTable split = BridgeLibrary.Split(China, BridgeLibrary.Read("china-2020"));
        FlowTable same = Family.At(new double[Family.Parts.Count])!;
        double largest = split.Output.ToArray().Max();
        Assert.All(split.Flows.ToArray().Zip(same.Flows.ToArray()), f => Assert.Equal(f.First, f.Second, Tolerance * largest));
        Assert.All(split.Output.ToArray().Zip(same.Output.ToArray()), f => Assert.Equal(f.First, f.Second, Tolerance * largest));
    }

    [Fact]
    public void Parts_of_any_size_keep_the_totals_of_their_class()
    {
        double[] shifts = [.. Family.Parts.Select((_, i) => i % 2 == 0 ? 1.5 : -1.5)];
        FlowTable split = Family.At(shifts)!;
        double largest = China.Output.ToArray().Max();
        for (int p = 0; p < China.Size; p++)
        {
            string code = China.Sectors.IndustryOf(new(p)).Code;
            int[] parts =
            [
                .. Enumerable
                    .Range(0, split.Size)
                    .Where(i =>
                        split.Sectors.IndustryOf(new(i)).Code == code
                        || Family.Parts.Any(f => f.Parent == code && f.Code == split.Sectors.IndustryOf(new(i)).Code)
                    ),
            ];
            Assert.Equal(China.Output[p], parts.Sum(i => split.Output[i]), Tolerance * largest);
            Assert.Equal(China.SalesOf(new(p)).ToArray().Sum(), parts.Sum(i => split.SalesOf(new(i)).ToArray().Sum()), Tolerance * largest);
        }

        // A part whose weight moves by a shift has the odds e^shift of what it had, where it is the only one of its class.
        int machines = Enumerable.Range(0, split.Size).Single(i => split.Sectors.IndustryOf(new(i)).Code == "068-machine-tools");
        double share =
            split.Output[machines]
            / China.Output[Enumerable.Range(0, China.Size).Single(i => China.Sectors.IndustryOf(new(i)).Code == "068")];
        FlowTable point = Family.At(new double[shifts.Length])!;
        double before =
            point.Output[machines]
            / China.Output[Enumerable.Range(0, China.Size).Single(i => China.Sectors.IndustryOf(new(i)).Code == "068")];
        double shift = shifts[Family.Parts.Select((f, i) => (f, i)).Single(f => f.f.Code == "068-machine-tools").i];
        Assert.Equal(Math.Exp(shift) * before / (1 - before), share / (1 - share), Tolerance);
    }

    [Fact]
    public void The_width_of_splits_is_how_far_American_shares_miss_Chinese_ones()
    {
        FlowTable america = TableAggregation.Aggregate(EmbeddedTables.Read("usa-2017"), null, ConcordanceLibrary.Read("bea2017-nbs2020"));
        Dictionary<string, double> reference = Enumerable
            .Range(0, america.Size)
            .ToDictionary(i => america.Sectors.IndustryOf(new(i)).Code, i => america.Output[i]);
        string[] codes = [.. China.Sectors.Industries.Select(i => i.Code)];
        int[] group = ConcordanceLibrary.Read("nbs2020-nbs42").Map(codes, out _);
        var misses = new List<double>();
        foreach (IGrouping<int, int> members in Enumerable.Range(0, codes.Length).GroupBy(i => group[i]))
        {
            double here = members.Sum(i => China.Output[i]);
            double there = members.Sum(i => reference.GetValueOrDefault(codes[i]));
            misses.AddRange(
                members
                    .Select(i => (Here: China.Output[i] / here, There: reference.GetValueOrDefault(codes[i]) / there))
                    .Where(s => s.Here is > 0 and < 1 && s.There is > 0 and < 1)
                    .Select(s => Math.Log(s.There / (1 - s.There)) - Math.Log(s.Here / (1 - s.Here)))
            );
        }

        misses.Sort();
        Assert.Equal(121, misses.Count);
        Assert.Equal(1.03, Math.Sqrt(misses.Average(m => m * m)), 0.005);
        Assert.Equal(-1.7, misses[(int)(0.05 * misses.Count)], 0.1);
        Assert.Equal(1.8, misses[(int)(0.95 * misses.Count)], 0.1);
    }
}
