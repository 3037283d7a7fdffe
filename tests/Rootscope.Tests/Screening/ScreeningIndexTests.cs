using CsCheck;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Screening.Names;
using Rootscope.Screening.Scores;

namespace Rootscope.Tests.Screening;

/// <summary>The index finds what comparing every name would find.</summary>
public class ScreeningIndexTests
{
    private static readonly string[] Parts =
    [
        "Alfa",
        "Almaz",
        "Bank",
        "China",
        "Delta",
        "Electronics",
        "Gamma",
        "Hassan",
        "Huawei",
        "Ibrahim",
        "Kim",
        "Li",
        "Mohamed",
        "Muhammad",
        "North",
        "Petrov",
        "Rawi",
        "Shipping",
        "Star",
        "Trading",
        "Vladimir",
        "华为",
        "中兴",
        "Ромашка",
        "محمد",
        "علي",
        "김",
        "金",
        "Rhee",
        "이",
        "7",
        "12",
    ];

    private static Gen<string> Names =>
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[1, 4].Select(words => string.Join(' ', words));

    [Fact]
    public void Nothing_that_reaches_the_threshold_is_lost() =>
        Gen.Select(Names.Array[40], Names)
            .ForAll(
                (listed, query) =>
                {
                    var index = new ScreeningIndex([MadeLists.Of(listed)]);
                    double threshold = NameScore.DefaultThreshold;
                    var name = ScreeningName.Of(query);
                    string[] expected =
                    [
                        .. listed
                            .Select((n, i) => (Id: $"{i + 1}", Score: NameScore.Of(name, ScreeningName.Of(n)).Value))
                            .Where(n => n.Score >= threshold)
                            .OrderByDescending(n => n.Score)
                            .ThenBy(n => n.Id, StringComparer.Ordinal)
                            .Select(n => n.Id),
                    ];
                    Assert.Equal(expected, index.Find(query, new ScreeningOptions { MostHits = 100 }).Hits.Select(h => h.Record.Id));
                },
                150
            );

    [Fact]
    public void A_record_is_shown_once_by_the_name_that_meets_best()
    {
        var record = new ScreeningRecord(
            "a",
            RecordKind.Organisation,
            [new("Acme", NameRole.Primary), new("Acme Trading", NameRole.Alias)]
        );
        var index = new ScreeningIndex([new ScreeningList(MadeLists.Source("one"), [record])]);
        ScreeningHit hit = Assert.Single(index.Find("ACME TRADING LTD", new ScreeningOptions()).Hits);
        Assert.Equal(("Acme Trading", 1.0), (hit.Name.Text, hit.Score));
        Assert.Equal(hit.Score, hit.Explain("ACME TRADING LTD").Sum(c => c.Amount), 1e-9);
    }

    [Fact]
    public void A_weak_alias_has_to_be_met_as_a_whole()
    {
        ListedName[] names = [new("KOVAC, Tomislav", NameRole.Primary), new("Tomo", NameRole.WeakAlias)];
        var record = new ScreeningRecord("a", RecordKind.Person, names);
        var index = new ScreeningIndex([new ScreeningList(MadeLists.Source("one"), [record])]);
        Assert.Single(index.Find("TOMO", new ScreeningOptions()).Hits);
        Assert.Empty(index.Find("Tomo Yamada", new ScreeningOptions { Threshold = 0.3 }).Hits);
    }

    [Fact]
    public void Records_of_another_kind_are_left_out_on_demand()
    {
        ScreeningRecord Made(string id, RecordKind kind) => new(id, kind, [new("Crystal", NameRole.Primary)]);
        var index = new ScreeningIndex([
            new ScreeningList(
                MadeLists.Source("one"),
                [Made("p", RecordKind.Person), Made("v", RecordKind.Vessel), Made("u", RecordKind.Unknown)]
            ),
        ]);
        Assert.Equal(["p", "u", "v"], index.Find("crystal", new ScreeningOptions()).Hits.Select(h => h.Record.Id));
        Assert.Equal(["p", "u"], index.Find("crystal", new ScreeningOptions { Kind = RecordKind.Person }).Hits.Select(h => h.Record.Id));
    }

    [Fact]
    public void A_number_with_a_right_check_digit_finds_its_record()
    {
        var record = new ScreeningRecord("a", RecordKind.Organisation, [new("Acme", NameRole.Primary)])
        {
            Identifiers = ["LEI: 529900T8BM49AURSDO55"],
        };
        var index = new ScreeningIndex([new ScreeningList(MadeLists.Source("one"), [record])]);
        ScreeningHit hit = Assert.Single(index.Find("5299 00T8 BM49 AURS DO55", new ScreeningOptions()).Hits);
        Assert.Equal((1.0, IdentifierKind.Lei), (hit.Score, hit.Identifier!.Kind));
        Assert.Empty(index.Find("529900T8BM49AURSDO56", new ScreeningOptions()).Hits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ltd")]
    [InlineData("😀")]
    [InlineData("\u202E\0")]
    public void A_query_of_nothing_finds_nothing(string query)
    {
        var index = new ScreeningIndex([MadeLists.Of("Acme Ltd", "11420 CORP.", "A")]);
        Assert.Empty(index.Find(query, new ScreeningOptions()).Hits);
    }

    [Fact]
    public void A_corporation_does_not_meet_a_numbered_one()
    {
        var index = new ScreeningIndex([MadeLists.Of("11420 CORP.")]);
        Assert.Empty(index.Find("Acme Corp.", new ScreeningOptions()).Hits);
        Assert.Empty(index.Find("Corp.", new ScreeningOptions()).Hits);
        Assert.Single(index.Find("11420 Corporation", new ScreeningOptions()).Hits);
    }

    [Fact]
    public void More_hits_than_asked_for_are_counted()
    {
        var index = new ScreeningIndex([MadeLists.Of("Acme", "ACME Ltd", "Acme GmbH")]);
        ScreeningResult result = index.Find("acme", new ScreeningOptions { MostHits = 2 });
        Assert.Equal((2, 1), (result.Hits.Count, result.Left));
    }

    [Fact]
    public void Any_number_of_threads_finds_the_same()
    {
        var index = new ScreeningIndex([
            MadeLists.Of("Huawei Technologies", "Huawei Marine", "Alfa Bank", "محمد علي", "北京华为数字技术有限公司"),
        ]);
        string[] queries = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "Huawei Technology" : "Mohamed Ali")];
        string Say(string query) =>
            string.Join(';', index.Find(query, new ScreeningOptions { Threshold = 0.3 }).Hits.Select(h => $"{h.Record.Id}={h.Score:R}"));
        string[] alone = [.. queries.Select(Say)];
        var together = new string[queries.Length];
        Parallel.For(
            0,
            queries.Length,
            new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken },
            i => together[i] = Say(queries[i])
        );
        Assert.Equal(alone, together);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_threshold_outside_its_range_is_refused(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScreeningIndex([]).Find("a", new ScreeningOptions { Threshold = threshold }));
}
