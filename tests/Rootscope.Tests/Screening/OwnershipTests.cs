using System.Globalization;
using CsCheck;
using Rootscope.Screening.Ownership;

namespace Rootscope.Tests.Screening;

/// <summary>Who counts as listed by who owns him: cases worked by hand, and laws.</summary>
public class OwnershipTests
{
    private static readonly DateOnly Day = new(2026, 1, 31);

    private static readonly OwnershipRule Together = new("together", 0.5m, new DateOnly(2014, 8, 13)) { Aggregates = true };
    private static readonly OwnershipRule Alone = new("alone", 0.5m, new DateOnly(2014, 8, 13)) { IncludesThreshold = false };

    /// <summary>Random graphs of eight entities, some shares of which are unknown; owners never hold more than all.</summary>
    private static readonly Gen<OwnershipStake[]> Graphs = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 3], Gen.Int[0, 3])
        .Array[0, 24]
        .Select(rows =>
            rows.DistinctBy(r => (r.Item1, r.Item2))
                .GroupBy(r => r.Item2)
                .SelectMany(g => g.Take(3).Select(r => Stake($"{r.Item1}", $"{r.Item2}", 0.1m * r.Item3, 0.1m * (r.Item3 + (2 * r.Item4)))))
                .ToArray()
        );

    [Theory]
    // The examples of OFAC's questions and answers on entities owned by blocked persons (401), X and Y blocked.
    [InlineData("X A .5,A B .5", "A:Owned,B:Owned")]
    [InlineData("X A .5,X B .5,A C .25,B C .25", "A:Owned,B:Owned,C:Owned")]
    [InlineData("X A .5,X B .1,A B .4", "A:Owned,B:Owned")]
    [InlineData("X A .5,X B .25,A C .25,B C .25", "A:Owned,B:Below,C:Below")]
    [InlineData("X A .25,X B .25,A C .5,B C .5", "A:Below,B:Below")]
    // The example of the revised guidance of 13 August 2014.
    [InlineData("X A .25,Y A .25,A B .5", "A:Owned,B:Owned")]
    public void Examples_of_the_publisher_come_out(string stakes, string expected) =>
        Assert.Equal(expected, Told(Together, Read(stakes), "X", "Y"));

    [Theory]
    [InlineData("X A .3,Y A .25", "")]
    [InlineData("X A .5", "")]
    [InlineData("X A .51,X B .6,A C .3,B C .3", "A:Owned,B:Owned,C:Owned")]
    [InlineData("X A .51,Y B .51,A C .3,B C .3", "A:Owned,B:Owned")]
    public void Owners_that_are_taken_alone_do_not_add_up(string stakes, string owned) =>
        Assert.Equal(owned, Told(Alone, Read(stakes), ["X", "Y"], above: OwnershipState.Possible));

    [Fact]
    public void A_cycle_without_a_listed_owner_blocks_nobody_and_one_with_ends()
    {
        OwnershipStake[] cycle = Read("A B .9,B C .9,C A .9");
        Assert.Equal(string.Empty, Told(Together, cycle, "X"));
        Assert.Equal("A:Below", Told(Together, [.. cycle, .. Read("X A .1")], "X"));
        Assert.Equal("A:Owned,B:Owned,C:Owned", Told(Together, [.. Read("A B .9,B C .9,C A .5,X A .5")], "X"));
        Assert.Equal("A:Owned", Told(Together, Read("A A .2,X A .6"), "X"));
    }

    [Fact]
    public void An_unknown_share_leaves_open_what_others_do_not_rule_out()
    {
        OwnershipStake[] stakes = [Stake("X", "A", 0, 1), Stake("Z", "A", 0.5m, 0.5m), Stake("X", "B", 0, 1), Stake("Z", "B", 0.6m, 0.6m)];
        Assert.Equal("A:Possible,B:Below", Told(Together, stakes, "X"));
        OwnedEntity a = new OwnershipGraph(stakes, Day).Apply(Together, ["X"]).Single(e => e.Name == "A");
        Assert.Equal((0m, 0.5m), (a.Least, a.Most));
    }

    [Fact]
    public void Shares_add_up_without_rounding() => Assert.Equal("A:Owned", Told(Together, Read("X A .1,Y A .2,W A .2"), "X", "Y", "W"));

    [Fact]
    public void The_path_leads_from_the_list_down()
    {
        OwnedEntity c = new OwnershipGraph(Read("A C .3,X A .5,B C .25,Y B .7,Z C .2"), Day)
            .Apply(Together, ["X", "Y"])
            .Single(e => e.Name == "C");
        Assert.Equal(["X>A", "Y>B", "A>C", "B>C"], c.Path.Select(s => $"{s.Owner}>{s.Owned}"));
        Assert.Equal(["X", "Y"], c.Listed);
        Assert.Equal((0.55m, 2), (c.Least, c.Layer));
    }

    [Fact]
    public void A_stake_counts_on_the_days_on_which_it_holds()
    {
        OwnershipStake sold = Stake("X", "A", 0.6m, 0.6m) with { To = Day.AddDays(-1) };
        Assert.Equal("A:Below", Told(Together, [sold, Stake("X", "A", 0.3m, 0.3m) with { From = Day }], "X"));
        Assert.Single(new OwnershipGraph([sold, sold], Day.AddDays(-1)).Names, "A");
        Assert.Throws<ModelException>(() => new OwnershipGraph([sold with { To = null }, Stake("X", "A", 0.3m, 0.3m)], Day));
        Assert.Throws<ModelException>(() => new OwnershipGraph(Read("X A .6,Y A .5"), Day));
    }

    [Fact]
    public void Control_counts_where_the_rule_says_so_and_a_suspended_rule_reaches_nobody()
    {
        OwnershipStake[] stakes = [Stake("X", "A", 0.1m, 0.1m) with { IsControl = true }, Stake("X", "B", 1, 1)];
        Assert.Equal("A:Below,B:Owned", Told(Together, stakes, "X"));
        Assert.Equal("A:Owned,B:Owned", Told(Together with { CountsControl = true }, stakes, "X"));
        Assert.Equal("A:Below,B:Below", Told(Together with { CountsControl = true, IsSuspended = true }, stakes, "X"));
    }

    [Fact]
    public void The_order_of_lines_changes_nothing() =>
        Gen.Select(Graphs, Gen.Int[0, 1_000_000])
            .ForAll(
                (stakes, seed) =>
                {
                    OwnershipStake[] shuffled = [.. stakes.OrderBy(s => Hash(s, seed))];
                    foreach (OwnershipRule rule in (OwnershipRule[])[Together, Alone])
                    {
                        Assert.Equal(Whole(rule, stakes), Whole(rule, shuffled));
                    }
                },
                300
            );

    [Fact]
    public void A_higher_share_never_frees_anybody() =>
        Gen.Select(Graphs, Gen.Int[0, 23])
            .ForAll(
                (stakes, at) =>
                {
                    if (stakes.Length == 0)
                    {
                        return;
                    }

                    OwnershipStake one = stakes[at % stakes.Length];
                    decimal left = 1 - stakes.Where(s => s.Owned == one.Owned).Sum(s => s.Least);
                    decimal least = one.Least + (left / 2);
                    OwnershipStake[] more =
                    [
                        .. stakes.Select(s => s == one ? s with { Least = least, Most = Math.Max(least, s.Most) } : s),
                    ];
                    foreach (OwnershipRule rule in (OwnershipRule[])[Together, Alone])
                    {
                        Assert.Subset(Blocked(rule, more, OwnershipState.Owned), Blocked(rule, stakes, OwnershipState.Owned));
                    }
                },
                300
            );

    /// <summary>Shares drawn within their bounds are between what is certain and what is possible, by a fixed point of another
    /// making.</summary>
    [Fact]
    public void Whatever_unknown_shares_are_the_answer_lies_between_certain_and_possible() =>
        Gen.Select(Graphs, Gen.Int[0, 10].Array[24])
            .ForAll(
                (stakes, draws) =>
                {
                    Dictionary<string, decimal> room = stakes.GroupBy(s => s.Owned).ToDictionary(g => g.Key, g => 1 - g.Sum(s => s.Least));
                    var known = new OwnershipStake[stakes.Length];
                    for (int i = 0; i < stakes.Length; i++)
                    {
                        decimal extra = Math.Min(room[stakes[i].Owned], (stakes[i].Most - stakes[i].Least) * draws[i] / 10);
                        room[stakes[i].Owned] -= extra;
                        known[i] = stakes[i] with { Least = stakes[i].Least + extra, Most = stakes[i].Least + extra };
                    }

                    HashSet<string> naive = Naive(known, ["0", "1"]);
                    Assert.Subset(naive, Blocked(Together, stakes, OwnershipState.Owned));
                    Assert.Subset(Blocked(Together, stakes, OwnershipState.Possible), naive);
                    Assert.Equal(naive.Order(), Blocked(Together, known, OwnershipState.Owned).Order());
                },
                300
            );

    private static HashSet<string> Naive(OwnershipStake[] stakes, HashSet<string> listed)
    {
        HashSet<string> blocked = [.. listed.Where(l => stakes.Any(s => s.Owner == l || s.Owned == l))];
        for (int before = -1; before != blocked.Count; )
        {
            before = blocked.Count;
            foreach (IGrouping<string, OwnershipStake> entity in stakes.GroupBy(s => s.Owned))
            {
                if (entity.Where(s => blocked.Contains(s.Owner)).Sum(s => s.Least) >= 0.5m)
                {
                    blocked.Add(entity.Key);
                }
            }
        }

        return blocked;
    }

    private static HashSet<string> Blocked(OwnershipRule rule, OwnershipStake[] stakes, OwnershipState least) =>
        [.. new OwnershipGraph(stakes, Day).Apply(rule, ["0", "1"]).Where(e => e.State >= least).Select(e => e.Name)];

    private static string[] Whole(OwnershipRule rule, OwnershipStake[] stakes) =>
        [
            .. new OwnershipGraph(stakes, Day)
                .Apply(rule, ["1", "0"])
                .Select(e =>
                    $"{e.Name} {e.State} {e.Least:0.##} {e.Most:0.##} {e.Layer} {string.Join(',', e.Listed)} "
                    + string.Join(',', e.Path.Select(s => $"{s.Owner}>{s.Owned}"))
                ),
        ];

    private static string Told(OwnershipRule rule, OwnershipStake[] stakes, params string[] listed) =>
        Told(rule, stakes, listed, OwnershipState.Below);

    private static string Told(OwnershipRule rule, OwnershipStake[] stakes, string[] listed, OwnershipState above) =>
        string.Join(
            ',',
            new OwnershipGraph(stakes, Day)
                .Apply(rule, listed)
                .Where(e => e.State != OwnershipState.Listed && e.State >= above)
                .Select(e => $"{e.Name}:{e.State}")
        );

    private static OwnershipStake[] Read(string stakes) =>
        [
            .. stakes
                .Split(',')
                .Select(s => s.Split(' '))
                .Select(s =>
                {
                    decimal share = decimal.Parse(s[2], CultureInfo.InvariantCulture);
                    return Stake(s[0], s[1], share, share);
                }),
        ];

    private static OwnershipStake Stake(string owner, string owned, decimal least, decimal most) => new(owner, owned, least, most);

    private static int Hash(OwnershipStake stake, int seed) =>
        unchecked((((stake.Owner[0] * 31) + stake.Owned[0]) * 7919 * (seed | 1)) ^ (seed * 17));
}
